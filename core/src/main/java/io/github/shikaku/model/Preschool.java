package io.github.shikaku.model;

/**
 * 未就学区分 (OQSCD015).
 *
 * <p>The values rest on a single public transcription of the closed code list. A comment in it
 * mentions a 2 (就学中) that its own table does not have; it stays unknown here. Where 未就学 does not
 * apply the element is absent.
 */
public enum Preschool implements CodeValue {
  /** {@code 1}: 未就学該当. */
  PRESCHOOL("1", "未就学該当"),
  /** Not reported, or a code that this release does not know. */
  UNKNOWN("", "不明");

  private final String code;
  private final String label;

  Preschool(String code, String label) {
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
