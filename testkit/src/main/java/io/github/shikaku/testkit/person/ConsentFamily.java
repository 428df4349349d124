package io.github.shikaku.testkit.person;

/** What a patient consents to be shown at the reader, family by family. */
public enum ConsentFamily {
  /** 特定健診情報. */
  CHECKUP,
  /** 薬剤情報. */
  MEDICATION,
  /** 診療情報. */
  DIAGNOSIS,
  /** 手術情報. */
  OPERATION,
  /** 傷病名. */
  DIAGNOSIS_NAME,
  /** 感染症. */
  INFECTION,
  /** その他アレルギー等. */
  ALLERGY,
  /** 薬剤アレルギー等. */
  CONTRAINDICATION,
  /** 検査. */
  TEST,
  /** 処方. */
  PRESCRIPTION
}
