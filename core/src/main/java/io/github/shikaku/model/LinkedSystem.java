package io.github.shikaku.model;

/**
 * 連携システムID (OQSCD044).
 *
 * <p>The values rest on a single public transcription of the closed code list, and their width is
 * uncertain: the transcription has {@code 01} but {@code 2}, {@code 4} and {@code 8}, where two
 * digits throughout would be expected. {@link #code()} is as transcribed; on reading, one and two
 * digits are both taken for the same system.
 */
public enum LinkedSystem implements CodeValue {
  /** {@code 01}: 医療費助成. */
  MEDICAL_EXPENSE_SUBSIDY("01", "医療費助成"),
  /** {@code 2}, perhaps {@code 02}: 母子保健. */
  MATERNAL_AND_CHILD_HEALTH("2", "母子保健"),
  /** {@code 4}, perhaps {@code 04}: 予防接種. */
  VACCINATION("4", "予防接種"),
  /** {@code 8}, perhaps {@code 08}: 介護保険. */
  LONG_TERM_CARE_INSURANCE("8", "介護保険"),
  /** Not reported, or a code that this release does not know. */
  UNKNOWN("", "不明");

  private final String code;
  private final String label;

  LinkedSystem(String code, String label) {
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

  @Override
  public boolean matches(String wire) {
    return !code.isEmpty() && twoDigits(code).equals(twoDigits(wire));
  }

  private static String twoDigits(String code) {
    return code.length() == 1 ? "0" + code : code;
  }
}
