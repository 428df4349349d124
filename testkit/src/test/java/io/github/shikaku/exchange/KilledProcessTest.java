package io.github.shikaku.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.github.shikaku.Endurance;
import io.github.shikaku.Shikaku;
import io.github.shikaku.error.NoAnswerException;
import io.github.shikaku.error.Sent;
import io.github.shikaku.model.Ticket;
import io.github.shikaku.testkit.AnswerDelay;
import io.github.shikaku.testkit.TerminalSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process is killed (SIGKILL); the next one finds out what became of its question. */
class KilledProcessTest {
  private static final int ROUNDS = Endurance.rounds(2);

  @TempDir Path folder;

  private Desk desk;
  private TerminalSimulator terminal;

  @BeforeEach
  void open() {
    desk = Desk.in(folder);
    terminal =
        TerminalSimulator.builder(desk.exchange())
            .createFolders()
            .delay(AnswerDelay.between(Duration.ofMillis(1), Duration.ofMillis(60), 139998))
            .start();
  }

  @AfterEach
  void close() {
    desk.close();
    terminal.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CREATE_DIRECTORY-3", "CREATE", "ADD"})
  void kill_beforeTheTicketIsInTheJournal_nothingWasSentAndNothingIsOpen(String step)
      throws Exception {
    killAt(step);
    try (Shikaku next = desk.open()) {
      assertThat(next.qualifications().pending()).isEmpty();
      assertThat(terminal.requestsTaken()).isEmpty();
      assertThat(next.qualifications().lookup(Desk.query("valid")).isConfirmedValid()).isTrue();
    }
    assertThat(terminal.requestsTaken()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ADDED", "WRITE", "MOVE"})
  void kill_beforeTheRename_theTicketSaysThatItWasNeverSentAndNeverWillBe(String step)
      throws Exception {
    killAt(step);
    try (Shikaku next = desk.open()) {
      Ticket ticket = next.qualifications().pending("visit-1").orElseThrow();
      NoAnswerException never =
          catchThrowableOfType(NoAnswerException.class, () -> next.qualifications().await(ticket));
      assertThat(never.sent()).isEqualTo(Sent.NO);
      assertThat(next.qualifications().pending()).isEmpty();
      await().until(desk::isTidy);
      assertThat(terminal.awaitIdle(Duration.ofSeconds(5))).isTrue();
      assertThat(terminal.requestsTaken()).isEmpty();
      assertThat(next.qualifications().lookup(Desk.query("valid")).isConfirmedValid()).isTrue();
    }
    assertThat(terminal.requestsTaken()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void kill_afterTheRename_theAnswerComesHomeAndNothingIsSentTwice(boolean delivered)
      throws Exception {
    if (delivered) {
      killAnsweredAt("REMOVE");
    } else {
      killAt("READ");
    }
    try (Shikaku next = desk.open()) {
      Ticket ticket = next.qualifications().pending("visit-1").orElseThrow();
      assertThat(next.qualifications().await(ticket).isConfirmedValid()).isTrue();
      await().until(desk::isTidy);
      assertThat(next.qualifications().pending()).isEmpty();
    }
    assertThat(terminal.requestsTaken()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"REMOVED", "DELETE", "CLOSED"})
  void kill_afterTheTicketWasClosed_theCallerHadTheAnswerAndNothingIsOpen(String step)
      throws Exception {
    killAnsweredAt(step);
    try (Shikaku next = desk.open()) {
      assertThat(next.qualifications().pending()).isEmpty();
      assertThat(next.qualifications().lookup(Desk.query("valid")).isConfirmedValid()).isTrue();
    }
    assertThat(terminal.requestsTaken()).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void kill_beforeWithdrawal_theRequestIsTakenAndItsAnswerComesHome() throws Exception {
    terminal.pause();
    killWithdrawingAt("MOVE-2");
    terminal.resume();
    try (Shikaku next = desk.open()) {
      Ticket ticket = next.qualifications().pending("visit-1").orElseThrow();
      assertThat(next.qualifications().await(ticket).isConfirmedValid()).isTrue();
    }
    assertThat(terminal.requestsTaken()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"REMOVE", "REMOVED"})
  void kill_duringWithdrawal_theRequestIsNeverTaken(String step) throws Exception {
    terminal.pause();
    killWithdrawingAt(step);
    terminal.resume();
    try (Shikaku next = desk.open()) {
      for (Ticket ticket : next.qualifications().pending()) {
        NoAnswerException never =
            catchThrowableOfType(
                NoAnswerException.class, () -> next.qualifications().await(ticket));
        assertThat(never.sent()).isEqualTo(Sent.NO);
      }
      assertThat(next.qualifications().pending()).isEmpty();
    }
    assertThat(terminal.awaitIdle(Duration.ofSeconds(5))).isTrue();
    assertThat(terminal.requestsTaken()).isEmpty();
  }

  @Test
  void kill_atAnyMomentUnderLoad_everyRequestThatWasTakenIsAnsweredToSomebody() throws Exception {
    Random random = new Random(39139993);
    Set<String> answered = new TreeSet<>();
    for (int round = 0; round < ROUNDS; round++) {
      int first = 20_000_000 + round * 10_000;
      try (ChildProcess busy = ChildProcess.start(AskingProcess.class, folder, 10_000, 20, first)) {
        busy.until("ASKED " + (first + 5 + random.nextInt(60)));
        List<String> said = busy.kill();
        said.stream()
            .filter(line -> line.matches("ANSWERED \\d{8}"))
            .forEach(line -> answered.add(line.substring(9)));
      }
      try (Shikaku next = desk.open()) {
        for (Ticket ticket : next.qualifications().pending()) {
          try {
            next.qualifications().await(ticket);
            answered.add(ticket.callerReference().orElseThrow());
          } catch (NoAnswerException never) {
            assertThat(never.sent()).isEqualTo(Sent.NO);
          }
        }
        await().until(() -> next.qualifications().pending().isEmpty());
      }
      desk.close();
      assertThat(terminal.requestsTaken())
          .as("round %d", round)
          .doesNotHaveDuplicates()
          .hasSameSizeAs(answered);
    }
  }

  private List<String> killAt(String step) throws Exception {
    try (ChildProcess child = ChildProcess.start(HaltingProcess.class, folder, step, 10_000)) {
      return child.until("HALTED").kill();
    }
  }

  /** After the caller was told, which happens beside the closing of the ticket. */
  private List<String> killAnsweredAt(String step) throws Exception {
    try (ChildProcess child = ChildProcess.start(HaltingProcess.class, folder, step, 10_000)) {
      return child.until("HALTED").until("ANSWERED").kill();
    }
  }

  /** Nobody takes the request, so that it is withdrawn soon. */
  private void killWithdrawingAt(String step) throws Exception {
    try (ChildProcess child = ChildProcess.start(HaltingProcess.class, folder, step, 300)) {
      child.until("HALTED").kill();
    }
  }
}
