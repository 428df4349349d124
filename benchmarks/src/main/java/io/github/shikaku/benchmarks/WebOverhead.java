package io.github.shikaku.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * How long a lookup over the Web API takes, one after the other, compared with a bare HttpClient
 * that posts and reads the same bytes: the medians of calls in turn.
 */
final class WebOverhead implements Figure {
  private static final int WARM_UP = 30_000;
  private static final int CALLS = 2_001;

  @Override
  public String name() {
    return "web-overhead";
  }

  @Override
  public List<Line> measure(Path folder) throws Exception {
    try (WebPair pair = new WebPair(folder)) {
      for (int i = 0; i < WARM_UP; i++) {
        pair.lookupAndWait();
        pair.bareAndWait();
      }
      long[] ours = new long[CALLS];
      long[] bare = new long[CALLS];
      for (int i = 0; i < CALLS; i++) {
        long started = System.nanoTime();
        pair.lookupAndWait();
        long between = System.nanoTime();
        pair.bareAndWait();
        ours[i] = between - started;
        bare[i] = System.nanoTime() - between;
      }
      Arrays.sort(ours);
      Arrays.sort(bare);
      double ratio = (double) ours[CALLS / 2] / bare[CALLS / 2];
      return List.of(Line.of(name(), ratio, "of-bare", Bound.atMost(1.15)));
    }
  }
}
