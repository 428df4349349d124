package io.github.shikaku.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.github.shikaku.Endurance;
import io.github.shikaku.Shikaku;
import io.github.shikaku.audit.AuditSink;
import io.github.shikaku.error.NoAnswerException;
import io.github.shikaku.error.Sent;
import io.github.shikaku.error.TerminalRejectionException;
import io.github.shikaku.model.Ticket;
import io.github.shikaku.operation.CallOptions;
import io.github.shikaku.qualification.QualificationAnswer;
import io.github.shikaku.testkit.TerminalSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Answers that come late, twice or after nobody waits any more, and what becomes of their files.
 */
class LateAnswerTest {
  private static final CallOptions SHORT = CallOptions.defaults().timeout(Duration.ofMillis(300));

  @TempDir Path folder;

  private Desk desk;
  private TerminalSimulator terminal;
  private Shikaku shikaku;

  @BeforeEach
  void open() {
    desk = Desk.in(folder);
    terminal =
        TerminalSimulator.builder(desk.exchange())
            .createFolders()
            .lateness(Duration.ofMillis(800))
            .start();
    shikaku = desk.open();
  }

  @AfterEach
  void close() {
    shikaku.close();
    desk.close();
    terminal.close();
  }

  @Test
  void await_againAndAgain_theTicketLivesUntilTheAnswerCame() {
    NoAnswerException first =
        catchThrowableOfType(
            NoAnswerException.class,
            () -> shikaku.qualifications().lookup(Desk.query("late"), SHORT));
    Ticket ticket = first.ticket().orElseThrow();
    assertThatThrownBy(
            () ->
                shikaku
                    .qualifications()
                    .await(ticket, CallOptions.defaults().timeout(Duration.ofMillis(50))))
        .isInstanceOfSatisfying(
            NoAnswerException.class, again -> assertThat(again.sent()).isEqualTo(Sent.YES));
    assertThat(shikaku.qualifications().pending()).containsExactly(ticket);
    assertThat(shikaku.qualifications().await(ticket).isConfirmedValid()).isTrue();
    await().until(desk::isTidy);
    assertThat(shikaku.qualifications().pending()).isEmpty();
    assertThat(terminal.requestsTaken()).hasSize(1);
  }

  @Test
  void await_whileSomebodyWaits_isRefusedAndDisturbsNobody() {
    NoAnswerException first =
        catchThrowableOfType(
            NoAnswerException.class,
            () -> shikaku.qualifications().lookup(Desk.query("late"), SHORT));
    Ticket ticket = first.ticket().orElseThrow();
    CompletableFuture<QualificationAnswer> waiting =
        shikaku.qualifications().awaitAsync(ticket, CallOptions.defaults());
    assertThatThrownBy(() -> shikaku.qualifications().await(ticket))
        .isInstanceOf(IllegalStateException.class);
    assertThat(waiting).succeedsWithin(Duration.ofSeconds(5));
  }

  @Test
  void cancel_whileTheAnswerIsOnItsWay_stopsTheWaitingAndTheTicketLivesOn() {
    CompletableFuture<QualificationAnswer> asked =
        shikaku
            .qualifications()
            .lookupAsync(Desk.query("late"), CallOptions.defaults().reference("visit-2"));
    await().until(() -> terminal.requestsTaken().size() == 1);
    assertThat(asked.cancel(false)).isTrue();
    Ticket ticket = shikaku.qualifications().pending("visit-2").orElseThrow();
    await().until(() -> desk.files("res").size() == 1);
    assertThat(shikaku.qualifications().await(ticket).isConfirmedValid()).isTrue();
    await().until(desk::isTidy);
    assertThat(terminal.requestsTaken()).hasSize(1);
  }

  @Test
  void cancel_whileInLine_isNeverSentAndTakesNobodysPlace() {
    terminal.pause();
    try (Shikaku narrow = desk.open(way -> way.maxInFlight(1), client -> {})) {
      CompletableFuture<QualificationAnswer> first =
          narrow.qualifications().lookupAsync(Desk.query("valid"));
      await().until(() -> desk.requests().size() == 1);
      List<CompletableFuture<QualificationAnswer>> line = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        line.add(narrow.qualifications().lookupAsync(Desk.query("valid")));
      }
      assertThatThrownBy(() -> narrow.qualifications().lookup(Desk.query("valid"), SHORT))
          .isInstanceOfSatisfying(
              NoAnswerException.class, late -> assertThat(late.sent()).isEqualTo(Sent.NO));
      line.subList(0, 4).forEach(each -> each.cancel(false));
      terminal.resume();
      assertThat(first).succeedsWithin(Duration.ofSeconds(5));
      assertThat(line.get(4)).succeedsWithin(Duration.ofSeconds(5));
      await().until(() -> narrow.qualifications().pending().isEmpty());
    }
    assertThat(terminal.requestsTaken()).hasSize(2);
    await().until(desk::isTidy);
  }

  @Test
  void pending_whileLookupsAreUnderWay_namesNoneOfThem() {
    List<CompletableFuture<QualificationAnswer>> asked = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      asked.add(shikaku.qualifications().lookupAsync(Desk.query("valid")));
      assertThat(shikaku.qualifications().pending()).isEmpty();
    }
    while (asked.stream().anyMatch(each -> !each.isDone())) {
      assertThat(shikaku.qualifications().pending()).isEmpty();
    }
    assertThat(asked).allMatch(each -> each.join().isConfirmedValid());
    assertThat(shikaku.qualifications().pending()).isEmpty();
  }

  @Test
  void lookup_answeredTwice_isHandedOverOnceAndDoesNotReachAnybodyElse() throws Exception {
    assertThat(shikaku.qualifications().lookup(Desk.query("twice")).isConfirmedValid()).isTrue();
    await().until(() -> shikaku.qualifications().pending().isEmpty());
    // The second answer comes when the first was cleared; nobody waits for it any more.
    assertThat(terminal.awaitIdle(Duration.ofSeconds(5))).isTrue();
    assertThat(desk.files("res")).hasSize(1);
    assertThat(shikaku.qualifications().lookup(Desk.query("invalid")).isConfirmedValid()).isFalse();
    assertThat(terminal.requestsTaken()).hasSize(2).doesNotHaveDuplicates();
    assertThat(shikaku.qualifications().pending()).isEmpty();
  }

  @Test
  void lookup_callbackExecutorRefuses_stillEndsWithItsAnswer() {
    try (ShikakuRuntime full =
            ShikakuRuntime.builder()
                .callbackExecutor(
                    task -> {
                      throw new RejectedExecutionException("full");
                    })
                .build();
        Shikaku over = desk.open(way -> {}, client -> client.runtime(full))) {
      CompletableFuture<QualificationAnswer> answer =
          over.qualifications().lookupAsync(Desk.query("valid"));
      assertThat(answer.join().isConfirmedValid()).isTrue();
    }
    assertThat(desk.isTidy()).isTrue();
  }

  @Test
  void lookup_onTheOnlyCallbackThread_doesNotWaitForItself() throws Exception {
    try (ShikakuRuntime narrow = ShikakuRuntime.builder().callbackThreads(1).build();
        Shikaku nested = desk.open(way -> {}, client -> client.runtime(narrow))) {
      CompletableFuture<Boolean> second =
          nested
              .qualifications()
              .lookupAsync(Desk.query("valid"))
              .thenApply(
                  first -> nested.qualifications().lookup(Desk.query("valid")).isConfirmedValid());
      assertThat(second.get(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void lookup_waitingOrNot_isHandedOverOnTheWaitingThreadOrOnACallbackThread() {
    List<String> threads = new CopyOnWriteArrayList<>();
    AuditSink audit = record -> threads.add(Thread.currentThread().getName());
    try (Shikaku watched = desk.open(way -> {}, client -> client.auditSink(audit))) {
      QualificationAnswer waited = watched.qualifications().lookup(Desk.query("valid"));
      QualificationAnswer called = watched.qualifications().lookupAsync(Desk.query("valid")).join();
      assertThat(waited.isConfirmedValid()).isTrue();
      assertThat(called.isConfirmedValid()).isTrue();
    }
    // Each has a first and a last record.
    assertThat(threads).hasSize(4);
    assertThat(threads.get(1)).isEqualTo(Thread.currentThread().getName());
    assertThat(threads.get(3)).startsWith("shikaku-callback");
  }

  @Test
  void lookup_afterTheClientWasClosed_isRefusedAtOnce() {
    assertThat(shikaku.qualifications().lookup(Desk.query("valid")).isConfirmedValid()).isTrue();
    shikaku.close();
    assertThatThrownBy(() -> shikaku.qualifications().lookup(Desk.query("valid")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    assertThat(terminal.requestsTaken()).hasSize(1);
  }

  @Test
  void close_rightAfterTheAnswer_leavesNoTicketOpen() {
    for (int i = 0; i < Endurance.rounds(30); i++) {
      try (Shikaku brief = desk.open()) {
        assertThat(brief.qualifications().lookup(Desk.query("valid")).isConfirmedValid()).isTrue();
      }
      assertThat(desk.journal().pending()).as("round %d", i).isEmpty();
      assertThat(desk.isTidy()).as("round %d", i).isTrue();
    }
  }

  @Test
  void answerFiles_kept_stayAndTheTicketIsClosed() {
    try (Shikaku keeping = desk.open(way -> way.answerFiles(AnswerFiles.keep()), client -> {})) {
      assertThat(keeping.qualifications().lookup(Desk.query("valid")).isConfirmedValid()).isTrue();
      assertThatThrownBy(() -> keeping.qualifications().lookup(Desk.query("rejected")))
          .isInstanceOf(TerminalRejectionException.class);
      await().until(() -> keeping.qualifications().pending().isEmpty());
    }
    assertThat(desk.files("res")).hasSize(3);
    assertThat(terminal.requestsTaken()).hasSize(2);
  }

  @Test
  void answerFiles_archived_lieInTheFolderOfTheInstitution() throws IOException {
    Path archive = Files.createDirectory(folder.resolve("archive"));
    try (Shikaku archiving =
        desk.open(way -> way.answerFiles(AnswerFiles.archive(archive)), client -> {})) {
      assertThat(archiving.qualifications().lookup(Desk.query("valid")).isConfirmedValid())
          .isTrue();
      assertThatThrownBy(() -> archiving.qualifications().lookup(Desk.query("rejected")))
          .isInstanceOf(TerminalRejectionException.class);
      await().until(desk::isTidy);
    }
    try (Stream<Path> files = Files.list(archive)) {
      assertThat(files.map(file -> file.getFileName().toString().replaceAll("\\d{12}", "N")))
          .containsExactlyInAnyOrder(
              "OQSsiquc01res_N.xml", "OQSsiquc01req_N.xml", "OQSsiquc01req_N.err");
    }
  }

  @Test
  void answerFiles_archiveMissing_deliversAndLeavesTheFile() {
    Path missing = folder.resolve("missing");
    try (Shikaku archiving =
        desk.open(way -> way.answerFiles(AnswerFiles.archive(missing)), client -> {})) {
      assertThat(archiving.qualifications().lookup(Desk.query("valid")).isConfirmedValid())
          .isTrue();
    }
    assertThat(desk.files("res")).hasSize(1);
    assertThat(missing).doesNotExist();
  }

  @Test
  void filesOfOthers_whateverHappensBesideThem_areNeverTouched() throws Exception {
    Path root = desk.exchange();
    for (String name :
        List.of(
            "req/.receptionagent-4711.tmp",
            "req/OQSmuquc01req_202011170001.xml",
            "req/notes.txt",
            "res/OQSsiquc01res_202011170001.xml",
            "res/OQSsiquc01req_202011170002.xml",
            "res/OQSsiquc01req_202011170002.err",
            "res/OQSmuquc02res_202011170003.zip",
            "res/.OQSsiquc01res_202011170004.xml.tmp",
            "face/OQSsiquc01res_face_1319999991abcdef_20201117090000.xml",
            ".shikaku/names/somebody/else",
            "trash/old.xml")) {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "of somebody else: " + name);
      Files.setLastModifiedTime(file, FileTime.fromMillis(1_600_000_000_000L));
    }
    Map<String, String> before = othersFiles(root);

    assertThat(shikaku.qualifications().lookup(Desk.query("valid")).isConfirmedValid()).isTrue();
    assertThatThrownBy(() -> shikaku.qualifications().lookup(Desk.query("rejected")))
        .isInstanceOf(TerminalRejectionException.class);
    assertThatThrownBy(() -> shikaku.qualifications().lookup(Desk.query("late"), SHORT))
        .isInstanceOf(NoAnswerException.class);
    assertThatThrownBy(() -> shikaku.qualifications().lookup(Desk.query("not-taken"), SHORT))
        .isInstanceOf(NoAnswerException.class);
    shikaku.close();
    desk.close();
    shikaku = desk.open();
    shikaku.qualifications().pending().forEach(shikaku.qualifications()::await);
    shikaku.close();

    assertThat(othersFiles(root)).isEqualTo(before);
    assertThat(terminal.requestsTaken()).hasSize(3);
  }

  /** Path, time and content of all but the names that were reserved and the simulator's mark. */
  private static Map<String, String> othersFiles(Path root) throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.endsWith(".shikaku-simulator")) {
          found.put(
              root.relativize(file).toString(),
              Files.getLastModifiedTime(file) + " " + Files.readString(file));
        }
      }
    }
    return found;
  }
}
