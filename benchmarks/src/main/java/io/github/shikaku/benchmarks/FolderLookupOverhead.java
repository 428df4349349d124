package io.github.shikaku.benchmarks;

import io.github.shikaku.Shikaku;
import io.github.shikaku.exchange.FileJournal;
import io.github.shikaku.qualification.QualificationQuery;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What a lookup costs beside the terminal's own time: from {@code lookup()} to the typed answer, on
 * a local folder, one after the other.
 */
final class FolderLookupOverhead implements Figure {
  private static final int WARM_UP = 300;
  private static final int LOOKUPS = 501;

  @Override
  public String name() {
    return "folder-lookup-overhead";
  }

  @Override
  public List<Line> measure(Path folder) throws Exception {
    QualificationQuery query = Samples.query("valid");
    try (SimulatorProcess terminal = SimulatorProcess.start(folder.resolve("OQS"));
        Shikaku shikaku =
            Shikaku.builder()
                .institution(Samples.INSTITUTION)
                .exchange(terminal.exchange().build())
                .journal(FileJournal.at(folder.resolve("journal")))
                .build()) {
      for (int i = 0; i < WARM_UP; i++) {
        shikaku.qualifications().lookup(query);
      }
      double[] millis = new double[LOOKUPS];
      for (int i = 0; i < LOOKUPS; i++) {
        long started = System.nanoTime();
        shikaku.qualifications().lookup(query);
        millis[i] = (System.nanoTime() - started) / 1e6;
      }
      Arrays.sort(millis);
      return List.of(Line.of(name(), millis[LOOKUPS / 2], "ms", Bound.atMost(20)));
    }
  }
}
