package io.github.shikaku.testkit;

/** How an answer comes into the folder. */
public enum AnswerWriting {
  /** Under its final name, in one go. */
  AT_ONCE,
  /** Under its final name, slowly and in pieces. */
  IN_PIECES,
  /** Under a temporary name first, then renamed. */
  RENAMED
}
