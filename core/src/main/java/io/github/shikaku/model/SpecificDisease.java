package io.github.shikaku.model;

/**
 * 特定疾病療養受療証認定疾病区分 (OQSCD013).
 *
 * <p>The values are from a public transcription of the closed code list that was compared with
 * software in live use.
 */
public enum SpecificDisease implements CodeValue {
  /** {@code 1}: 人工透析が必要な慢性腎不全. */
  CHRONIC_RENAL_FAILURE("1", "人工透析が必要な慢性腎不全"),
  /** {@code 2}: 先天性血液凝固因子障害（第VIII因子・第IX因子）. */
  HAEMOPHILIA("2", "先天性血液凝固因子障害（第VIII因子・第IX因子）"),
  /** {@code 3}: 血液凝固因子製剤に起因するHIV感染症. */
  HIV_FROM_BLOOD_PRODUCTS("3", "血液凝固因子製剤に起因するHIV感染症"),
  /** Not reported, or a code that this release does not know. */
  UNKNOWN("", "不明");

  private final String code;
  private final String label;

  SpecificDisease(String code, String label) {
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
