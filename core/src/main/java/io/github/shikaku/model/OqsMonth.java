package io.github.shikaku.model;

import java.time.YearMonth;
import java.util.Optional;

/**
 * A month as OQS writes it, for example 診療年月: six digits, yyyyMM, of the western calendar.
 *
 * <p>Source: so written by live public software.
 *
 * @param wire six digits, yyyyMM, when valid, else the raw text
 */
public record OqsMonth(String wire) implements WireValue {
  /**
   * Six digits, yyyyMM; full-width digits and surrounding space are normalised.
   *
   * @throws IllegalArgumentException when they name no month
   */
  public static OqsMonth of(String text) {
    OqsMonth month = received(Texts.tidy(text));
    if (!month.isValid()) {
      throw new IllegalArgumentException("a month is a month of the calendar, yyyyMM");
    }
    return month;
  }

  /**
   * The given month.
   *
   * @throws IllegalArgumentException when the year does not have one to four digits
   */
  public static OqsMonth of(YearMonth month) {
    return new OqsMonth(Texts.digits(month.atDay(1)).substring(0, 6));
  }

  /** Whatever stood in the answer; never throws. */
  public static OqsMonth received(String text) {
    return new OqsMonth(text);
  }

  /** The month; empty when the text names none. Space around the digits does no harm here. */
  public Optional<YearMonth> month() {
    return parse(wire.strip());
  }

  @Override
  public boolean isValid() {
    return parse(wire).isPresent();
  }

  /** The digits: a month is not personal. A text that is no month is masked. */
  @Override
  public String toString() {
    return isValid() ? wire : Texts.MASK;
  }

  private static Optional<YearMonth> parse(String digits) {
    return Texts.isDigits(digits, 6)
        ? Texts.date(digits + "01").map(YearMonth::from)
        : Optional.empty();
  }
}
