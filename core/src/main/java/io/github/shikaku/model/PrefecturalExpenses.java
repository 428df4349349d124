package io.github.shikaku.model;

/**
 * 都道府県費 (OQSCD025).
 *
 * <p>The values rest on a single public transcription of the closed code list.
 */
public enum PrefecturalExpenses implements CodeValue {
  /** {@code 01}: あり. */
  APPLIES("01", "あり"),
  /** {@code 02}: なし. */
  DOES_NOT_APPLY("02", "なし"),
  /** Not reported, or a code that this release does not know. */
  UNKNOWN("", "不明");

  private final String code;
  private final String label;

  PrefecturalExpenses(String code, String label) {
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
