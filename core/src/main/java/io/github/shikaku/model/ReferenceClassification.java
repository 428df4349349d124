package io.github.shikaku.model;

/**
 * 照会区分 (OQSCD002).
 *
 * <p>The values are from a public transcription of the closed code list that was compared with
 * software in live use. The letters A, B and C that occur in files of one product are an invention
 * of that product and stay unknown here.
 */
public enum ReferenceClassification implements CodeValue {
  /** {@code 1}: マイナンバーカード. */
  MY_NUMBER_CARD("1", "マイナンバーカード"),
  /** {@code 2}: 被保険者証情報. */
  INSURED_CARD("2", "被保険者証情報"),
  /** Not reported, or a code that this release does not know. */
  UNKNOWN("", "不明");

  private final String code;
  private final String label;

  ReferenceClassification(String code, String label) {
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
