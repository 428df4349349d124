package io.github.shikaku.model;

/**
 * 社会保険状況 (OQSCD021).
 *
 * <p>The values rest on a single public transcription of the closed code list.
 */
public enum SocialInsuranceStatus implements CodeValue {
  /** {@code 01}: あり. */
  COVERED("01", "あり"),
  /** {@code 02}: なし. */
  NOT_COVERED("02", "なし"),
  /** Not reported, or a code that this release does not know. */
  UNKNOWN("", "不明");

  private final String code;
  private final String label;

  SocialInsuranceStatus(String code, String label) {
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
