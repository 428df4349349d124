package io.github.shikaku.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.github.shikaku.error.NoAnswerException;
import io.github.shikaku.error.Sent;
import io.github.shikaku.model.Basis;
import io.github.shikaku.model.InterfaceDefinition;
import io.github.shikaku.model.InterfaceId;
import io.github.shikaku.model.MedicalInstitutionCode;
import io.github.shikaku.model.Ticket;
import io.github.shikaku.wire.Catalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of requests whose time is over and that nobody took. */
class ExpiryTest {
  private static final InterfaceDefinition REQUEST =
      Catalogue.standard().require(InterfaceId.of("OQS-IF-001"));
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(100);

  @TempDir Path root;

  private final ShikakuRuntime runtime = ShikakuRuntime.create();
  private @Nullable ExchangeConnection connection;

  @BeforeEach
  void makeFolders() throws IOException {
    Files.createDirectory(root.resolve("req"));
    Files.createDirectory(root.resolve("res"));
  }

  @AfterEach
  void close() {
    if (connection != null) {
      connection.close();
    }
    runtime.close();
  }

  @Test
  void await_twoHundredExpireOnASlowFolder_allAreWithdrawnAndToldSo() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    connect(
        new FolderFiles() {
          @Override
          void move(Path from, Path to) throws IOException {
            if (from.toString().endsWith(".xml")) {
              takeTime(never, Duration.ofMillis(15));
            }
            super.move(from, to);
          }
        });
    List<CompletableFuture<String>> waiting = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      waiting.add(waitFor(send(), SHORT));
    }
    for (CompletableFuture<String> each : waiting) {
      assertThat(sent(each)).isEqualTo(Sent.NO);
    }
    assertThat(requests()).isEmpty();
  }

  @Test
  void await_folderHangsAndNobodyWaitsOn_isWithdrawnOnceItResponds() throws Exception {
    CountDownLatch hang = new CountDownLatch(1);
    Hanging files = new Hanging(hang);
    connect(files);
    Ticket ticket = send();
    files.hangs = true;
    CompletableFuture<String> late = waitFor(ticket, SHORT);
    assertThat(sent(late)).isEqualTo(Sent.UNKNOWN);
    hang.countDown();
    await().until(() -> requests().isEmpty());
    assertThat(sent(waitFor(ticket, LONG))).isEqualTo(Sent.NO);
  }

  @Test
  void await_folderHangsAndSomebodyWaitsOn_staysThere() throws Exception {
    CountDownLatch hang = new CountDownLatch(1);
    Hanging files = new Hanging(hang);
    connect(files);
    Ticket ticket = send();
    files.hangs = true;
    CompletableFuture<String> late = waitFor(ticket, SHORT);
    assertThat(sent(late)).isEqualTo(Sent.UNKNOWN);
    CompletableFuture<String> again = waitFor(ticket, LONG);
    hang.countDown();
    // Comes after everything that had to wait for the folder.
    Ticket next = send();
    assertThat(requests()).contains(ticket.name() + ".xml", next.name() + ".xml");
    Files.delete(root.resolve("req").resolve(ticket.name() + ".xml"));
    Files.writeString(answer(ticket), "<a></a>");
    assertThat(again.get(10, TimeUnit.SECONDS)).isEqualTo("<a></a>");
  }

  @Test
  void await_shareIsLostBetweenTwoLooks_doesNotSayThatItWasSent() throws Exception {
    AtomicBoolean leaves = new AtomicBoolean();
    connect(
        new FolderFiles() {
          @Override
          boolean exists(Path path) {
            if (leaves.get()) {
              moveAway();
            }
            return super.exists(path);
          }
        });
    Ticket ticket = send();
    leaves.set(true);
    assertThat(sent(waitFor(ticket, SHORT))).isEqualTo(Sent.UNKNOWN);
    assertThat(root.resolve("away").resolve(ticket.name() + ".xml")).exists();
  }

  @Test
  void await_shareIsLostWhileTakingBack_doesNotSayThatItWasSent() throws Exception {
    connect(
        new FolderFiles() {
          @Override
          void move(Path from, Path to) throws IOException {
            if (from.toString().endsWith(".xml")) {
              moveAway();
            }
            super.move(from, to);
          }
        });
    Ticket ticket = send();
    assertThat(sent(waitFor(ticket, SHORT))).isEqualTo(Sent.UNKNOWN);
  }

  @Test
  void await_requestWasTaken_saysThatItWasSent() throws Exception {
    connect(new FolderFiles());
    Ticket ticket = send();
    Files.delete(root.resolve("req").resolve(ticket.name() + ".xml"));
    assertThat(sent(waitFor(ticket, SHORT))).isEqualTo(Sent.YES);
  }

  @Test
  void close_afterItsRuntime_doesNotThrow() throws Exception {
    connect(new FolderFiles());
    Ticket ticket = send();
    CompletableFuture<String> waiting = waitFor(ticket, LONG);
    runtime.close();
    connection().close();
    assertThat(sent(waiting)).isEqualTo(Sent.UNKNOWN);
  }

  /** Hangs in every look for a file, while it is told to. */
  private static final class Hanging extends FolderFiles {
    private final CountDownLatch until;
    volatile boolean hangs;

    Hanging(CountDownLatch until) {
      this.until = until;
    }

    @Override
    boolean exists(Path path) {
      if (hangs) {
        takeTime(until, LONG);
      }
      return super.exists(path);
    }
  }

  private static void takeTime(CountDownLatch until, Duration atMost) {
    try {
      boolean unused = until.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void moveAway() {
    try {
      if (Files.isDirectory(root.resolve("req"))) {
        Files.move(root.resolve("req"), root.resolve("away"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void connect(FolderFiles files) {
    connection =
        FolderExchange.at(root)
            .files(files)
            .build()
            .connect(
                new ConnectionSetup(
                    runtime,
                    MedicalInstitutionCode.of("1319999991"),
                    Journal.none(),
                    Catalogue.standard().web()));
  }

  private ExchangeConnection connection() {
    return Objects.requireNonNull(connection);
  }

  private Ticket send() throws Exception {
    Ticket ticket =
        connection()
            .reserve(
                new Reservation(
                    REQUEST,
                    "0123456789abcdef".repeat(2),
                    "",
                    null,
                    Basis.CERTIFICATE_SHOWN,
                    LONG,
                    true))
            .get(10, TimeUnit.SECONDS);
    connection()
        .publish(ticket, "<q></q>".getBytes(StandardCharsets.US_ASCII))
        .get(10, TimeUnit.SECONDS);
    return ticket;
  }

  private CompletableFuture<String> waitFor(Ticket ticket, Duration timeout) {
    return connection()
        .await(
            ticket,
            timeout,
            answer -> new String(answer.content(), StandardCharsets.UTF_8),
            runtime.callbackExecutor());
  }

  private static Sent sent(CompletableFuture<String> waiting) {
    CompletionException failure =
        catchThrowableOfType(
            CompletionException.class, waiting.orTimeout(60, TimeUnit.SECONDS)::join);
    assertThat(failure).hasCauseInstanceOf(NoAnswerException.class);
    return ((NoAnswerException) Objects.requireNonNull(failure.getCause())).sent();
  }

  private Path answer(Ticket ticket) {
    return root.resolve("res").resolve(FolderNames.answer(ticket.name()) + ".xml");
  }

  private List<String> requests() {
    try {
      return new FolderFiles()
          .list(root.resolve("req")).stream().filter(name -> name.endsWith(".xml")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
