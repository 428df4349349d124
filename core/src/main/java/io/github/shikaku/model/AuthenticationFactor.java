package io.github.shikaku.model;

/**
 * 二要素認証要素区分 (OQSCD041).
 *
 * <p>The values rest on a single public transcription of the closed code list.
 */
public enum AuthenticationFactor implements CodeValue {
  /** {@code 1}: 記憶. */
  KNOWLEDGE("1", "記憶"),
  /** {@code 2}: 生体. */
  BIOMETRICS("2", "生体"),
  /** {@code 3}: 物理媒体. */
  POSSESSION("3", "物理媒体"),
  /** Not reported, or a code that this release does not know. */
  UNKNOWN("", "不明");

  private final String code;
  private final String label;

  AuthenticationFactor(String code, String label) {
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
