package io.github.shikaku.testkit.person;

/** The rules a sample person obeys. */
public enum PersonRule {
  /** 保険者番号: digits, 法別, prefecture, 保険者別 999, check digit. */
  INSURER_NUMBER,
  /** 法別 and 被保険者証区分 belong together. */
  SCHEME_AND_CARD_CLASS,
  /** Codes of sample institutions have a wrong check digit. */
  INSTITUTION,
  /** From the 75th birthday 後期高齢者医療 and nothing else. */
  SCHEME_BY_AGE,
  /** 後期高齢者: no 記号, no 枝番, 本人, eight digits. */
  LATTER_STAGE_NUMBERS,
  /** 未就学区分 until the 31 March after the sixth birthday. */
  PRESCHOOL,
  /** 高齢受給者証情報 from 70 to 74, with its ratio and dates. */
  ELDERLY_RECIPIENT,
  /** 証一部負担金割合 in 後期高齢者医療 only, 020 from 2022-10-01 only. */
  RATIO,
  /** 適用区分 by age and ratio, 認定証区分 by 適用区分. */
  LIMIT_CATEGORY,
  /** Dates of 限度額適用認定証. */
  LIMIT_DATES,
  /** By number, 限度額 only with consent. */
  LIMIT_CONSENT,
  /** 特定疾病: amounts, and never by number. */
  SPECIFIC_DISEASE,
  /** Acquired, valid from, confirmed, in this order. */
  DATES,
  /** 資格有効性 and 資格喪失 tell the same story. */
  VALIDITY,
  /** No 保険証 after 2024-12-01, none valid after 2025-12-01. */
  PAPER,
  /** 医療扶助: no numbers, a ticket of the month. */
  PUBLIC_ASSISTANCE,
  /** 枝番 of two digits; one per member of a household. */
  BRANCH,
  /** Consent before processing, available for 24 hours. */
  CONSENT,
  /** Names, addresses and insurers from the invented lists. */
  INVENTED
}
