package io.github.shikaku.exchange.web;

import io.github.shikaku.exchange.ShikakuRuntime;
import java.time.Duration;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One timer for many who wait. Nearly all of them are through long before their time, so a timer
 * for each would be set only to be cancelled.
 */
final class Alarm {
  private final ShikakuRuntime runtime;
  private final LongConsumer ring;
  private volatile @Nullable Set set;

  private record Set(long at, Runnable cancel) {}

  /** Hands {@code ring} the {@code System.nanoTime()}; whoever is left then sets it again. */
  Alarm(ShikakuRuntime runtime, LongConsumer ring) {
    this.runtime = runtime;
    this.ring = ring;
  }

  /** Whoever calls this must be known to whoever is rung by now. */
  void setNoLaterThan(long at) {
    if (!isSetNoLaterThan(at)) {
      set(at);
    }
  }

  private synchronized void set(long at) {
    if (isSetNoLaterThan(at)) {
      return;
    }
    Set later = set;
    if (later != null) {
      later.cancel.run();
    }
    Duration pause = Duration.ofNanos(Math.max(0, at - System.nanoTime()));
    set = new Set(at, runtime.after(pause, this::ring));
  }

  private boolean isSetNoLaterThan(long at) {
    Set current = set;
    return current != null && current.at - at <= 0;
  }

  private void ring() {
    synchronized (this) {
      set = null;
    }
    ring.accept(System.nanoTime());
  }
}
