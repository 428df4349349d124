package io.github.shikaku.testkit.message;

/** A format in which answers travel. */
public interface AnswerText {
  /** The answer in this format, as damaged as asked for. */
  byte[] write(AnswerTree answer, Damage damage, TextEncoding encoding);
}
