package io.github.shikaku.operation;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one question is asked.
 *
 * @param waitFor how long to wait for the answer; null for the client's own time-out
 * @param reference the caller's own reference to find the ticket again; null for none
 */
public record CallOptions(@Nullable Duration waitFor, @Nullable String reference) {
  private static final CallOptions DEFAULTS = new CallOptions(null, null);

  /** The client's time-out, no reference. */
  public static CallOptions defaults() {
    return DEFAULTS;
  }

  /**
   * Waits so long for the answer, the waiting for a place in flight included.
   *
   * @throws IllegalArgumentException when it is zero or negative
   */
  public CallOptions timeout(Duration time) {
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException("a time-out must be positive");
    }
    return new CallOptions(time, reference);
  }

  /**
   * The caller's own reference, at most 200 characters, kept in the journal. Use an id of your own,
   * never a name or an insured number.
   *
   * @throws IllegalArgumentException when it is blank or longer
   */
  public CallOptions reference(String text) {
    if (text.isBlank() || text.length() > 200) {
      throw new IllegalArgumentException("a reference has 1 to 200 characters");
    }
    return new CallOptions(waitFor, text);
  }

  Optional<Duration> timeoutIfSet() {
    return Optional.ofNullable(waitFor);
  }

  @Override
  public String toString() {
    return "CallOptions[" + waitFor + ", reference " + (reference == null ? "none" : "***") + "]";
  }
}
