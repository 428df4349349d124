package io.github.shikaku.qualification;

/** A family of medical information that a person consents to be viewed (閲覧同意). */
public enum ConsentFamily {
  /** 特定健診情報. */
  CHECKUP("特定健診情報"),
  /** 薬剤情報. */
  MEDICATION("薬剤情報"),
  /** 診療情報. */
  DIAGNOSIS("診療情報"),
  /** 手術情報. */
  OPERATION("手術情報"),
  /** 傷病名. This and the families below are observed in one other product, not in OQS itself. */
  DISEASE_NAME("傷病名"),
  /** 感染症. */
  INFECTION("感染症"),
  /** その他アレルギー等. */
  ALLERGY("その他アレルギー等"),
  /** 薬剤アレルギー等. */
  CONTRAINDICATION("薬剤アレルギー等"),
  /** 検査. */
  TEST("検査"),
  /** 処方. */
  PRESCRIPTION("処方");

  private final String label;

  ConsentFamily(String label) {
    this.label = label;
  }

  /** The Japanese name. */
  public String label() {
    return label;
  }
}
