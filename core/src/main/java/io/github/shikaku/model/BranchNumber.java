package io.github.shikaku.model;

/**
 * Branch number (枝番) that tells the members of one household apart: two digits, 00 included.
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
