package io.github.shikaku.model;

/**
 * 診療別 (OQSCD019).
 *
 * <p>The values rest on a single public transcription of the closed code list.
 */
public enum TreatmentType implements CodeValue {
  /** {@code 01}: 入院. */
  INPATIENT("01", "入院"),
  /** {@code 02}: 入院外. */
  OUTPATIENT("02", "入院外"),
  /** {@code 03}: 歯科. */
  DENTAL("03", "歯科"),
  /** {@code 04}: 調剤. */
  DISPENSING("04", "調剤"),
  /** {@code 05}: 訪問看護. */
  HOME_NURSING("05", "訪問看護"),
  /** Not reported, or a code that this release does not know. */
  UNKNOWN("", "不明");

  private final String code;
  private final String label;

  TreatmentType(String code, String label) {
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
