package io.github.shikaku.testkit.person;

/** By what the qualification was confirmed; it decides what an answer may hold. */
public enum AnswerSource {
  /** By 保険者番号, 記号, 番号 and birthdate. */
  NUMBER,
  /** By the card at the face-authentication reader. */
  CARD
}
