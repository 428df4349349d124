package io.github.shikaku.model;

/**
 * 同意有効期限切れ理由 (OQSCD031).
 *
 * <p>The values rest on a single public transcription of the closed code list. The meaning of 0
 * depends on the form of treatment and is laid down in a supplement that is not public. The element
 * it belongs to is not known.
 */
public enum ConsentExpiryReason implements CodeValue {
  /** {@code 0}: 診療形態による. */
  DEPENDS_ON_TREATMENT("0", "診療形態による"),
  /** {@code 1}: 医療機関による取消. */
  WITHDRAWN_BY_INSTITUTION("1", "医療機関による取消"),
  /** {@code 2}: 患者による取消. */
  WITHDRAWN_BY_PATIENT("2", "患者による取消"),
  /** {@code 3}: 用途変更による取消. */
  WITHDRAWN_BY_CHANGE_OF_USE("3", "用途変更による取消"),
  /** Not reported, or a code that this release does not know. */
  UNKNOWN("", "不明");

  private final String code;
  private final String label;

  ConsentExpiryReason(String code, String label) {
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
