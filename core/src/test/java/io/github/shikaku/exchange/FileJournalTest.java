package io.github.shikaku.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.shikaku.error.ExchangeUnavailableException;
import io.github.shikaku.model.Basis;
import io.github.shikaku.model.InterfaceId;
import io.github.shikaku.model.MedicalInstitutionCode;
import io.github.shikaku.model.Ticket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileJournalTest {
  @TempDir Path folder;

  @Test
  void pending_afterReopening_returnsEveryPartOfEveryTicketOldestFirst() {
    Ticket first = ticket(1, "visit-17");
    Ticket second = ticket(2, null);
    try (FileJournal journal = FileJournal.at(folder)) {
      journal.add(second);
      journal.add(first);
    }
    try (FileJournal journal = FileJournal.at(folder)) {
      assertThat(journal.pending()).containsExactly(first, second);
      assertThat(journal.find("visit-17")).contains(first);
      assertThat(journal.find("visit-18")).isEmpty();
    }
  }

  @Test
  void remove_openTicket_isGoneAfterReopeningToo() {
    try (FileJournal journal = FileJournal.at(folder)) {
      journal.add(ticket(1, null));
      journal.remove(ticket(1, null));
      journal.remove(ticket(9, null));
      assertThat(journal.pending()).isEmpty();
    }
    try (FileJournal journal = FileJournal.at(folder)) {
      assertThat(journal.pending()).isEmpty();
    }
  }

  @Test
  void open_folderInUse_takesASlotOfItsOwnAndLeavesTheOthersTicketsAlone() {
    try (FileJournal first = FileJournal.at(folder);
        FileJournal second = FileJournal.at(folder)) {
      first.add(ticket(1, null));
      second.add(ticket(2, null));
      assertThat(first.pending()).containsExactly(ticket(1, null));
      assertThat(second.pending()).containsExactly(ticket(2, null));
    }
    try (FileJournal heir = FileJournal.at(folder)) {
      assertThat(heir.pending()).containsExactly(ticket(1, null), ticket(2, null));
      heir.remove(ticket(2, null));
    }
    try (FileJournal heir = FileJournal.at(folder)) {
      assertThat(heir.pending()).containsExactly(ticket(1, null));
    }
  }

  @Test
  void open_damagedEntry_isSetAsideAndTheOthersAreKept() throws IOException {
    try (FileJournal journal = FileJournal.at(folder)) {
      journal.add(ticket(1, null));
      journal.add(ticket(2, null));
    }
    Path slot = folder.resolve("0");
    for (String content : List.of("{\"interface\":\"OQS-IF-001\"", "{}", "", "[1]")) {
      Files.writeString(slot.resolve("damaged.json"), content);
      try (FileJournal journal = FileJournal.at(folder)) {
        assertThat(journal.pending()).hasSize(2);
      }
      assertThat(slot.resolve("damaged.json")).doesNotExist();
      assertThat(slot.resolve("damaged.json.damaged")).hasContent(content);
    }
  }

  @Test
  void add_afterTicketsWereRemoved_writesOverTheirFiles() throws IOException {
    try (FileJournal journal = FileJournal.at(folder)) {
      for (int i = 1; i <= 9; i++) {
        journal.add(ticket(i, null));
        journal.remove(ticket(i, null));
      }
      assertThat(files()).hasSize(1);
      journal.add(ticket(1, "x".repeat(3_000)));
      journal.remove(ticket(1, "x".repeat(3_000)));
      journal.add(ticket(2, null));
      assertThat(files()).hasSize(1);
    }
    try (FileJournal journal = FileJournal.at(folder)) {
      assertThat(journal.pending()).containsExactly(ticket(2, null));
    }
  }

  @Test
  void open_fileThatWasFreeWhenItsProcessEnded_isRemoved() throws IOException {
    byte[] whenKilled;
    try (FileJournal journal = FileJournal.at(folder)) {
      journal.add(ticket(1, null));
      journal.remove(ticket(1, null));
      whenKilled = Files.readAllBytes(files().get(0));
    }
    Path left = Files.write(folder.resolve("0/identifier1.json"), whenKilled);
    try (FileJournal journal = FileJournal.at(folder)) {
      assertThat(journal.pending()).isEmpty();
      assertThat(left).doesNotExist();
      assertThat(folder.resolve("0")).isDirectoryNotContaining("glob:**.damaged");
    }
  }

  @Test
  void add_freeFileWasClearedAway_isKeptInANewOne() throws IOException {
    try (FileJournal journal = FileJournal.at(folder)) {
      journal.add(ticket(1, null));
      journal.add(ticket(2, null));
      journal.remove(ticket(1, null));
      for (Path file : files()) {
        Files.delete(file);
      }
      journal.remove(ticket(2, null));
      journal.add(ticket(3, null));
      assertThat(files()).hasSize(1);
    }
    try (FileJournal journal = FileJournal.at(folder)) {
      assertThat(journal.pending()).containsExactly(ticket(3, null));
    }
  }

  @Test
  void remove_afterARush_doesNotKeepEveryFile() throws IOException {
    try (FileJournal journal = FileJournal.at(folder)) {
      for (int i = 0; i < 1_100; i++) {
        journal.add(ticket(i, null));
      }
      assertThat(files()).hasSize(1_100);
      for (int i = 0; i < 1_100; i++) {
        journal.remove(ticket(i, null));
      }
      assertThat(files()).hasSize(1_024);
    }
    assertThat(files()).isEmpty();
  }

  @Test
  void add_folderThatCannotBeMade_failsAsUnavailable() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    try (FileJournal journal = FileJournal.at(file)) {
      assertThatThrownBy(() -> journal.add(ticket(1, null)))
          .isInstanceOf(ExchangeUnavailableException.class);
    }
  }

  @Test
  void at_anyFolder_touchesNothingBeforeTheFirstTicket() throws IOException {
    try (FileJournal journal = FileJournal.at(folder.resolve("later"))) {
      try (Stream<Path> left = Files.list(folder)) {
        assertThat(left).isEmpty();
      }
      assertThat(journal.pending()).isEmpty();
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder.resolve("0"))) {
      return all.filter(file -> file.toString().endsWith(".json")).toList();
    }
  }

  private static Ticket ticket(int number, @Nullable String reference) {
    return new Ticket(
        InterfaceId.of("OQS-IF-001"),
        "OQSsiquc01req_20261123000" + number,
        "identifier" + number,
        MedicalInstitutionCode.of("1319999991"),
        "a1b2",
        reference,
        Basis.CERTIFICATE_SHOWN,
        Instant.parse("2026-11-23T00:15:00Z").plusSeconds(number));
  }
}
