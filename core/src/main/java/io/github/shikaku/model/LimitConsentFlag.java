package io.github.shikaku.model;

/**
 * 限度額適用認定証同意フラグ (OQSCD001).
 *
 * <p>The values are from a public transcription of the closed code list that was compared with
 * software in live use. It is the patient's statement about one inquiry, so the default of a query
 * is {@link #NOT_CONSENTED}.
 */
public enum LimitConsentFlag implements CodeValue {
  /** {@code 0}: 未同意. */
  NOT_CONSENTED("0", "未同意"),
  /** {@code 1}: 同意. */
  CONSENTED("1", "同意"),
  /** Not reported, or a code that this release does not know. */
  UNKNOWN("", "不明");

  private final String code;
  private final String label;

  LimitConsentFlag(String code, String label) {
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
