package io.github.shikaku.model;

/**
 * 処理結果区分 (OQSCD003).
 *
 * <p>The element is {@code SegmentOfResult}. Sources disagree on 異常終了: one comment says 3, that
 * source's own function and software in live use say 9, so 9 it is and 3 stays unknown.
 */
public enum ResultSegment implements CodeValue {
  /** {@code 1}: 正常終了. */
  NORMAL("1", "正常終了"),
  /** {@code 2}: 処理中. */
  IN_PROCESS("2", "処理中"),
  /** {@code 9}: 異常終了. */
  ABNORMAL("9", "異常終了"),
  /** Not reported, or a code that this release does not know. */
  UNKNOWN("", "不明");

  private final String code;
  private final String label;

  ResultSegment(String code, String label) {
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
