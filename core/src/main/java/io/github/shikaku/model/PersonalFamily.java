package io.github.shikaku.model;

/**
 * 本人・家族の別 (OQSCD009).
 *
 * <p>The values are from a public transcription of the closed code list that was compared with
 * software in live use.
 */
public enum PersonalFamily implements CodeValue {
  /** {@code 1}: 本人. */
  INSURED_PERSON("1", "本人"),
  /** {@code 2}: 家族. */
  FAMILY("2", "家族"),
  /** Not reported, or a code that this release does not know. */
  UNKNOWN("", "不明");

  private final String code;
  private final String label;

  PersonalFamily(String code, String label) {
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
