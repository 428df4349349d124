package io.github.shikaku.model;

/**
 * 社会保険状況の整合性フラグ (OQSCD022).
 *
 * <p>The values rest on a single public transcription of the closed code list. Without an
 * inconsistency the element is absent.
 */
public enum SocialInsuranceConsistency implements CodeValue {
  /** {@code 1}: 不整合あり. */
  INCONSISTENT("1", "不整合あり"),
  /** Not reported, or a code that this release does not know. */
  UNKNOWN("", "不明");

  private final String code;
  private final String label;

  SocialInsuranceConsistency(String code, String label) {
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
