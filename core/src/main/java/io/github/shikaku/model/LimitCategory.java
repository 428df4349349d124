package io.github.shikaku.model;

/**
 * 限度額適用認定証適用区分 (OQSCD012).
 *
 * <p>The values agree in at least two public sources. The constants bear the codes themselves,
 * because that is what the field calls them: A below 70 years, B from 70 years and 後期高齢者医療.
 */
public enum LimitCategory implements CodeValue {
  /** {@code A01}: ア. */
  A01("A01", "ア"),
  /** {@code A02}: イ. */
  A02("A02", "イ"),
  /** {@code A03}: ウ. */
  A03("A03", "ウ"),
  /** {@code A04}: エ. */
  A04("A04", "エ"),
  /** {@code A05}: オ. */
  A05("A05", "オ"),
  /** {@code A06}: オ（境界層）. */
  A06("A06", "オ（境界層）"),
  /** {@code B01}: 現役並みⅢ. */
  B01("B01", "現役並みⅢ"),
  /** {@code B02}: 現役並みⅡ. */
  B02("B02", "現役並みⅡ"),
  /** {@code B03}: 現役並みⅠ. */
  B03("B03", "現役並みⅠ"),
  /** {@code B04}: 一般; 70 to 74 years. */
  B04("B04", "一般"),
  /** {@code B05}: 低所得Ⅱ. */
  B05("B05", "低所得Ⅱ"),
  /** {@code B06}: 低所得Ⅰ. */
  B06("B06", "低所得Ⅰ"),
  /** {@code B07}: 低所得Ⅰ（老福）. */
  B07("B07", "低所得Ⅰ（老福）"),
  /** {@code B08}: 低所得Ⅰ（境界層）. */
  B08("B08", "低所得Ⅰ（境界層）"),
  /** {@code B09}: 一般Ⅱ; 後期高齢者医療. */
  B09("B09", "一般Ⅱ"),
  /** {@code B10}: 一般Ⅰ; 後期高齢者医療. */
  B10("B10", "一般Ⅰ"),
  /** Not reported, or a code that this release does not know. */
  UNKNOWN("", "不明");

  private final String code;
  private final String label;

  LimitCategory(String code, String label) {
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
