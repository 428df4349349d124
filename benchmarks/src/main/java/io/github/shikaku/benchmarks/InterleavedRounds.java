package io.github.shikaku.benchmarks;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Compares two ways of doing the same: short rounds of either in turn, so that whatever else the
 * machine does at the time slows down both, and the median of what each pair of rounds says.
 */
final class InterleavedRounds {
  /**
   * One way of doing it. What it returns is kept for a moment, so that nothing is optimised away.
   */
  interface Work {
    Object run() throws Exception;
  }

  private static final long WARM_UP = TimeUnit.SECONDS.toNanos(4);
  private static final long ROUND = TimeUnit.MILLISECONDS.toNanos(20);
  private static final int PAIRS = 101;

  @SuppressWarnings("unused") // only written
  private volatile Object seen = "";

  /** How many times as long {@code measured} takes as {@code bare}. */
  double ratio(Work measured, Work bare) throws Exception {
    long until = System.nanoTime() + WARM_UP;
    while (System.nanoTime() < until) {
      nanosPerRun(measured);
      nanosPerRun(bare);
    }
    double[] ratios = new double[PAIRS];
    for (int i = 0; i < PAIRS; i++) {
      double first = nanosPerRun(i % 2 == 0 ? measured : bare);
      double second = nanosPerRun(i % 2 == 0 ? bare : measured);
      ratios[i] = i % 2 == 0 ? first / second : second / first;
    }
    Arrays.sort(ratios);
    return ratios[PAIRS / 2];
  }

  private double nanosPerRun(Work work) throws Exception {
    long started = System.nanoTime();
    long runs = 0;
    long taken;
    do {
      seen = work.run();
      runs++;
      taken = System.nanoTime() - started;
    } while (taken < ROUND);
    return (double) taken / runs;
  }
}
