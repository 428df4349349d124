package io.github.shikaku.exchange.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes when it is told to. */
final class MovingClock extends Clock {
  private Instant now;

  MovingClock(Instant start) {
    now = start;
  }

  synchronized void advance(Duration time) {
    now = now.plus(time);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    Clock itself = this;
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return zone;
      }

      @Override
      public Clock withZone(ZoneId other) {
        return itself.withZone(other);
      }

      @Override
      public Instant instant() {
        return itself.instant();
      }
    };
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }
}
