package io.github.shikaku.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.shikaku.model.Ticket;

/** Whatever lies in an entry of the journal, it is a ticket or it is damaged. */
class FileJournalFuzzTest {
  @FuzzTest(maxDuration = "15s")
  void ticket_anyBytes_isATicketWithAHarmlessNameOrIsRefused(byte[] entry) {
    try {
      Ticket ticket = FileJournal.ticket(entry);
      assertThat(ticket.name()).doesNotContain("/", "\\", ".", "\0");
      assertThat(ticket.toString()).contains(ticket.identifier());
    } catch (IllegalArgumentException refused) {
      assertThat(refused).isExactlyInstanceOf(IllegalArgumentException.class);
    }
  }
}
