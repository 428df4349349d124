package io.github.shikaku.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A day as OQS writes it, for example 資格取得年月日: eight digits, yyyyMMdd, of the western calendar.
 *
 * <p>Source: so written in real answers.
 *
 * @param wire eight digits, yyyyMMdd, when valid, else the raw text
 */
public record OqsDate(String wire) implements WireValue {
  /**
   * Eight digits, yyyyMMdd, that name a day of the calendar; full-width digits and surrounding
   * space are normalised.
   *
   * @throws IllegalArgumentException when they name no day
   */
  public static OqsDate of(String text) {
    OqsDate date = received(Texts.tidy(text));
    if (!date.isValid()) {
      throw new IllegalArgumentException("a date is a day of the calendar, yyyyMMdd");
    }
    return date;
  }

  /**
   * The given day.
   *
   * @throws IllegalArgumentException when the year does not have one to four digits
   */
  public static OqsDate of(LocalDate date) {
    return new OqsDate(Texts.digits(date));
  }

  /** Whatever stood in the answer; never throws. */
  public static OqsDate received(String text) {
    return new OqsDate(text);
  }

  /** The day; empty when the text names none. Space around the digits does no harm here. */
  public Optional<LocalDate> date() {
    return Texts.date(wire.strip());
  }

  @Override
  public boolean isValid() {
    return Texts.date(wire).isPresent();
  }

  /** Never the date: the first day of a qualification is often a birthdate. */
  @Override
  public String toString() {
    return Texts.MASK;
  }
}
