package io.github.shikaku.model;

/**
 * 閲覧同意情報種別 (OQSCD036).
 *
 * <p>The values rest on a single public transcription of the closed code list. What a kind
 * comprises differs between the present and the former form of consent, hence the double labels.
 */
public enum ConsentInformationType implements CodeValue {
  /** {@code TSR}: 特定疾病療養受療証. */
  SPECIFIC_DISEASE("TSR", "特定疾病療養受療証"),
  /** {@code TKK}: 特定健診情報. */
  HEALTH_CHECKUP("TKK", "特定健診情報"),
  /** {@code YZK}: 薬剤情報／薬剤・処方. */
  MEDICATION("YZK", "薬剤情報／薬剤・処方"),
  /** {@code SRJ}: 診療情報／アレルギー等・検査. */
  DIAGNOSIS("SRJ", "診療情報／アレルギー等・検査"),
  /** {@code SHJ}: 手術情報／傷病名・感染症. */
  OPERATION("SHJ", "手術情報／傷病名・感染症"),
  /** Not reported, or a code that this release does not know. */
  UNKNOWN("", "不明");

  private final String code;
  private final String label;

  ConsentInformationType(String code, String label) {
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
