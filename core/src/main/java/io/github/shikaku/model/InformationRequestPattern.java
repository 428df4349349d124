package io.github.shikaku.model;

/**
 * 情報要求パターン (OQSCD040).
 *
 * <p>The values rest on a single public transcription of the closed code list. The element it
 * belongs to is not known.
 */
public enum InformationRequestPattern implements CodeValue {
  /** {@code 1}: 救急用サマリー. */
  EMERGENCY_SUMMARY("1", "救急用サマリー"),
  /** {@code 2}: 救急用全量版. */
  EMERGENCY_FULL("2", "救急用全量版"),
  /** {@code 3}: 電子処方箋・救急用サマリー・救急用全量版. */
  PRESCRIPTION_SUMMARY_AND_FULL("3", "電子処方箋・救急用サマリー・救急用全量版"),
  /** {@code 4}: 薬剤情報（現行）. */
  MEDICATION("4", "薬剤情報（現行）"),
  /** {@code 5}: 診療・薬剤情報（現行）. */
  DIAGNOSIS_AND_MEDICATION("5", "診療・薬剤情報（現行）"),
  /** {@code 6}: 特定健診情報（現行）. */
  HEALTH_CHECKUP("6", "特定健診情報（現行）"),
  /** Not reported, or a code that this release does not know. */
  UNKNOWN("", "不明");

  private final String code;
  private final String label;

  InformationRequestPattern(String code, String label) {
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
