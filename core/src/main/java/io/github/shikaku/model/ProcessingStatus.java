package io.github.shikaku.model;

/**
 * 処理結果状況 (OQSCD004).
 *
 * <p>The values agree in at least two public sources. It speaks of one person; {@link
 * ResultSegment} speaks of the whole answer.
 */
public enum ProcessingStatus implements CodeValue {
  /** {@code 1}: 正常終了. */
  NORMAL("1", "正常終了"),
  /** {@code 2}: エラー. */
  ERROR("2", "エラー"),
  /** Not reported, or a code that this release does not know. */
  UNKNOWN("", "不明");

  private final String code;
  private final String label;

  ProcessingStatus(String code, String label) {
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
