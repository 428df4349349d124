package io.github.shikaku.model;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/**
 * A moment as OQS writes it, for example 処理実行日時: fourteen digits, yyyyMMddHHmmss, Japanese time.
 *
 * <p>Source: so written in real answers; that the time is Japanese is our reading.
 *
 * @param wire fourteen digits, yyyyMMddHHmmss, when valid, else the raw text
 */
public record OqsTime(String wire) implements WireValue {
  /**
   * Fourteen digits, yyyyMMddHHmmss, that name a second of the calendar; full-width digits and
   * surrounding space are normalised.
   *
   * @throws IllegalArgumentException when they name none
   */
  public static OqsTime of(String text) {
    OqsTime time = received(Texts.tidy(text));
    if (!time.isValid()) {
      throw new IllegalArgumentException("a time is a second of the calendar, yyyyMMddHHmmss");
    }
    return time;
  }

  /**
   * The given moment, which must be Japanese time; fractions of a second are cut off.
   *
   * @throws IllegalArgumentException when the year does not have one to four digits
   */
  public static OqsTime of(LocalDateTime time) {
    return new OqsTime(
        Texts.digits(time.toLocalDate())
            + Texts.zeroPadded(time.getHour(), 2)
            + Texts.zeroPadded(time.getMinute(), 2)
            + Texts.zeroPadded(time.getSecond(), 2));
  }

  /** Whatever stood in the answer; never throws. */
  public static OqsTime received(String text) {
    return new OqsTime(text);
  }

  /** The moment; empty when the text names none. Space around the digits does no harm here. */
  public Optional<LocalDateTime> time() {
    return parse(wire.strip());
  }

  @Override
  public boolean isValid() {
    return parse(wire).isPresent();
  }

  /** The digits: a moment is not personal. A text that is no time is masked. */
  @Override
  public String toString() {
    return isValid() ? wire : Texts.MASK;
  }

  private static Optional<LocalDateTime> parse(String digits) {
    if (!Texts.isDigits(digits, 14)) {
      return Optional.empty();
    }
    return Texts.date(digits.substring(0, 8)).flatMap(date -> timeOfDay(digits).map(date::atTime));
  }

  private static Optional<LocalTime> timeOfDay(String digits) {
    try {
      return Optional.of(
          LocalTime.of(
              Texts.number(digits, 8, 10),
              Texts.number(digits, 10, 12),
              Texts.number(digits, 12, 14)));
    } catch (DateTimeException noSuchTime) {
      return Optional.empty();
    }
  }
}
