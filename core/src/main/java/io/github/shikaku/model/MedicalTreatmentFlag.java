package io.github.shikaku.model;

/**
 * 診療区分 (OQSCD028).
 *
 * <p>The values rest on a single public transcription; 1, 2 and 3 are also sent by software in live
 * use. The element is {@code MedicalTreatmentFlag}.
 */
public enum MedicalTreatmentFlag implements CodeValue {
  /** {@code 1}: 外来. */
  OUTPATIENT("1", "外来"),
  /** {@code 2}: 訪問診療等. */
  VISITING("2", "訪問診療等"),
  /** {@code 3}: オンライン診療等. */
  ONLINE("3", "オンライン診療等"),
  /** {@code 4}: 救急時. */
  EMERGENCY("4", "救急時"),
  /** Not reported, or a code that this release does not know. */
  UNKNOWN("", "不明");

  private final String code;
  private final String label;

  MedicalTreatmentFlag(String code, String label) {
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
