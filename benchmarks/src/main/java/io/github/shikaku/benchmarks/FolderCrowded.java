package io.github.shikaku.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.github.shikaku.Shikaku;
import io.github.shikaku.exchange.FileJournal;
import io.github.shikaku.qualification.QualificationAnswer;
import io.github.shikaku.qualification.QualificationQuery;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Many lookups in flight at once in a folder where other products' answers lie in great numbers:
 * nothing is lost, and the finding does not eat the machine.
 *
 * <p>The terminal takes its time, so that an answer comes when most of the others are waited for,
 * and does not lie there already when somebody looks for the first time.
 */
final class FolderCrowded implements Figure {
  private static final int LOOKUPS = 1_000;
  private static final int FOREIGN_FILES = 50_000;

  /** In the middle of the 3 to 7 seconds that the official guide tells vendors to expect. */
  private static final Duration DELAY = Duration.ofSeconds(5);

  @Override
  public String name() {
    return "folder-crowded";
  }

  @Override
  public List<Line> measure(Path folder) throws Exception {
    QualificationQuery query = Samples.query("valid");
    try (SimulatorProcess terminal = SimulatorProcess.start(folder.resolve("OQS"), DELAY)) {
      crowd(terminal.res());
      long cpuBefore;
      int answered;
      try (Shikaku shikaku =
          Shikaku.builder()
              .institution(Samples.INSTITUTION)
              .exchange(terminal.exchange().maxInFlight(LOOKUPS).build())
              .journal(FileJournal.at(folder.resolve("journal")))
              .build()) {
        answered(shikaku, query);
        cpuBefore = cpuNanos();
        answered = answered(shikaku, query);
      }
      // Only now everything is cleared away, which counts too.
      double millis = (cpuNanos() - cpuBefore) / 1e6 / LOOKUPS;
      return List.of(
          Line.of(name() + "-delivered", answered, "answers", Bound.atLeast(LOOKUPS)),
          cpuBefore < 0
              ? Line.skipped(name() + "-cpu", "this Java does not tell CPU time")
              : Line.of(name() + "-cpu", millis, "ms/answer", Bound.atMost(2)));
    }
  }

  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  /** Answers to somebody else's requests of another day, named as ours are. */
  private static void crowd(Path res) throws IOException {
    for (int i = 1; i <= FOREIGN_FILES; i++) {
      Files.createFile(res.resolve("OQSsiquc01res_20201019%05d.xml".formatted(i)));
    }
  }

  private static int answered(Shikaku shikaku, QualificationQuery query) {
    List<CompletableFuture<QualificationAnswer>> inFlight =
        Stream.generate(() -> shikaku.qualifications().lookupAsync(query)).limit(LOOKUPS).toList();
    return Math.toIntExact(
        inFlight.stream().filter(each -> each.join().isConfirmedValid()).count());
  }
}
