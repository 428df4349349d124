package io.github.shikaku.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.github.shikaku.Shikaku;
import io.github.shikaku.error.ExchangeUnavailableException;
import io.github.shikaku.error.NoAnswerException;
import io.github.shikaku.error.Sent;
import io.github.shikaku.error.ShikakuException;
import io.github.shikaku.exchange.FaultyFiles.Touch;
import io.github.shikaku.model.Ticket;
import io.github.shikaku.operation.CallOptions;
import io.github.shikaku.operation.Road;
import io.github.shikaku.qualification.QualificationAnswer;
import io.github.shikaku.qualification.QualificationQuery;
import io.github.shikaku.testkit.TerminalSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder that is full, read-only, locked, hanging or away, before and while somebody waits. */
class FolderFaultTest {
  private static final CallOptions SHORT = CallOptions.defaults().timeout(Duration.ofMillis(500));

  @TempDir Path folder;

  private final FaultyFiles files = new FaultyFiles();
  private Desk desk;
  private TerminalSimulator terminal;
  private Shikaku shikaku;

  @BeforeEach
  void open() {
    desk = Desk.in(folder);
    terminal = TerminalSimulator.builder(desk.exchange()).createFolders().start();
    shikaku = desk.open(way -> way.files(files), client -> {});
  }

  @AfterEach
  void close() {
    files.mend();
    shikaku.close();
    desk.close();
    terminal.close();
  }

  @Test
  void lookup_diskFull_sendsNothingLeavesNothingAndWorksOnceThereIsRoom() throws Exception {
    terminal.close();
    try (SmallDisk disk = SmallDisk.mount(desk.exchange());
        TerminalSimulator small =
            TerminalSimulator.builder(desk.exchange()).createFolders().start()) {
      Path ballast = disk.fill();
      assertThatThrownBy(this::lookup)
          .isInstanceOf(ExchangeUnavailableException.class)
          .hasMessageContaining("full");
      assertThat(small.requestsTaken()).isEmpty();
      await().until(desk::isTidy);
      assertThat(shikaku.qualifications().pending()).isEmpty();

      Files.delete(ballast);
      assertThat(lookup().isConfirmedValid()).isTrue();
      assertThat(small.requestsTaken()).hasSize(1);
    }
  }

  @Test
  void lookup_folderReadOnly_sendsNothingAndOnlyLooksOnForWhatWasSent() throws Exception {
    terminal.close();
    try (SmallDisk disk = SmallDisk.mount(desk.exchange());
        TerminalSimulator readOnly =
            TerminalSimulator.builder(desk.exchange()).createFolders().start()) {
      readOnly.pause();
      CompletableFuture<QualificationAnswer> waiting =
          shikaku
              .qualifications()
              .lookupAsync(
                  Desk.query("valid"), CallOptions.defaults().timeout(Duration.ofSeconds(1)));
      await().until(() -> desk.requests().size() == 1);
      disk.remount("ro");
      assertThatThrownBy(this::lookup).isInstanceOf(ExchangeUnavailableException.class);

      NoAnswerException stuck = noAnswer(waiting);
      assertThat(stuck.sent()).isEqualTo(Sent.UNKNOWN);
      Ticket ticket = stuck.ticket().orElseThrow();
      assertThat(shikaku.qualifications().pending()).containsExactly(ticket);

      disk.remount("rw");
      readOnly.resume();
      assertThat(shikaku.qualifications().await(ticket).isConfirmedValid()).isTrue();
      assertThat(readOnly.requestsTaken()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Touch.class,
      names = {"CREATE_DIRECTORY", "CREATE", "WRITE", "MOVE"})
  void lookup_anyStepOfSendingFails_isNotSentAndLeavesNothing(Touch step) {
    files.put(
        (touch, file) -> {
          if (touch == step) {
            throw new FileSystemException(file.toString(), null, "There is not enough space");
          }
        });
    assertThatThrownBy(this::lookup).isInstanceOf(ExchangeUnavailableException.class);
    files.mend();
    await().until(desk::isTidy);
    assertThat(shikaku.qualifications().pending()).isEmpty();
    assertThat(terminal.requestsTaken()).isEmpty();
    assertThat(lookup().isConfirmedValid()).isTrue();
  }

  @Test
  void lookup_moveFailsThoughItHappened_isAnsweredAndSentOnce() {
    FaultyFiles lossy =
        new FaultyFiles() {
          @Override
          void move(Path from, Path to) throws IOException {
            super.move(from, to);
            throw new FileSystemException(from.toString(), null, "The network name is gone");
          }
        };
    try (Shikaku over = desk.open(way -> way.files(lossy), client -> {})) {
      assertThat(over.qualifications().lookup(Desk.query("valid")).isConfirmedValid()).isTrue();
    }
    assertThat(terminal.requestsTaken()).hasSize(1);
  }

  @Test
  void lookup_answerLockedForAWhile_isReadOnceItIsFree() {
    AtomicInteger locked = new AtomicInteger(5);
    files.put(
        (touch, file) -> {
          if (touch == Touch.READ && locked.getAndDecrement() > 0) {
            throw inUse(file);
          }
        });
    assertThat(lookup().isConfirmedValid()).isTrue();
    assertThat(locked.get()).isNegative();
  }

  @Test
  void lookup_answerLockedTooLong_saysSoAndCanBeAwaitedOn() {
    files.put(
        (touch, file) -> {
          if (touch == Touch.READ) {
            throw inUse(file);
          }
        });
    NoAnswerException late = noAnswer(shikaku.qualifications().lookupAsync(valid(), SHORT));
    assertThat(late.sent()).isEqualTo(Sent.YES);
    assertThat(late).hasMessageContaining("cannot be opened");
    files.mend();
    assertThat(shikaku.qualifications().await(late.ticket().orElseThrow()).isConfirmedValid())
        .isTrue();
    assertThat(terminal.requestsTaken()).hasSize(1);
  }

  @Test
  void lookup_answerLockedAgainstDeletion_isDeletedLater() {
    AtomicInteger locked = new AtomicInteger(1);
    files.put(
        (touch, file) -> {
          if (touch == Touch.DELETE
              && file.toString().endsWith(".xml")
              && file.toString().contains("res_")
              && locked.getAndDecrement() > 0) {
            throw inUse(file);
          }
        });
    assertThat(lookup().isConfirmedValid()).isTrue();
    await().atMost(Duration.ofSeconds(10)).until(desk::isTidy);
    assertThat(locked.get()).isNegative();
  }

  @Test
  void lookup_requestLockedWhenItShouldBeWithdrawn_mayHaveBeenSentAndWaitsOn() {
    terminal.pause();
    files.put(
        (touch, file) -> {
          if (touch == Touch.MOVE && file.toString().endsWith(".xml")) {
            throw inUse(file);
          }
        });
    NoAnswerException late = noAnswer(shikaku.qualifications().lookupAsync(valid(), SHORT));
    assertThat(late.sent()).isEqualTo(Sent.UNKNOWN);
    terminal.resume();
    assertThat(shikaku.qualifications().await(late.ticket().orElseThrow()).isConfirmedValid())
        .isTrue();
    assertThat(terminal.requestsTaken()).hasSize(1);
  }

  @Test
  void lookup_folderHangs_holdsNeitherTheCallersNorOtherFoldersAndSendsNothingLater()
      throws Exception {
    CountDownLatch hang = new CountDownLatch(1);
    Desk other = Desk.in(folder.resolve("other"));
    try (ShikakuRuntime shared = ShikakuRuntime.create();
        TerminalSimulator healthy =
            TerminalSimulator.builder(other.exchange()).createFolders().start();
        Shikaku hanging = desk.open(way -> way.files(files), client -> client.runtime(shared));
        Shikaku working = other.open(way -> {}, client -> client.runtime(shared))) {
      files.put((touch, file) -> hold(hang));
      List<CompletableFuture<QualificationAnswer>> waiting = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        waiting.add(hanging.qualifications().lookupAsync(valid(), SHORT));
      }
      assertThat(working.qualifications().lookup(valid()).isConfirmedValid()).isTrue();
      assertThat(
              Thread.getAllStackTraces().values().stream()
                  .filter(
                      stack -> Stream.of(stack).anyMatch(at -> at.getMethodName().equals("hold"))))
          .as("threads that the folder holds")
          .hasSize(1);
      for (CompletableFuture<QualificationAnswer> late : waiting) {
        assertThat(noAnswer(late).sent()).isEqualTo(Sent.NO);
      }
      files.mend();
      hang.countDown();
      assertThat(hanging.qualifications().lookup(valid()).isConfirmedValid()).isTrue();
      assertThat(terminal.requestsTaken()).hasSize(1);
      assertThat(healthy.requestsTaken()).hasSize(1);
      await().until(desk::isTidy);
      assertThat(hanging.qualifications().pending()).isEmpty();
    } finally {
      hang.countDown();
      other.close();
    }
  }

  @Test
  void lookup_folderHangsUnderAWaitingRequest_mayHaveBeenSentAndIsWithdrawnOnceItResponds()
      throws Exception {
    CountDownLatch hang = new CountDownLatch(1);
    terminal.pause();
    CompletableFuture<QualificationAnswer> waiting =
        shikaku
            .qualifications()
            .lookupAsync(valid(), CallOptions.defaults().timeout(Duration.ofSeconds(1)));
    await().until(() -> desk.requests().size() == 1);
    files.put((touch, file) -> hold(hang));
    NoAnswerException late = noAnswer(waiting);
    assertThat(late.sent()).isEqualTo(Sent.UNKNOWN);
    assertThat(shikaku.qualifications().pending()).hasSize(1);
    files.mend();
    hang.countDown();
    await().until(desk::isTidy);
    await().until(() -> shikaku.qualifications().pending().isEmpty());
    assertThat(noAnswer(awaitAgain(late)).sent()).isEqualTo(Sent.NO);
    terminal.resume();
    assertThat(lookup().isConfirmedValid()).isTrue();
    assertThat(terminal.requestsTaken()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"n, e", "e, n"})
  void lookup_terminalEncryptsTheRequestOrItsAnswer_isRefusedAndSendsNothing(
      String request, String answer) throws Exception {
    Path config = Files.createDirectory(folder.resolve("config"));
    try (Shikaku knowing = desk.open(way -> way.terminalConfig(config), client -> {})) {
      String lines = "OQSsiquc01req=%s\r\nOQSsiquc01res=%s\r\n";
      Files.writeString(config.resolve("encrypt.conf"), lines.formatted(request, answer));
      assertThatThrownBy(() -> knowing.qualifications().lookup(valid()))
          .isInstanceOf(ExchangeUnavailableException.class)
          .hasMessageContaining("encrypt.conf");
      assertThat(terminal.requestsTaken()).isEmpty();
      assertThat(desk.isTidy()).isTrue();

      Files.writeString(config.resolve("encrypt.conf"), lines.formatted("n", "n"));
      assertThat(knowing.qualifications().lookup(valid()).isConfirmedValid()).isTrue();
    }
  }

  @Test
  void close_afterTheSharedRuntime_endsWaitingAndClosesWhatIsItsOwn() {
    terminal.pause();
    ShikakuRuntime shared = ShikakuRuntime.create();
    Shikaku late = desk.open(way -> {}, client -> client.runtime(shared));
    CompletableFuture<QualificationAnswer> waiting = late.qualifications().lookupAsync(valid());
    await().until(() -> desk.requests().size() == 1);
    shared.close();
    late.close();
    assertThat(noAnswer(waiting).sent()).isEqualTo(Sent.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "res", "req"})
  void lookup_folderVanishesAndReturnsWhileLookupsWait_allAreAnswered(String gone)
      throws Exception {
    terminal.pause();
    List<CompletableFuture<QualificationAnswer>> waiting = new ArrayList<>();
    for (String id : List.of("valid", "national", "invalid", "none")) {
      waiting.add(shikaku.qualifications().lookupAsync(Desk.query(id)));
    }
    await().until(() -> desk.requests().size() == waiting.size());

    Path there = desk.exchange().resolve(gone).normalize();
    Path away = folder.resolve("away");
    Files.move(there, away);
    ShikakuException failure =
        catchThrowableOfType(
            ShikakuException.class, () -> shikaku.qualifications().lookup(valid(), SHORT));
    assertThat(there).doesNotExist();
    Files.move(away, there);
    terminal.resume();
    // Only a folder for answers that is away lets a request out, and it may be taken back.
    int sentAfterAll = 0;
    if (failure instanceof NoAnswerException late) {
      assertThat(late.sent()).isNotEqualTo(Sent.YES);
      sentAfterAll = late.sent() == Sent.UNKNOWN && isAnsweredAfterAll(late) ? 1 : 0;
    } else {
      assertThat(failure).isInstanceOf(ExchangeUnavailableException.class);
    }

    for (CompletableFuture<QualificationAnswer> each : waiting) {
      assertThat(each).succeedsWithin(Duration.ofSeconds(10));
    }
    assertThat(terminal.requestsTaken())
        .hasSize(waiting.size() + sentAfterAll)
        .doesNotHaveDuplicates();
  }

  /** Unknown means either; what it was in the end is certain. */
  private boolean isAnsweredAfterAll(NoAnswerException unknown) throws Exception {
    try {
      return awaitAgain(unknown).get().isConfirmedValid();
    } catch (ExecutionException e) {
      assertThat(e.getCause())
          .isInstanceOfSatisfying(
              NoAnswerException.class, late -> assertThat(late.sent()).isEqualTo(Sent.NO));
      return false;
    }
  }

  @Test
  void lookup_answerFolderMadeAnewWhileLookupsWait_answersAreFoundInTheNewOne() throws Exception {
    terminal.pause();
    CompletableFuture<QualificationAnswer> waiting =
        shikaku.qualifications().lookupAsync(Desk.query("valid"));
    await().until(() -> desk.requests().size() == 1);
    Files.delete(desk.exchange().resolve("res"));
    Files.createDirectory(desk.exchange().resolve("res"));
    terminal.resume();
    assertThat(waiting).succeedsWithin(Duration.ofSeconds(10));
  }

  @Test
  void lookup_folderGoneBetweenReservationAndSending_keepsNoPlaceInFlight() throws Exception {
    Path away = folder.resolve("away");
    FaultyFiles leaving =
        new FaultyFiles() {
          @Override
          void createEmpty(Path file) throws IOException {
            super.createEmpty(file);
            Files.move(desk.exchange(), away);
          }
        };
    try (Shikaku narrow = desk.open(way -> way.files(leaving).maxInFlight(1), client -> {})) {
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> narrow.qualifications().lookup(valid(), SHORT))
            .isInstanceOf(ExchangeUnavailableException.class);
        Files.move(away, desk.exchange());
      }
      await().until(() -> narrow.qualifications().pending().isEmpty());
    }
    assertThat(terminal.requestsTaken()).isEmpty();
    assertThat(desk.requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"REQ, RES, FACE", "Req, Res, Face", "req, RES, face"})
  void lookup_foldersInAnyCase_areFoundAndNoneIsMade(String req, String res, String face)
      throws Exception {
    Desk old = Desk.in(folder.resolve("old"));
    for (String name : List.of(req, res, face)) {
      Files.createDirectories(old.exchange().resolve(name));
    }
    try (TerminalSimulator shouting = TerminalSimulator.builder(old.exchange()).start();
        Shikaku over = old.open()) {
      assertThat(over.qualifications().lookup(valid()).isConfirmedValid()).isTrue();
      assertThat(shouting.requestsTaken()).hasSize(1);
      assertThat(old.files("."))
          .containsExactlyInAnyOrder(".shikaku", ".shikaku-simulator", req, res, face);
    } finally {
      old.close();
    }
  }

  @Test
  void lookup_journalRefuses_isNotSentAndLeavesNothing() {
    Journal full =
        new Journal() {
          @Override
          public void add(Ticket ticket) {
            throw new UncheckedIOException(new IOException("somebody else's journal broke"));
          }

          @Override
          public void remove(Ticket ticket) {
            throw new UncheckedIOException(new IOException("somebody else's journal broke"));
          }

          @Override
          public List<Ticket> pending() {
            return List.of();
          }

          @Override
          public void close() {
            // Nothing is held.
          }
        };
    try (Shikaku over = desk.open(way -> {}, client -> client.journal(full))) {
      assertThatThrownBy(() -> over.qualifications().lookup(valid()))
          .isInstanceOf(UncheckedIOException.class);
    }
    assertThat(desk.isTidy()).isTrue();
    assertThat(terminal.requestsTaken()).isEmpty();
  }

  private QualificationAnswer lookup() {
    return shikaku.qualifications().lookup(valid());
  }

  private CompletableFuture<QualificationAnswer> awaitAgain(NoAnswerException late) {
    return shikaku.qualifications().awaitAsync(late.ticket().orElseThrow(), CallOptions.defaults());
  }

  private static QualificationQuery valid() {
    return Desk.query("valid");
  }

  private static NoAnswerException noAnswer(CompletableFuture<QualificationAnswer> asked) {
    return catchThrowableOfType(NoAnswerException.class, () -> Road.join(asked));
  }

  private static FileSystemException inUse(Path file) {
    return new FileSystemException(
        file.toString(), null, "The process cannot access the file because it is being used");
  }

  private static void hold(CountDownLatch until) {
    try {
      until.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
