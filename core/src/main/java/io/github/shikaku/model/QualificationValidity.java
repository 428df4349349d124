package io.github.shikaku.model;

/**
 * 資格有効性 (OQSCD006).
 *
 * <p>The values 1 to 5 agree in at least two public sources; 6 is missing in the older one and
 * rests on a single transcription.
 */
public enum QualificationValidity implements CodeValue {
  /** {@code 1}: 有効. */
  VALID("1", "有効"),
  /** {@code 2}: 無効. */
  INVALID("2", "無効"),
  /** {@code 3}: 無効（新しい資格あり）. */
  INVALID_NEWER_EXISTS("3", "無効（新しい資格あり）"),
  /** {@code 4}: 該当資格なし. */
  NOT_FOUND("4", "該当資格なし"),
  /** {@code 5}: 複数該当; occurs for 医療保険 only. */
  MULTIPLE("5", "複数該当"),
  /** {@code 6}: 有効（未登録）; occurs for 医療扶助 only. */
  VALID_UNREGISTERED("6", "有効（未登録）"),
  /** Not reported, or a code that this release does not know. */
  UNKNOWN("", "不明");

  private final String code;
  private final String label;

  QualificationValidity(String code, String label) {
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
