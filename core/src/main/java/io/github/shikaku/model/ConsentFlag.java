package io.github.shikaku.model;

/**
 * 同意区分 (OQSCD016).
 *
 * <p>The values 0 to 2 agree in at least two public sources; 3 is missing in the older one and is
 * applied there to 特定疾病 only.
 */
public enum ConsentFlag implements CodeValue {
  /** {@code 0}: 同意なし. */
  NOT_CONSENTED("0", "同意なし"),
  /** {@code 1}: 同意あり. */
  CONSENTED("1", "同意あり"),
  /** {@code 2}: 同意有効期限切れ. */
  EXPIRED("2", "同意有効期限切れ"),
  /** {@code 3}: 同意取得困難. */
  HARD_TO_OBTAIN("3", "同意取得困難"),
  /** Not reported, or a code that this release does not know. */
  UNKNOWN("", "不明");

  private final String code;
  private final String label;

  ConsentFlag(String code, String label) {
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
