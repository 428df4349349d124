package io.github.shikaku.model;

/**
 * 被保険者証区分 (OQSCD010).
 *
 * <p>The codes 01 to 07 agree in at least two public sources; A1 is missing in the older one.
 *
 * <p>The meaning of 05 depends on the date: it was 被保険者資格証明書 until insurance cards ceased to be
 * issued (2024-12-02) and is 特別療養費支給対象者 since. The code is the same; {@link #label()} gives the
 * present label.
 */
public enum CardClassification implements CodeValue {
  /** {@code 01}: 被保険者証（一般）. */
  GENERAL("01", "被保険者証（一般）"),
  /** {@code 02}: 被保険者証（退職）. */
  RETIRED("02", "被保険者証（退職）"),
  /** {@code 03}: 短期被保険者証（一般）. */
  SHORT_TERM_GENERAL("03", "短期被保険者証（一般）"),
  /** {@code 04}: 短期被保険者証（退職）. */
  SHORT_TERM_RETIRED("04", "短期被保険者証（退職）"),
  /** {@code 05}: 特別療養費支給対象者; formerly 被保険者資格証明書. */
  SPECIAL_MEDICAL_EXPENSES("05", "特別療養費支給対象者"),
  /** {@code 06}: 特例退職被保険者証. */
  SPECIAL_RETIRED("06", "特例退職被保険者証"),
  /** {@code 07}: 自衛官診療証. */
  SELF_DEFENCE_FORCES("07", "自衛官診療証"),
  /** {@code A1}: 医療扶助. */
  MEDICAL_ASSISTANCE("A1", "医療扶助"),
  /** Not reported, or a code that this release does not know. */
  UNKNOWN("", "不明");

  private final String code;
  private final String label;

  CardClassification(String code, String label) {
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
