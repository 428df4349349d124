package io.github.shikaku.model;

/**
 * Symbol of an insured person (被保険者証記号), at most 20 characters. Full-width characters occur and are
 * kept, digits included, because answers carry them so.
 *
 * <p>Source: element InsuredCardSymbol of OQS-IF-001 and 002; the length is the one that live
 * public software took from the closed specification.
 *
 * @param wire the symbol as given or received
 */
public record InsuredSymbol(String wire) implements WireValue {
  /** Longest symbol, in characters. */
  public static final int MAX_LENGTH = 20;

  /**
   * One to twenty characters; surrounding space is removed.
   *
   * @throws IllegalArgumentException when it is blank, longer, or has control characters
   */
  public static InsuredSymbol of(String text) {
    InsuredSymbol symbol = received(text.strip());
    if (!symbol.isValid()) {
      throw new IllegalArgumentException("an insured symbol has 1 to 20 printable characters");
    }
    return symbol;
  }

  /** Whatever stood in the answer; never throws. */
  public static InsuredSymbol received(String text) {
    return new InsuredSymbol(text);
  }

  @Override
  public boolean isValid() {
    return Texts.isPrintable(wire, MAX_LENGTH);
  }

  /** Never the symbol. */
  @Override
  public String toString() {
    return Texts.MASK;
  }
}
