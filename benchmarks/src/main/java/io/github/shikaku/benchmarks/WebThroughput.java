package io.github.shikaku.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How many lookups a second go over the Web API while so many callers wait for one each, compared
 * with a bare HttpClient that posts and reads the same bytes for as many.
 */
final class WebThroughput implements Figure {
  private static final int[] IN_FLIGHT = {1, 16, 64};
  private static final int ROUNDS = 9;

  /** Long enough that a pause of the machine or of a collector does not decide a round. */
  private static final Duration ROUND = Duration.ofMillis(1_500);

  /** Of each side, before anything counts: two cores compile both for a long time. */
  private static final Duration WARM_UP = Duration.ofSeconds(15);

  private static final int WARM_UP_IN_FLIGHT = 16;

  @Override
  public String name() {
    return "web-throughput";
  }

  @Override
  public List<Line> measure(Path folder) throws Exception {
    List<Line> lines = new ArrayList<>();
    try (WebPair pair = new WebPair(folder)) {
      double unused =
          rate(pair::lookupAndWait, WARM_UP_IN_FLIGHT, WARM_UP)
              + rate(pair::bareAndWait, WARM_UP_IN_FLIGHT, WARM_UP);
      for (int inFlight : IN_FLIGHT) {
        lines.add(
            Line.of(
                name() + "-" + inFlight, ratio(pair, inFlight), "of-bare", Bound.atLeast(0.85)));
      }
    }
    return lines;
  }

  private static double ratio(WebPair pair, int inFlight) throws Exception {
    double[] ratios = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      boolean oursFirst = i % 2 == 0;
      Callable<Object> first = oursFirst ? pair::lookupAndWait : pair::bareAndWait;
      Callable<Object> second = oursFirst ? pair::bareAndWait : pair::lookupAndWait;
      double firstRate = rate(first, inFlight, ROUND);
      double secondRate = rate(second, inFlight, ROUND);
      ratios[i] = oursFirst ? firstRate / secondRate : secondRate / firstRate;
    }
    Arrays.sort(ratios);
    return ratios[ROUNDS / 2];
  }

  /** Requests in a nanosecond. */
  private static double rate(Callable<Object> request, int callers, Duration time)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    try {
      // So that no thread begins its life while the time runs.
      threads.invokeAll(Collections.nCopies(callers, () -> ""));
      long started = System.nanoTime();
      long end = started + time.toNanos();
      Callable<Integer> caller =
          () -> {
            int done = 0;
            while (System.nanoTime() - end < 0) {
              Object unused = request.call();
              done++;
            }
            return done;
          };
      int requests = 0;
      for (Future<Integer> each : threads.invokeAll(Collections.nCopies(callers, caller))) {
        requests += each.get();
      }
      return (double) requests / (System.nanoTime() - started);
    } finally {
      threads.shutdown();
    }
  }
}
