package io.github.shikaku.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.github.shikaku.Shikaku;
import io.github.shikaku.error.ExchangeUnavailableException;
import io.github.shikaku.error.NoAnswerException;
import io.github.shikaku.error.ProvisionalLayoutException;
import io.github.shikaku.error.Sent;
import io.github.shikaku.error.ShikakuException;
import io.github.shikaku.error.UnusableAnswerException;
import io.github.shikaku.error.WebRejectionException;
import io.github.shikaku.exchange.web.TestServer.Reply;
import io.github.shikaku.model.PersonalText;
import io.github.shikaku.model.QualificationValidity;
import io.github.shikaku.operation.CallOptions;
import io.github.shikaku.qualification.QualificationAnswer;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebLookupTest {
  private static final Certificates AUTHORITY = Certificates.authority("Test CA");

  private TestServer server;

  @BeforeEach
  void start() throws IOException {
    server =
        new TestServer(Certificates.serverContext(AUTHORITY.server("localhost"), AUTHORITY.root()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void lookup_overMutualTls_isAnsweredAndCarriesTokenAndJson() {
    List<TestServer.Question> seen = new CopyOnWriteArrayList<>();
    server.onSearch(
        question -> {
          seen.add(question);
          return Reply.json(200, TestServer.answer());
        });
    try (Shikaku shikaku = client()) {
      QualificationAnswer answer = shikaku.qualifications().lookup(Clients.query());

      assertThat(answer.validity().is(QualificationValidity.VALID)).isTrue();
      assertThat(seen.get(0).headers())
          .containsEntry("Authorization", "token-1")
          .containsEntry("Content-type", "application/json;charset=UTF-8")
          .containsEntry("Accept", "application/json")
          .doesNotContainKey("Accept-encoding");
      assertThat(seen.get(0).body())
          .startsWith("{\"XmlMsg\":{\"MessageHeader\":{\"QualificationConfirmationDate\":\"")
          .contains("\"InsurerNumber\":\"06139992\"", "\"Birthdate\":\"19700101\"");
      assertThat(seen.get(0).client()).isEqualTo("CN=own");
    }
  }

  @Test
  void lookup_manyAtOnce_logInOnce() {
    CountDownLatch open = new CountDownLatch(1);
    server.onLogin(
        question -> {
          held(open);
          return Reply.json(200, TestServer.token("token-1"));
        });
    try (Shikaku shikaku = client()) {
      List<CompletableFuture<QualificationAnswer>> answers = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        answers.add(shikaku.qualifications().lookupAsync(Clients.query()));
      }
      open.countDown();

      answers.forEach(CompletableFuture::join);
      assertThat(server.logins).hasValue(1);
      assertThat(server.searches).hasValue(200);
    }
  }

  @Test
  void lookup_tokenRefused_isRepeatedOnceWithANewOne() {
    server.onLogin(question -> Reply.json(200, TestServer.token("t" + server.logins.get())));
    server.onSearch(
        question ->
            "t2".equals(question.headers().get("Authorization"))
                ? Reply.json(200, TestServer.answer())
                : Reply.json(401, "{}"));
    try (Shikaku shikaku = client()) {
      shikaku.qualifications().lookup(Clients.query());
      shikaku.qualifications().lookup(Clients.query());

      assertThat(server.logins).hasValue(2);
      assertThat(server.searches).hasValue(3);
    }
  }

  @Test
  void lookup_tokenExpires_isRenewedBeforehand() {
    MovingClock clock = new MovingClock(Instant.now());
    server.onLogin(
        question -> Reply.json(200, TestServer.token(jwt(clock.instant().plusSeconds(120)))));
    try (Clients clients = new Clients(clock);
        Shikaku shikaku = clients.client(exchange().build())) {
      shikaku.qualifications().lookup(Clients.query());
      clock.advance(Duration.ofSeconds(80));
      shikaku.qualifications().lookup(Clients.query());
      assertThat(server.logins).hasValue(1);

      clock.advance(Duration.ofSeconds(11));
      shikaku.qualifications().lookup(Clients.query());
      await().until(() -> server.logins.get() == 2);
    }
  }

  @Test
  void lookup_renewalFailsWhileTheTokenIsGood_isAnsweredUntilItsEnd() {
    MovingClock clock = new MovingClock(Instant.now());
    Instant end = clock.instant().plusSeconds(120);
    server.onLogin(
        question ->
            server.logins.get() == 1
                ? Reply.json(200, TestServer.token(jwt(end)))
                : Reply.json(401, "{}"));
    try (Clients clients = new Clients(clock);
        Shikaku shikaku = clients.client(exchange().build())) {
      shikaku.qualifications().lookup(Clients.query());
      clock.advance(Duration.ofSeconds(100));
      shikaku.qualifications().lookup(Clients.query());
      await().until(() -> server.logins.get() == 2);
      shikaku.qualifications().lookup(Clients.query());

      clock.advance(Duration.ofSeconds(21));
      assertThatThrownBy(() -> shikaku.qualifications().lookup(Clients.query()))
          .isInstanceOf(ExchangeUnavailableException.class)
          .hasMessageContaining("SHK-C-517");
      assertThat(server.logins).hasValue(2);
    }
  }

  @Test
  void lookup_loginRefused_isNotTriedAgainForHalfAMinute() {
    MovingClock clock = new MovingClock(Instant.now());
    server.onLogin(
        question ->
            server.logins.get() == 1
                ? Reply.json(401, "{}")
                : Reply.json(200, TestServer.token("token-2")));
    try (Clients clients = new Clients(clock);
        Shikaku shikaku = clients.client(exchange().build())) {
      for (int i = 0; i < 20; i++) {
        assertThatThrownBy(() -> shikaku.qualifications().lookup(Clients.query()))
            .isInstanceOf(ExchangeUnavailableException.class)
            .hasMessageContaining("SHK-C-517");
      }
      assertThat(server.logins).hasValue(1);

      clock.advance(Duration.ofSeconds(31));
      shikaku.qualifications().lookup(Clients.query());
      assertThat(server.logins).hasValue(2);
    }
  }

  @Test
  void lookup_retryAfterTheEndOfTime_failsAtOnce() {
    server.onSearch(
        question -> Reply.json(503, "{}").with("Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT"));
    assertUnavailable("SHK-C-521");
    assertThat(server.searches).hasValue(1);
  }

  @ParameterizedTest
  @CsvSource({
    "401, SHK-C-518",
    "403, SHK-C-519",
    "404, SHK-C-520",
    "302, SHK-C-520",
    "429, SHK-C-521",
    "500, SHK-C-521",
    "502, SHK-C-521",
    "503, SHK-C-521",
    "504, SHK-C-521"
  })
  void lookup_status_isUnavailableWithAnIdOfItsOwn(int status, String id) {
    server.onSearch(question -> Reply.json(status, "{}"));
    try (Shikaku shikaku = client()) {
      assertThatThrownBy(() -> shikaku.qualifications().lookup(Clients.query()))
          .isInstanceOfSatisfying(
              ExchangeUnavailableException.class, e -> assertThat(e.errorId()).isEqualTo(id));
    }
  }

  @Test
  void lookup_badRequest_isRejectedAndTellsTheServersText() {
    server.onSearch(question -> Reply.json(400, "{\"msg\":\"何か\"}"));
    try (Shikaku shikaku = client()) {
      WebRejectionException e =
          catchThrowableOfType(
              WebRejectionException.class, () -> shikaku.qualifications().lookup(Clients.query()));

      assertThat(e.status()).isEqualTo(400);
      assertThat(e.serverText()).isEqualTo("{\"msg\":\"何か\"}");
      assertThat(e).hasMessageNotContaining("何か");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 502, 503, 504})
  void lookup_gatewayInTroubleForAMoment_isAnswered(int status) {
    server.onSearch(
        question ->
            server.searches.get() < 3
                ? Reply.json(status, "{}").with("Retry-After", "0")
                : Reply.json(200, TestServer.answer()));
    try (Shikaku shikaku = client()) {
      shikaku.qualifications().lookup(Clients.query());

      assertThat(server.searches).hasValue(3);
    }
  }

  @Test
  void lookup_retryAfterBeyondTheTimeout_failsAtOnce() {
    server.onSearch(question -> Reply.json(503, "{}").with("Retry-After", "3600"));
    try (Shikaku shikaku = client()) {
      assertThatThrownBy(() -> shikaku.qualifications().lookup(Clients.query()))
          .isInstanceOf(ExchangeUnavailableException.class);
      assertThat(server.searches).hasValue(1);
    }
  }

  @Test
  void lookup_noAnswerInTime_saysThatItWasSent() {
    CountDownLatch open = new CountDownLatch(1);
    server.onSearch(
        question -> {
          held(open);
          return Reply.json(200, TestServer.answer());
        });
    try (Shikaku shikaku = client()) {
      CallOptions soon = CallOptions.defaults().timeout(Duration.ofMillis(1_500));
      NoAnswerException e =
          catchThrowableOfType(
              NoAnswerException.class,
              () -> shikaku.qualifications().lookup(Clients.query(), soon));

      assertThat(e.sent()).isEqualTo(Sent.YES);
      assertThat(e.errorId()).isEqualTo("SHK-C-312");
    } finally {
      open.countDown();
    }
  }

  @Test
  void lookup_loginNotAnsweredInTime_saysThatNothingWasSent() {
    CountDownLatch open = new CountDownLatch(1);
    server.onLogin(
        question -> {
          held(open);
          return Reply.json(200, TestServer.token("late"));
        });
    try (Shikaku shikaku = client()) {
      CallOptions soon = CallOptions.defaults().timeout(Duration.ofMillis(1_500));
      NoAnswerException e =
          catchThrowableOfType(
              NoAnswerException.class,
              () -> shikaku.qualifications().lookup(Clients.query(), soon));

      assertThat(e.sent()).isEqualTo(Sent.NO);
      assertThat(e.errorId()).isEqualTo("SHK-C-311");
    } finally {
      open.countDown();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, SHK-C-517",
    "401, SHK-C-517",
    "403, SHK-C-517",
    "404, SHK-C-520",
    "500, SHK-C-521"
  })
  void lookup_loginRefused_isUnavailableAndAsksNobody(int status, String id) {
    server.onLogin(question -> Reply.json(status, "{}"));
    assertUnavailable(id);
    assertThat(server.logins).hasValue(1);
    assertThat(server.searches).hasValue(0);
  }

  @Test
  void lookup_loginWithoutToken_isUnavailable() {
    server.onLogin(question -> Reply.json(200, "{\"status\":\"NG\",\"result\":null}"));
    assertUnavailable("SHK-C-517");
  }

  @Test
  void lookup_loginAnsweredWithHtml_isUnavailable() {
    server.onLogin(question -> Reply.json(200, "<html></html>"));
    assertUnavailable("SHK-C-522");
  }

  private void assertUnavailable(String id) {
    try (Shikaku shikaku = client()) {
      assertThatThrownBy(() -> shikaku.qualifications().lookup(Clients.query()))
          .isInstanceOfSatisfying(
              ExchangeUnavailableException.class, e -> assertThat(e.errorId()).isEqualTo(id));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html></html>",
        "{\"XmlMsg\":{\"MessageHeader\":{",
        "{}",
        "[]",
        "{\"XmlMsg\":1}"
      })
  void lookup_bodyThatIsNoAnswer_isUnusable(String body) {
    server.onSearch(question -> Reply.json(200, body));
    assertUnusable();
  }

  @Test
  void lookup_html_isUnusableAndSaysSo() {
    server.onSearch(
        question ->
            new Reply(200, "text/html", "<html>".getBytes(StandardCharsets.UTF_8), Map.of()));
    assertThat(assertUnusable()).hasMessageContaining("text/html");
  }

  @Test
  void lookup_bodyLargerThanAllowed_isUnusable() {
    byte[] large = new byte[20 * 1024 * 1024];
    server.onSearch(question -> new Reply(200, "application/json", large, Map.of()));
    assertThat(assertUnusable()).hasMessageContaining("larger than 4194304 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Shift_JIS", "x-sjis", "\"windows-31j\"", "MS932"})
  void lookup_answerInDeclaredShiftJis_isRead(String charset) {
    server.onSearch(
        question ->
            new Reply(
                200,
                "application/json; charset=" + charset,
                TestServer.answer().replace("太郎", "髙①").getBytes(Charset.forName("windows-31j")),
                Map.of()));
    try (Shikaku shikaku = client()) {
      QualificationAnswer answer = shikaku.qualifications().lookup(Clients.query());

      assertThat(answer.qualifications().get(0).name()).isEqualTo(new PersonalText("資格　髙①"));
    }
  }

  @ParameterizedTest
  @CsvSource({"UTF-8, windows-31j", "Shift_JIS, UTF-8", "EUC-JP, windows-31j", "x-nothing, UTF-8"})
  void lookup_answerInAnotherCharsetThanDeclared_isUnusable(String declared, String real) {
    server.onSearch(
        question ->
            new Reply(
                200,
                "application/json; charset=" + declared,
                TestServer.answer().getBytes(Charset.forName(real)),
                Map.of()));
    assertUnusable();
  }

  private UnusableAnswerException assertUnusable() {
    try (Shikaku shikaku = client()) {
      UnusableAnswerException e =
          catchThrowableOfType(
              UnusableAnswerException.class,
              () -> shikaku.qualifications().lookup(Clients.query()));
      assertThat(e).isNotNull();
      return e;
    }
  }

  @Test
  void lookup_provisionalLogin_isRefusedOutsideTheSimulator() {
    try (Clients clients = new Clients();
        Shikaku shikaku = clients.client(Clients.exchange(server, AUTHORITY).build())) {
      assertThatThrownBy(() -> shikaku.qualifications().lookup(Clients.query()))
          .isInstanceOf(ProvisionalLayoutException.class);
      assertThat(server.logins).hasValue(0);
    }
  }

  @Test
  void lookup_provisionalLoginAtTheSimulator_isAnswered() {
    AtomicInteger probes = new AtomicInteger();
    server.on(
        "/.shikaku-simulator",
        question -> {
          probes.incrementAndGet();
          return Reply.json(200, "{}").with("Shikaku-Simulator", "true");
        });
    try (Clients clients = new Clients();
        Shikaku shikaku = clients.client(Clients.exchange(server, AUTHORITY).build())) {
      shikaku.qualifications().lookup(Clients.query());
      shikaku.qualifications().lookup(Clients.query());

      assertThat(probes).hasValue(1);
    }
  }

  @Test
  void close_whileWaiting_leavesNobodyWithoutAnOutcome() {
    CountDownLatch open = new CountDownLatch(1);
    server.onSearch(
        question -> {
          held(open);
          return Reply.json(200, TestServer.answer());
        });
    Shikaku shikaku = client();
    CompletableFuture<QualificationAnswer> answer =
        shikaku.qualifications().lookupAsync(Clients.query());
    await().untilAsserted(() -> assertThat(server.searches).hasValue(1));

    shikaku.close();

    await().until(answer::isCompletedExceptionally);
    assertThat(answer.handle((a, e) -> e).join()).isInstanceOf(ShikakuException.class);
    open.countDown();
  }

  private Shikaku client() {
    return Clients.alone(exchange().build());
  }

  private WebApiExchange.Builder exchange() {
    return Clients.exchange(server, AUTHORITY).allowProvisionalLogin();
  }

  private static String jwt(Instant expiry) {
    String claims = "{\"sub\":\"x\",\"exp\":" + expiry.getEpochSecond() + "}";
    return "e30."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
        + ".s";
  }

  private static void held(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the test is over", e);
    }
  }
}
