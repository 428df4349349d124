package io.github.shikaku.model;

/**
 * Branch number (枝番) that tells the members of one household apart: two digits, 00 included. It is
 * left out where the certificate has none, as with 後期高齢者医療.
 *
 * <p>Source: element InsuredBranchNumber of OQS-IF-001 and 002; that it may be left out says the
 * official 技術解説書.
 *
 * @param wire two digits when valid, else the raw text
 */
public record BranchNumber(String wire) implements WireValue {
  /**
   * One or two digits; full-width digits and surrounding space are normalised, one digit gets a
   * leading zero.
   *
   * @throws IllegalArgumentException when there are not one or two digits
   */
  public static BranchNumber of(String text) {
    String digits = Texts.tidy(text);
    BranchNumber number = received(digits.length() == 1 ? "0" + digits : digits);
    if (!number.isValid()) {
      throw new IllegalArgumentException("a branch number has one or two digits");
    }
    return number;
  }

  /** Whatever stood in the answer; never throws. */
  public static BranchNumber received(String text) {
    return new BranchNumber(text);
  }

  @Override
  public boolean isValid() {
    return Texts.isDigits(wire, 2);
  }

  /** Never the number. */
  @Override
  public String toString() {
    return Texts.MASK;
  }
}
