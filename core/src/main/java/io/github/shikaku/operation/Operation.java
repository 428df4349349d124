package io.github.shikaku.operation;

import io.github.shikaku.model.InterfaceId;
import io.github.shikaku.model.Ticket;
import io.github.shikaku.wire.Layout;
import io.github.shikaku.wire.Received;

/**
 * One kind of question and its answer; made once per client.
 *
 * @param <M> the request message
 * @param <R> the answer message
 * @param <A> what the caller gets
 */
public interface Operation<M, R, A> {
  /** Name in the audit trail and in logs, for example {@code qualification.lookup}. */
  String name();

  /** The interface of the request. */
  InterfaceId request();

  /** Layout of the request. */
  Layout<M> requestLayout();

  /** Layout of the answer. */
  Layout<R> answerLayout();

  /** Whether it must not be sent without a context and an audit record. */
  boolean isSensitive();

  /**
   * Whether it only looks and changes nothing at OQS, so that asking twice does no harm. Never for
   * registrations and for what is issued.
   */
  default boolean isRepeatable() {
    return false;
  }

  /** The common part of an answer's header. */
  AnswerHead head(R message);

  /**
   * Short check value of what the answer echoes; empty when it echoes nothing that can be compared.
   */
  String fingerprint(R message);

  /** What the caller gets. */
  A answer(Ticket ticket, Received<R> received);
}
