package io.github.shikaku.model;

/**
 * 薬剤情報等の表示 (OQSCD030).
 *
 * <p>The values rest on a single public transcription of the closed code list. The element it
 * belongs to is not known.
 */
public enum MedicationDisplay implements CodeValue {
  /** {@code 0}: 表示しない. */
  HIDE("0", "表示しない"),
  /** {@code 1}: 表示する. */
  SHOW("1", "表示する"),
  /** Not reported, or a code that this release does not know. */
  UNKNOWN("", "不明");

  private final String code;
  private final String label;

  MedicationDisplay(String code, String label) {
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
