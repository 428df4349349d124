package io.github.shikaku.model;

/**
 * URL取得区分 (OQSCD033).
 *
 * <p>The values rest on a single public transcription of the closed code list.
 */
public enum AccessUrlKind implements CodeValue {
  /** {@code 2}: 訪問診療等. */
  VISITING("2", "訪問診療等"),
  /** {@code 3}: オンライン診療等. */
  ONLINE("3", "オンライン診療等"),
  /** Not reported, or a code that this release does not know. */
  UNKNOWN("", "不明");

  private final String code;
  private final String label;

  AccessUrlKind(String code, String label) {
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
