package io.github.shikaku.model;

/**
 * 処方箋発行形態 (OQSCD017).
 *
 * <p>The values are from a public transcription of the closed code list that was compared with
 * software in live use.
 */
public enum PrescriptionIssueForm implements CodeValue {
  /** {@code 1}: 電子処方箋. */
  ELECTRONIC("1", "電子処方箋"),
  /** {@code 2}: 紙の処方箋. */
  PAPER("2", "紙の処方箋"),
  /** Not reported, or a code that this release does not know. */
  UNKNOWN("", "不明");

  private final String code;
  private final String label;

  PrescriptionIssueForm(String code, String label) {
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
