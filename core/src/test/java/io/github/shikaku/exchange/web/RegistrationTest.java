package io.github.shikaku.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.github.shikaku.Shikaku;
import io.github.shikaku.audit.CallContext;
import io.github.shikaku.audit.OperatorRole;
import io.github.shikaku.error.ExchangeUnavailableException;
import io.github.shikaku.error.NoAnswerException;
import io.github.shikaku.error.ProvisionalLayoutException;
import io.github.shikaku.error.Sent;
import io.github.shikaku.exchange.AnswerKind;
import io.github.shikaku.exchange.FileJournal;
import io.github.shikaku.exchange.Journal;
import io.github.shikaku.exchange.RawAnswer;
import io.github.shikaku.exchange.ShikakuRuntime;
import io.github.shikaku.exchange.web.TestServer.Reply;
import io.github.shikaku.model.InterfaceId;
import io.github.shikaku.model.Ticket;
import io.github.shikaku.operation.CallOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must never be doubled; a raw request stands for it, because nobody knows what it does. */
class RegistrationTest {
  private static final Certificates AUTHORITY = Certificates.authority("Test CA");
  private static final InterfaceId REQUEST = InterfaceId.of("OQS-IF-001");
  private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private TestServer server;
  private Journal journal;

  @BeforeEach
  void start() throws IOException {
    journal = FileJournal.at(folder);
    server =
        new TestServer(Certificates.serverContext(AUTHORITY.server("localhost"), AUTHORITY.root()));
  }

  @AfterEach
  void stop() {
    server.close();
    journal.close();
  }

  @Test
  void send_answered_isJsonAndLeavesNothingOpen() {
    try (Shikaku shikaku = client()) {
      RawAnswer answer = shikaku.raw().send(REQUEST, BODY);

      assertThat(answer.kind()).isEqualTo(AnswerKind.JSON);
      assertThat(new String(answer.content(), StandardCharsets.UTF_8))
          .isEqualTo(TestServer.answer());
    }
    // Settled only after the answer was handed over.
    await().until(() -> journal.pending().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void send_serverInTrouble_isUnknownAndNotRepeated(int status) {
    server.onSearch(question -> Reply.json(status, "{}").with("Retry-After", "0"));
    try (Shikaku shikaku = client()) {
      NoAnswerException e =
          catchThrowableOfType(NoAnswerException.class, () -> shikaku.raw().send(REQUEST, BODY));

      assertThat(e.sent()).isEqualTo(Sent.UNKNOWN);
      assertThat(e.errorId()).isEqualTo("SHK-C-313");
    }
    assertThat(server.searches).hasValue(1);
    assertThat(journal.pending()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404, 429})
  void send_notProcessed_leavesNothingOpen(int status) {
    server.onSearch(question -> Reply.json(status, "{}").with("Retry-After", "0"));
    try (Shikaku shikaku = client()) {
      assertThatThrownBy(() -> shikaku.raw().send(REQUEST, BODY))
          .isInstanceOf(ExchangeUnavailableException.class);
    }
    assertThat(server.searches).hasValue(1);
    assertThat(journal.pending()).isEmpty();
  }

  @Test
  void send_tokenRefused_isRepeatedOnceBecauseItWasNotProcessed() {
    server.onLogin(question -> Reply.json(200, TestServer.token("t" + server.logins.get())));
    server.onSearch(
        question ->
            "t2".equals(question.headers().get("Authorization"))
                ? Reply.json(200, TestServer.answer())
                : Reply.json(401, "{}"));
    try (Shikaku shikaku = client()) {
      shikaku.raw().send(REQUEST, BODY);
    }
    assertThat(server.searches).hasValue(2);
  }

  @Test
  void send_redirected_isUnknownBecauseItMayBeDone() {
    server.onSearch(question -> Reply.json(303, "{}").with("Location", "/done"));
    try (Shikaku shikaku = client()) {
      NoAnswerException e =
          catchThrowableOfType(NoAnswerException.class, () -> shikaku.raw().send(REQUEST, BODY));

      assertThat(e.sent()).isEqualTo(Sent.UNKNOWN);
    }
    assertThat(journal.pending()).hasSize(1);
  }

  @Test
  void send_timeIsOverBeforeTheLogin_neverGoesOut() {
    CountDownLatch open = new CountDownLatch(1);
    server.onLogin(
        question -> {
          try {
            open.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return Reply.json(200, TestServer.token("late"));
        });
    ManualExecutor busy = new ManualExecutor();
    try (ShikakuRuntime runtime = ShikakuRuntime.builder().callbackExecutor(busy).build();
        Shikaku shikaku = acting(builder().runtime(runtime).build())) {
      CallOptions soon = CallOptions.defaults().timeout(Duration.ofSeconds(1));
      var sent = shikaku.raw().sendAsync(REQUEST, BODY, soon);
      await().until(() -> server.logins.get() == 1);
      busy.hold();
      await().until(() -> busy.held() == 1);
      open.countDown();
      await().until(() -> busy.held() == 2);
      busy.letGoLastFirst();

      assertThatThrownBy(sent::join)
          .cause()
          .isInstanceOfSatisfying(
              NoAnswerException.class, e -> assertThat(e.sent()).isEqualTo(Sent.NO));
      // The token has come by now; with it the request would have gone out.
      shikaku.raw().send(REQUEST, BODY);
    }
    assertThat(server.searches).hasValue(1);
    await().until(() -> journal.pending().isEmpty());
  }

  /** Runs on threads of its own, but nothing new while it is held. */
  private static final class ManualExecutor implements Executor {
    private final List<Runnable> held = new ArrayList<>();
    private boolean holding;

    @Override
    public synchronized void execute(Runnable task) {
      if (holding) {
        held.add(task);
      } else {
        CompletableFuture<Void> unused = CompletableFuture.runAsync(task);
      }
    }

    synchronized void hold() {
      holding = true;
    }

    synchronized int held() {
      return held.size();
    }

    void letGoLastFirst() {
      List<Runnable> tasks;
      synchronized (this) {
        holding = false;
        tasks = new ArrayList<>(held);
        held.clear();
      }
      Collections.reverse(tasks);
      tasks.forEach(Runnable::run);
    }
  }

  @Test
  void send_connectionBreaks_isUnknownAndNotRepeated() {
    server.onSearch(
        question -> {
          throw new IOException("hangs up");
        });
    try (Shikaku shikaku = client()) {
      NoAnswerException e =
          catchThrowableOfType(NoAnswerException.class, () -> shikaku.raw().send(REQUEST, BODY));

      assertThat(e.sent()).isEqualTo(Sent.UNKNOWN);
    }
    assertThat(server.searches).hasValue(1);
    assertThat(journal.pending()).hasSize(1);
  }

  @Test
  void send_noAnswerInTime_staysOpenUntilSomebodyLooks() {
    CountDownLatch open = new CountDownLatch(1);
    server.onSearch(
        question -> {
          try {
            open.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return Reply.json(200, TestServer.answer());
        });
    try (Shikaku shikaku = client()) {
      CallOptions soon = CallOptions.defaults().timeout(Duration.ofSeconds(2)).reference("visit-1");
      assertThatThrownBy(() -> shikaku.raw().sendAsync(REQUEST, BODY, soon).join())
          .isInstanceOf(CompletionException.class)
          .cause()
          .isInstanceOfSatisfying(
              NoAnswerException.class, e -> assertThat(e.sent()).isEqualTo(Sent.YES));
      List<Ticket> pending = shikaku.qualifications().pending();
      assertThat(pending).singleElement().extracting(Ticket::reference).isEqualTo("visit-1");

      assertThatThrownBy(() -> shikaku.qualifications().await(pending.get(0)))
          .isInstanceOfSatisfying(
              NoAnswerException.class, e -> assertThat(e.sent()).isEqualTo(Sent.UNKNOWN));
      assertThat(journal.pending()).isEmpty();
    } finally {
      open.countDown();
    }
  }

  @Test
  void send_pathNobodyPublished_isRefusedEvenWhenAllowed() {
    InterfaceId registration = InterfaceId.of("OQS-IF-003");
    try (Shikaku shikaku = builder().allowProvisional(registration).build()) {
      assertThatThrownBy(() -> acting(shikaku).raw().send(registration, BODY))
          .isInstanceOf(ProvisionalLayoutException.class)
          .hasMessageContaining("OQS-IF-003");
    }
  }

  private Shikaku client() {
    return acting(builder().build());
  }

  private Shikaku.Builder builder() {
    return Clients.builder(Clients.exchange(server, AUTHORITY).allowProvisionalLogin().build())
        .journal(journal)
        .auditSink(record -> {});
  }

  private static Shikaku acting(Shikaku shikaku) {
    return shikaku.onBehalfOf(
        CallContext.builder()
            .operatorId("op-17")
            .role(OperatorRole.CLERK)
            .patientId("KANJA-4711")
            .purpose("受付")
            .build());
  }
}
