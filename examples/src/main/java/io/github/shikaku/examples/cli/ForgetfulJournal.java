package io.github.shikaku.examples.cli;

import io.github.shikaku.exchange.Journal;
import io.github.shikaku.model.Ticket;
import java.util.ArrayList;
import java.util.List;

/**
 * The journal of a command that asks once and ends. An answer that comes too late stays in {@code
 * res}, where {@code shikaku inspect} reads it; an application would use a {@code FileJournal}.
 */
final class ForgetfulJournal implements Journal {
  private final List<Ticket> tickets = new ArrayList<>();

  @Override
  public synchronized void add(Ticket ticket) {
    tickets.add(ticket);
  }

  @Override
  public synchronized void remove(Ticket ticket) {
    tickets.remove(ticket);
  }

  @Override
  public synchronized List<Ticket> pending() {
    return List.copyOf(tickets);
  }

  @Override
  public synchronized void close() {
    tickets.clear();
  }
}
