package io.github.shikaku.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The clock of a machine that somebody sets. */
final class SetClock extends Clock {
  private volatile Duration offset = Duration.ZERO;

  /** Forward, or back when negative. */
  void set(Duration by) {
    offset = offset.plus(by);
  }

  @Override
  public Instant instant() {
    return Clock.systemUTC().instant().plus(offset);
  }

  @Override
  public ZoneId getZone() {
    return ShikakuRuntime.JAPAN;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
