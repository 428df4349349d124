package io.github.shikaku.model;

/**
 * URL変更 (OQSCD035).
 *
 * <p>The values rest on a single public transcription of the closed code list. The transcription
 * gives this table the name of {@link AccessUrlKind} by mistake; the name here is taken from the
 * values.
 */
public enum AccessUrlChange implements CodeValue {
  /** {@code 0}: 変更しない. */
  KEEP("0", "変更しない"),
  /** {@code 1}: 変更する. */
  CHANGE("1", "変更する"),
  /** Not reported, or a code that this release does not know. */
  UNKNOWN("", "不明");

  private final String code;
  private final String label;

  AccessUrlChange(String code, String label) {
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
