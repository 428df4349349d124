package io.github.shikaku.model;

/**
 * Number of an insurer (保険者番号): eight digits (法別 2, prefecture 2, insurer 3, check digit 1), or six
 * for 国民健康保険, which has no 法別. Files carry a six-digit number with two leading spaces, the Web API
 * with two leading zeros; both are understood. A number of eight digits that begins with one zero,
 * such as 06139992, is a number in its own right.
 *
 * <p>Source: the digits are those of the official rules for setting the numbers (設定要領) as public
 * pages quote them; both paddings are live in public software.
 *
 * @param wire six or eight digits when made by {@link #of(String)}, the raw text when received
 */
public record InsurerNumber(String wire) implements WireValue {
  private static final int SHORT = 6;
  private static final int LONG = 8;

  /**
   * Six or eight digits. Full-width digits, surrounding space and the padding of a six-digit number
   * are normalised away. The check digit is not enforced, see {@link #hasValidCheckDigit()}.
   *
   * @throws IllegalArgumentException when no six or eight digits are left, or they begin with 00,
   *     which neither a 法別 nor a prefecture does
   */
  public static InsurerNumber of(String text) {
    String natural = withoutZeros(Texts.tidy(text));
    if (!isNatural(natural)) {
      throw new IllegalArgumentException("an insurer number has six or eight digits");
    }
    return new InsurerNumber(natural);
  }

  /** Whatever stood in the answer; never throws. */
  public static InsurerNumber received(String text) {
    return new InsurerNumber(text);
  }

  /** Whether there are six or eight ASCII digits, or six padded to eight with spaces or zeros. */
  @Override
  public boolean isValid() {
    boolean padded = wire.length() == LONG && wire.startsWith("  ");
    return isNatural(withoutZeros(padded ? wire.substring(LONG - SHORT) : wire));
  }

  /**
   * The number without padding: six or eight digits. A text that is no insurer number is returned
   * as received.
   */
  public String natural() {
    String natural = withoutZeros(Texts.tidy(wire));
    return isNatural(natural) ? natural : wire;
  }

  /** Eight characters, a six-digit number with two leading spaces, as files carry it. */
  public String padded() {
    String natural = natural();
    return " ".repeat(Math.max(0, LONG - natural.length())) + natural;
  }

  /** Eight digits, a six-digit number with two leading zeros: what the one live client sends. */
  @Override
  public String webWire() {
    String natural = natural();
    return isNatural(natural) ? "0".repeat(LONG - natural.length()) + natural : wire;
  }

  /**
   * Whether the last digit is the 検証番号 of those before it. Real data break the rule, so this is a
   * hint and not part of {@link #isValid()}.
   */
  public boolean hasValidCheckDigit() {
    return isValid() && CheckDigit.isLuhn(natural());
  }

  /** Never the number. */
  @Override
  public String toString() {
    return Texts.MASK;
  }

  private static String withoutZeros(String digits) {
    return digits.length() == LONG && digits.startsWith("00")
        ? digits.substring(LONG - SHORT)
        : digits;
  }

  private static boolean isNatural(String digits) {
    return (Texts.isDigits(digits, SHORT) || Texts.isDigits(digits, LONG))
        && !digits.startsWith("00");
  }
}
