package io.github.shikaku.exchange;

import io.github.shikaku.model.Ticket;

/**
 * An answer as it arrived.
 *
 * @param ticket the ticket it answers
 * @param name where it was found, without folder
 * @param kind as what it arrived
 * @param content its bytes; not copied, must not be changed
 */
public record RawAnswer(
    Ticket ticket,
    String name,
    AnswerKind kind,
    @SuppressWarnings("ArrayRecordComponent") byte[] content) {
  @Override
  public String toString() {
    return "RawAnswer[" + name + ", " + content.length + " bytes]";
  }
}
