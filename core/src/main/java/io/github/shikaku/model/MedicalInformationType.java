package io.github.shikaku.model;

/**
 * 医療情報種別 (OQSCD029).
 *
 * <p>The values rest on a single public transcription of the closed code list.
 */
public enum MedicalInformationType implements CodeValue {
  /** {@code TKK}: 特定健診情報. */
  HEALTH_CHECKUP("TKK", "特定健診情報"),
  /** {@code YZK}: 薬剤情報等. */
  MEDICATION("YZK", "薬剤情報等"),
  /** Not reported, or a code that this release does not know. */
  UNKNOWN("", "不明");

  private final String code;
  private final String label;

  MedicalInformationType(String code, String label) {
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
