package io.github.shikaku.error;

import io.github.shikaku.model.Ticket;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * No answer came in time. It says whether the request was sent and holds the ticket to wait on
 * with.
 */
public final class NoAnswerException extends ShikakuException {
  private static final long serialVersionUID = 1L;

  private final Sent sent;
  private final @Nullable Ticket ticket;

  /**
   * Whether it was sent, the ticket where a name was reserved already, and what happened, in
   * English.
   */
  public NoAnswerException(Sent sent, @Nullable Ticket ticket, String message) {
    this(
        switch (sent) {
          case YES -> CoreError.NO_ANSWER_SENT;
          case NO -> CoreError.NO_ANSWER_NOT_SENT;
          case UNKNOWN -> CoreError.NO_ANSWER_UNKNOWN;
        },
        sent,
        ticket,
        message);
  }

  /** The same with a line of the catalogue that fits the way better. */
  public NoAnswerException(ErrorId error, Sent sent, @Nullable Ticket ticket, String message) {
    super(error, message, null);
    this.sent = sent;
    this.ticket = ticket;
  }

  /** Whether the request reached the other side. */
  public Sent sent() {
    return sent;
  }

  /** The ticket to wait on with; empty when the request never got a name. */
  public Optional<Ticket> ticket() {
    return Optional.ofNullable(ticket);
  }
}
