package io.github.shikaku.model;

/**
 * The check digit (検証番号) of the field: weights 2, 1, 2, 1, … from the right, products digit by
 * digit, and the sum filled up to the next ten.
 *
 * <p>Source: public receipt software; it fits the official number 77777779 for unknown insurers.
 * Real data break the rule, so nothing is ever refused on receipt for it.
 */
public final class CheckDigit {
  private CheckDigit() {}

  /**
   * The digit, 0 to 9, that belongs behind {@code digits}, which must be ASCII digits; of anything
   * else the result means nothing.
   */
  public static int of(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int product = i % 2 == 0 ? digit * 2 : digit;
      sum += product / 10 + product % 10;
    }
    return (10 - sum % 10) % 10;
  }

  /**
   * Whether the last digit of {@code digits}, at least two ASCII digits, is the check digit of
   * those before it.
   */
  public static boolean isLuhn(String digits) {
    int last = digits.length() - 1;
    return last > 0 && digits.charAt(last) - '0' == of(digits.substring(0, last));
  }
}
