package io.github.shikaku.exchange;

import java.util.Set;

/**
 * Turns the bytes of an answer into what the caller wants.
 *
 * @param <T> what it makes of them
 */
@FunctionalInterface
public interface AnswerReader<T> {
  /**
   * Reads one answer.
   *
   * @throws IncompleteAnswerException when the rest may still be on its way; it is read again then
   * @throws io.github.shikaku.error.UnusableAnswerException when it is well-formed and wrong
   */
  T read(RawAnswer answer) throws IncompleteAnswerException;

  /** As what the answer may arrive; only XML or JSON unless the interface says more. */
  default Set<AnswerKind> kinds() {
    return Set.of(AnswerKind.XML, AnswerKind.JSON);
  }
}
