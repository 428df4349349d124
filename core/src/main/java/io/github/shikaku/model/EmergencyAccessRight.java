package io.github.shikaku.model;

/**
 * 救急時閲覧権限有無 (OQSCD043).
 *
 * <p>The values rest on a single public transcription of the closed code list.
 */
public enum EmergencyAccessRight implements CodeValue {
  /** {@code 0}: 無. */
  NO("0", "無"),
  /** {@code 1}: 有. */
  YES("1", "有"),
  /** Not reported, or a code that this release does not know. */
  UNKNOWN("", "不明");

  private final String code;
  private final String label;

  EmergencyAccessRight(String code, String label) {
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
