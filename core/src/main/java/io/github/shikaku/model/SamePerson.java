package io.github.shikaku.model;

/**
 * 同一個人有無フラグ (OQSCD027).
 *
 * <p>The values rest on a single public transcription of the closed code list. The element it
 * belongs to is not known.
 */
public enum SamePerson implements CodeValue {
  /** {@code 1}: 同一個人あり. */
  SAME_PERSON_EXISTS("1", "同一個人あり"),
  /** Not reported, or a code that this release does not know. */
  UNKNOWN("", "不明");

  private final String code;
  private final String label;

  SamePerson(String code, String label) {
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
