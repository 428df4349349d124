package io.github.shikaku.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Date of birth (生年月日), eight digits, yyyyMMdd, of the western calendar.
 *
 * <p>Source: element Birthdate of OQS-IF-001 and 002, so written in real answers.
 *
 * @param wire eight digits, yyyyMMdd, when valid, else the raw text
 */
public record Birthdate(String wire) implements WireValue {
  /**
   * Eight digits, yyyyMMdd, that name a day of the calendar; full-width digits and surrounding
   * space are normalised.
   *
   * @throws IllegalArgumentException when they name no day
   */
  public static Birthdate of(String text) {
    Birthdate date = received(Texts.tidy(text));
    if (!date.isValid()) {
      throw new IllegalArgumentException("a birthdate is a day of the calendar, yyyyMMdd");
    }
    return date;
  }

  /**
   * The given day.
   *
   * @throws IllegalArgumentException when the year does not have one to four digits
   */
  public static Birthdate of(LocalDate date) {
    return new Birthdate(Texts.digits(date));
  }

  /** Whatever stood in the answer; never throws. */
  public static Birthdate received(String text) {
    return new Birthdate(text);
  }

  /** The day; empty when the text names none. Space around the digits does no harm here. */
  public Optional<LocalDate> date() {
    return Texts.date(wire.strip());
  }

  @Override
  public boolean isValid() {
    return Texts.date(wire).isPresent();
  }

  /** Never the date. */
  @Override
  public String toString() {
    return Texts.MASK;
  }
}
