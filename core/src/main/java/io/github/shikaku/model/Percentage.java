package io.github.shikaku.model;

import java.util.OptionalInt;

/**
 * A share of the costs in percent (一部負担金割合), three digits: {@code 010} is 10 %, that is 1割.
 *
 * <p>Source: InsuredPartialContributionRatio and ElderlyRecipientContributionRatio of OQS-IF-002,
 * so written in real answers.
 *
 * @param wire three digits, 000 to 100, when valid, else the raw text
 */
public record Percentage(String wire) implements WireValue {
  private static final int WHOLE = 100;

  /**
   * Exactly three digits, 000 to 100, so that nobody takes 3 for 3割; full-width digits and
   * surrounding space are normalised.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static Percentage of(String text) {
    Percentage percentage = received(Texts.tidy(text));
    if (!percentage.isValid()) {
      throw new IllegalArgumentException("a percentage has three digits, 000 to 100");
    }
    return percentage;
  }

  /**
   * So many percent.
   *
   * @throws IllegalArgumentException when it is not 0 to 100
   */
  public static Percentage of(int percent) {
    if (percent < 0 || percent > WHOLE) {
      throw new IllegalArgumentException("a percentage is 0 to 100");
    }
    return new Percentage(Texts.zeroPadded(percent, 3));
  }

  /** Whatever stood in the answer; never throws. */
  public static Percentage received(String text) {
    return new Percentage(text);
  }

  /** The percent; empty when the text is not three digits from 000 to 100. */
  public OptionalInt percent() {
    return parse(wire.strip());
  }

  @Override
  public boolean isValid() {
    return parse(wire).isPresent();
  }

  /** The digits: a share is not personal. A text that is none is masked. */
  @Override
  public String toString() {
    return isValid() ? wire : Texts.MASK;
  }

  private static OptionalInt parse(String digits) {
    if (!Texts.isDigits(digits, 3) || Texts.number(digits, 0, 3) > WHOLE) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(Texts.number(digits, 0, 3));
  }
}
