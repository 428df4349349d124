package io.github.shikaku.model;

import java.util.OptionalLong;

/**
 * An amount in yen, for example 特定疾病療養受療証の自己負担限度額. The width of the field is not public, so 1 to 10
 * digits are taken, with leading zeros or without.
 *
 * @param wire digits when valid, else the raw text
 */
public record Yen(String wire) implements WireValue {
  private static final int MOST_DIGITS = 10;

  /**
   * One to ten digits; full-width digits and surrounding space are normalised.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static Yen of(String text) {
    Yen yen = received(Texts.tidy(text));
    if (!yen.isValid()) {
      throw new IllegalArgumentException("an amount in yen has 1 to 10 digits");
    }
    return yen;
  }

  /**
   * So many yen, written without leading zeros.
   *
   * @throws IllegalArgumentException when negative or of more than ten digits
   */
  public static Yen of(long amount) {
    return of(Long.toString(amount));
  }

  /** Whatever stood in the answer; never throws. */
  public static Yen received(String text) {
    return new Yen(text);
  }

  /** The amount; empty when the text is none. Space around the digits does no harm here. */
  public OptionalLong amount() {
    return parse(wire.strip());
  }

  @Override
  public boolean isValid() {
    return parse(wire).isPresent();
  }

  /** Never the amount: what somebody pays tells about the person. */
  @Override
  public String toString() {
    return Texts.MASK;
  }

  private static OptionalLong parse(String digits) {
    return Texts.isDigits(digits) && digits.length() <= MOST_DIGITS
        ? OptionalLong.of(Long.parseLong(digits))
        : OptionalLong.empty();
  }
}
