package io.github.shikaku.model;

/**
 * 資格喪失事由 (OQSCD008).
 *
 * <p>The codes agree in at least two public sources. One of them repeats the label of 03 for 99,
 * evidently a slip of the copyist; the other says その他, which stands here.
 */
public enum LossReason implements CodeValue {
  /** {@code 01}: 死亡. */
  DEATH("01", "死亡"),
  /** {@code 02}: 生活保護受給開始. */
  PUBLIC_ASSISTANCE("02", "生活保護受給開始"),
  /** {@code 03}: 医療保険等の資格取得. */
  OTHER_INSURANCE("03", "医療保険等の資格取得"),
  /** {@code 99}: その他. */
  OTHER("99", "その他"),
  /** Not reported, or a code that this release does not know. */
  UNKNOWN("", "不明");

  private final String code;
  private final String label;

  LossReason(String code, String label) {
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
