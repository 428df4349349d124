package io.github.shikaku.model;

/**
 * 医療券・調剤券別 (OQSCD018).
 *
 * <p>The values rest on a single public transcription of the closed code list.
 */
public enum TicketType implements CodeValue {
  /** {@code 01}: 医療券. */
  MEDICAL("01", "医療券"),
  /** {@code 02}: 調剤券. */
  DISPENSING("02", "調剤券"),
  /** Not reported, or a code that this release does not know. */
  UNKNOWN("", "不明");

  private final String code;
  private final String label;

  TicketType(String code, String label) {
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
