package io.github.shikaku.model;

/**
 * Reference number (照会番号): the institution's own patient number as registered with OQS, at most 50
 * characters. An answer carries it only when it was registered before.
 *
 * <p>Source: element ReferenceNumber of OQS-IF-002 and 003; the length is the one that live public
 * software took from the closed specification.
 *
 * @param wire the number as given or received
 */
public record ReferenceNumber(String wire) implements WireValue {
  /** Longest number, in characters. */
  public static final int MAX_LENGTH = 50;

  /**
   * One to fifty characters; surrounding space is removed, nothing else is changed, because the
   * number is the vendor's own and must come back as it was.
   *
   * @throws IllegalArgumentException when it is blank, longer, or has control characters
   */
  public static ReferenceNumber of(String text) {
    ReferenceNumber number = received(text.strip());
    if (!number.isValid()) {
      throw new IllegalArgumentException("a reference number has 1 to 50 printable characters");
    }
    return number;
  }

  /** Whatever stood in the answer; never throws. */
  public static ReferenceNumber received(String text) {
    return new ReferenceNumber(text);
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
