package io.github.shikaku.model;

/**
 * 文字コード識別 (OQSCD005).
 *
 * <p>Sources disagree: one function says 1 and 2, but that source's own comment, software in live
 * use and real answers say 0 and 1, so 0 and 1 it is.
 */
public enum CharacterCode implements CodeValue {
  /** {@code 0}: UTF-8. */
  UTF_8("0", "UTF-8"),
  /** {@code 1}: Shift_JIS. */
  SHIFT_JIS("1", "Shift_JIS"),
  /** Not reported, or a code that this release does not know. */
  UNKNOWN("", "不明");

  private final String code;
  private final String label;

  CharacterCode(String code, String label) {
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
