package io.github.shikaku.model;

/**
 * 限度額適用認定証区分 (OQSCD011).
 *
 * <p>The values are from a public transcription of the closed code list that was compared with
 * software in live use.
 */
public enum LimitCertificateClass implements CodeValue {
  /** {@code 01}: 限度額適用認定証. */
  LIMIT("01", "限度額適用認定証"),
  /** {@code 02}: 限度額適用・標準負担額減額認定証. */
  LIMIT_AND_STANDARD_COPAYMENT("02", "限度額適用・標準負担額減額認定証"),
  /** {@code 03}: 標準負担額減額認定証. */
  STANDARD_COPAYMENT("03", "標準負担額減額認定証"),
  /** Not reported, or a code that this release does not know. */
  UNKNOWN("", "不明");

  private final String code;
  private final String label;

  LimitCertificateClass(String code, String label) {
    this.code = code;
    this.label = label;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String label() {
    return label;
  }
}
