package io.github.shikaku.model;

/**
 * 性別 (OQSCD007).
 *
 * <p>The values are from a public transcription of the closed code list that was compared with
 * software in live use. 未設定 is a value of its own and not the same as an absent element.
 */
public enum Sex implements CodeValue {
  /** {@code 1}: 男. */
  MALE("1", "男"),
  /** {@code 2}: 女. */
  FEMALE("2", "女"),
  /** {@code 3}: 未設定. */
  NOT_SET("3", "未設定"),
  /** Not reported, or a code that this release does not know. */
  UNKNOWN("", "不明");

  private final String code;
  private final String label;

  Sex(String code, String label) {
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
