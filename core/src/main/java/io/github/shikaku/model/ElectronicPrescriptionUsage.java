package io.github.shikaku.model;

/**
 * 電子処方箋利用区分 (OQSCD038).
 *
 * <p>The values rest on a single public transcription of the closed code list.
 */
public enum ElectronicPrescriptionUsage implements CodeValue {
  /** {@code 0}: 利用しない. */
  NOT_USED("0", "利用しない"),
  /** {@code 1}: 電子処方箋のみ利用する. */
  ELECTRONIC_ONLY("1", "電子処方箋のみ利用する"),
  /** {@code 2}: 電子処方箋と紙の処方箋を併用する. */
  ELECTRONIC_AND_PAPER("2", "電子処方箋と紙の処方箋を併用する"),
  /** {@code 3}: 紙の処方箋のみ利用する. */
  PAPER_ONLY("3", "紙の処方箋のみ利用する"),
  /** Not reported, or a code that this release does not know. */
  UNKNOWN("", "不明");

  private final String code;
  private final String label;

  ElectronicPrescriptionUsage(String code, String label) {
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
