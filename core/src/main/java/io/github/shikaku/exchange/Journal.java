package io.github.shikaku.exchange;

import io.github.shikaku.model.Ticket;
import java.util.List;
import java.util.Optional;

/**
 * Remembers which requests are open, across restarts. An entry is durable before its request can
 * appear on the other side, so that whatever was sent can be awaited again and is never sent twice.
 */
public interface Journal extends AutoCloseable {
  /**
   * Enters a ticket; returns when it is durable.
   *
   * @throws io.github.shikaku.error.ExchangeUnavailableException when it cannot be written; nothing
   *     is sent then
   */
  void add(Ticket ticket);

  /**
   * Removes a ticket; unknown tickets are ignored.
   *
   * @throws io.github.shikaku.error.ExchangeUnavailableException when it cannot be written
   */
  void remove(Ticket ticket);

  /**
   * Every open ticket, oldest first.
   *
   * @throws io.github.shikaku.error.ExchangeUnavailableException when it cannot be read
   */
  List<Ticket> pending();

  /** The open ticket with the caller's own reference. */
  default Optional<Ticket> find(String reference) {
    return pending().stream().filter(ticket -> reference.equals(ticket.reference())).findFirst();
  }

  @Override
  void close();

  /** Remembers nothing: an answer that arrives after a restart is lost. */
  static Journal none() {
    return NoJournal.INSTANCE;
  }
}
