package io.github.shikaku.exchange;

import io.github.shikaku.model.Ticket;
import java.util.List;

/** The journal of those who do without. */
enum NoJournal implements Journal {
  INSTANCE;

  @Override
  public void add(Ticket ticket) {
    // Nothing is remembered, by choice of the caller.
  }

  @Override
  public void remove(Ticket ticket) {
    // Nothing was remembered.
  }

  @Override
  public List<Ticket> pending() {
    return List.of();
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
