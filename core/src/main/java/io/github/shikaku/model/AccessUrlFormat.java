package io.github.shikaku.model;

/**
 * URL出力形式 (OQSCD034).
 *
 * <p>The values rest on a single public transcription of the closed code list. The transcription
 * gives this table the name of {@link AccessUrlKind} by mistake; the name here is taken from the
 * values.
 */
public enum AccessUrlFormat implements CodeValue {
  /** {@code 1}: PDF. */
  PDF("1", "PDF"),
  /** {@code 2}: PNG. */
  PNG("2", "PNG"),
  /** Not reported, or a code that this release does not know. */
  UNKNOWN("", "不明");

  private final String code;
  private final String label;

  AccessUrlFormat(String code, String label) {
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
