package io.github.shikaku.model;

/**
 * 指定医療機関確認フラグ (OQSCD026).
 *
 * <p>The values rest on a single public transcription of the closed code list.
 */
public enum DesignatedInstitutionCheck implements CodeValue {
  /** {@code 0}: 一致. */
  MATCH("0", "一致"),
  /** {@code 1}: 不一致. */
  MISMATCH("1", "不一致"),
  /** Not reported, or a code that this release does not know. */
  UNKNOWN("", "不明");

  private final String code;
  private final String label;

  DesignatedInstitutionCheck(String code, String label) {
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
