package io.github.shikaku.model;

/**
 * 単独・併用別 (OQSCD020).
 *
 * <p>The values rest on a single public transcription of the closed code list.
 */
public enum SingleOrCombinedUse implements CodeValue {
  /** {@code 01}: 単独. */
  SINGLE("01", "単独"),
  /** {@code 02}: 併用. */
  COMBINED("02", "併用"),
  /** Not reported, or a code that this release does not know. */
  UNKNOWN("", "不明");

  private final String code;
  private final String label;

  SingleOrCombinedUse(String code, String label) {
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
