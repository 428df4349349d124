package io.github.shikaku.model;

/**
 * 発行形態選択タイミング (OQSCD039).
 *
 * <p>The values rest on a single public transcription of the closed code list.
 */
public enum IssueFormSelectionTiming implements CodeValue {
  /** {@code 1}: 資格確認時以外. */
  OTHER_THAN_CONFIRMATION("1", "資格確認時以外"),
  /** {@code 2}: 資格確認時. */
  AT_CONFIRMATION("2", "資格確認時"),
  /** Not reported, or a code that this release does not know. */
  UNKNOWN("", "不明");

  private final String code;
  private final String label;

  IssueFormSelectionTiming(String code, String label) {
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
