package io.github.shikaku.benchmarks;

import java.lang.management.ManagementFactory;

/** The heap in use. */
final class Heap {
  private static final int MAX_COLLECTIONS = 20;

  private Heap() {}

  /** Once it no longer shrinks: timers and tasks of the last requests run out. */
  static long settled() throws InterruptedException {
    long before = Long.MAX_VALUE;
    for (int i = 0; i < MAX_COLLECTIONS; i++) {
      System.gc();
      long now = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
      if (now > before - 64 * 1024 && i > 5) {
        return now;
      }
      before = now;
      Thread.sleep(500);
    }
    return before;
  }
}
