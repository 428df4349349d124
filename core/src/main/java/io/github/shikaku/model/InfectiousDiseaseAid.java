package io.github.shikaku.model;

/**
 * 感染症法第37条の2 (OQSCD023).
 *
 * <p>The values rest on a single public transcription of the closed code list.
 */
public enum InfectiousDiseaseAid implements CodeValue {
  /** {@code 01}: あり. */
  APPLIES("01", "あり"),
  /** {@code 02}: なし. */
  DOES_NOT_APPLY("02", "なし"),
  /** Not reported, or a code that this release does not know. */
  UNKNOWN("", "不明");

  private final String code;
  private final String label;

  InfectiousDiseaseAid(String code, String label) {
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
