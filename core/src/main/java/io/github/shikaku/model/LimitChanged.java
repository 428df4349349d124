package io.github.shikaku.model;

/**
 * 限度額情報変更有無 (OQSCD014).
 *
 * <p>The values rest on a single public transcription of the closed code list. It occurs in bulk
 * answers only and says whether what the institution knows has changed.
 */
public enum LimitChanged implements CodeValue {
  /** {@code 0}: 変更なし. */
  UNCHANGED("0", "変更なし"),
  /** {@code 1}: 変更あり又は判定不能. */
  CHANGED_OR_UNDECIDABLE("1", "変更あり又は判定不能"),
  /** Not reported, or a code that this release does not know. */
  UNKNOWN("", "不明");

  private final String code;
  private final String label;

  LimitChanged(String code, String label) {
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
