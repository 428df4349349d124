package io.github.shikaku.exchange;

import io.github.shikaku.model.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A client's view of its journal. It knows which tickets the client has in hand - being sent,
 * awaited or settled right now - and lists only the others, so that somebody who collects late
 * answers never gets in the way of a question that is just being asked.
 */
public final class OpenTickets implements Journal {
  private final Journal journal;
  private final Set<Ticket> inHand = ConcurrentHashMap.newKeySet();

  /** A view of a journal; closing the view closes the journal. */
  public OpenTickets(Journal journal) {
    this.journal = journal;
  }

  @Override
  public void add(Ticket ticket) {
    inHand.add(ticket);
    try {
      journal.add(ticket);
    } catch (RuntimeException e) {
      letGo(ticket);
      throw e;
    }
  }

  @Override
  public void remove(Ticket ticket) {
    try {
      journal.remove(ticket);
    } finally {
      letGo(ticket);
    }
  }

  /** Somebody waits for this ticket from now on; false when somebody else does already. */
  public boolean takeUp(Ticket ticket) {
    return inHand.add(ticket);
  }

  /** Nobody waits for this ticket any more; its answer may still come. */
  public void letGo(Ticket ticket) {
    inHand.remove(ticket);
  }

  /** Every open ticket that nobody has in hand, oldest first. */
  @Override
  public List<Ticket> pending() {
    List<Ticket> open = new ArrayList<>(journal.pending());
    open.removeIf(inHand::contains);
    // What was settled in between was in the first list and is in nobody's hand any more.
    open.retainAll(Set.copyOf(journal.pending()));
    return List.copyOf(open);
  }

  @Override
  public void close() {
    journal.close();
  }
}
