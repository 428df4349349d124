package io.github.shikaku.model;

/**
 * 利用設定区分 (OQSCD037).
 *
 * <p>The values rest on a single public transcription of the closed code list.
 */
public enum UsageSetting implements CodeValue {
  /** {@code 0}: 利用しない. */
  NOT_USED("0", "利用しない"),
  /** {@code 1}: 利用する. */
  USED("1", "利用する"),
  /** Not reported, or a code that this release does not know. */
  UNKNOWN("", "不明");

  private final String code;
  private final String label;

  UsageSetting(String code, String label) {
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
