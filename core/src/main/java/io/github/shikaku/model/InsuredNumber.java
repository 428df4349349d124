package io.github.shikaku.model;

/**
 * Number of an insured person (被保険者証番号), at most 20 characters.
 *
 * <p>Source: element InsuredIdentificationNumber of OQS-IF-001 and 002; the length is the one that
 * live public software took from the closed specification.
 *
 * @param wire the number as given or received
 */
public record InsuredNumber(String wire) implements WireValue {
  /** Longest number, in characters. */
  public static final int MAX_LENGTH = 20;

  /**
   * One to twenty characters. Surrounding space is removed; a number of nothing but digits is made
   * ASCII, any other text (some 国民健康保険組合 have letters) is kept as it is.
   *
   * @throws IllegalArgumentException when it is blank, longer, or has control characters
   */
  public static InsuredNumber of(String text) {
    String tidy = Texts.tidy(text);
    InsuredNumber number = received(Texts.isDigits(tidy) ? tidy : text.strip());
    if (!number.isValid()) {
      throw new IllegalArgumentException("an insured number has 1 to 20 printable characters");
    }
    return number;
  }

  /** Whatever stood in the answer; never throws. */
  public static InsuredNumber received(String text) {
    return new InsuredNumber(text);
  }

  @Override
  public boolean isValid() {
    return Texts.isPrintable(wire, MAX_LENGTH);
  }

  /** Never the number. */
  @Override
  public String toString() {
    return Texts.MASK;
  }
}
