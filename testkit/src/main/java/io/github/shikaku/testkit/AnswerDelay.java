package io.github.shikaku.testkit;

import java.time.Duration;
import java.util.Random;

/** How long the simulator takes before it answers. */
@FunctionalInterface
public interface AnswerDelay {
  /** The delay of the next answer; not negative. */
  Duration next();

  /** At once. */
  static AnswerDelay none() {
    return () -> Duration.ZERO;
  }

  /** Always the same. */
  static AnswerDelay of(Duration delay) {
    return () -> delay;
  }

  /** Three to seven seconds, which the official guide tells vendors to expect. */
  static AnswerDelay realistic(long seed) {
    return between(Duration.ofSeconds(3), Duration.ofSeconds(7), seed);
  }

  /** Evenly between the two; the same seed gives the same series. */
  static AnswerDelay between(Duration shortest, Duration longest, long seed) {
    Random random = new Random(seed);
    long span = longest.minus(shortest).toMillis();
    return () -> {
      synchronized (random) {
        return shortest.plusMillis((long) (random.nextDouble() * span));
      }
    };
  }
}
