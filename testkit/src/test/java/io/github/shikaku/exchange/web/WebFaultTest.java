package io.github.shikaku.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.shikaku.Shikaku;
import io.github.shikaku.audit.CallContext;
import io.github.shikaku.audit.OperatorRole;
import io.github.shikaku.error.CoreError;
import io.github.shikaku.error.ExchangeUnavailableException;
import io.github.shikaku.error.NoAnswerException;
import io.github.shikaku.error.ProvisionalLayoutException;
import io.github.shikaku.error.Sent;
import io.github.shikaku.error.ShikakuException;
import io.github.shikaku.error.UnusableAnswerException;
import io.github.shikaku.error.WebRejectionException;
import io.github.shikaku.exchange.Desk;
import io.github.shikaku.exchange.ShikakuRuntime;
import io.github.shikaku.model.InterfaceId;
import io.github.shikaku.operation.CallOptions;
import io.github.shikaku.qualification.QualificationAnswer;
import io.github.shikaku.testkit.TestCertificates;
import io.github.shikaku.testkit.TestIdentity;
import io.github.shikaku.testkit.WebApiSimulator;
import io.github.shikaku.testkit.WebFault;
import io.github.shikaku.testkit.WebRequest;
import io.github.shikaku.testkit.WebStep;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that can go wrong over the Web API, through real sockets and real TLS. */
class WebFaultTest {
  private static final TestCertificates CERTIFICATES = TestCertificates.generate();
  private static final CallOptions SHORT = CallOptions.defaults().timeout(Duration.ofMillis(400));

  private static ShikakuRuntime runtime;
  private static WebApiSimulator web;

  /** One of each test's own: what a client may repeat is limited over all its requests. */
  private Shikaku shikaku;

  @BeforeAll
  static void start() {
    runtime = ShikakuRuntime.create();
    web = WebApiSimulator.builder().certificates(CERTIFICATES).start();
  }

  @BeforeEach
  void open() {
    shikaku = open(web);
  }

  private static Shikaku open(WebApiSimulator simulator) {
    return Clinic.of(simulator)
        .open(way -> {}, client -> client.runtime(runtime).auditSink(entry -> {}));
  }

  @AfterEach
  void close() {
    shikaku.close();
    web.heal();
  }

  @AfterAll
  static void stop() {
    web.close();
    runtime.close();
  }

  private QualificationAnswer lookup() {
    return shikaku.qualifications().lookup(Desk.query("valid"));
  }

  private void assertAnswered() {
    assertThat(lookup().isConfirmedValid()).isTrue();
  }

  private static ShikakuException failure(Shikaku client) {
    return failure(client, CallOptions.defaults());
  }

  private static ShikakuException failure(Shikaku client, CallOptions options) {
    ShikakuException failure =
        catchThrowableOfType(
            ShikakuException.class,
            () -> client.qualifications().lookup(Desk.query("valid"), options));
    assertThat(failure).isNotNull();
    assertThat(failure.userMessage(Locale.JAPANESE)).isNotBlank();
    assertThat(failure.userMessage(Locale.ENGLISH)).isNotBlank();
    assertThat(failure.remedy()).isNotNull();
    return failure;
  }

  private static ExchangeUnavailableException assertUnavailable(
      ShikakuException failure, CoreError error) {
    assertThat(failure).isInstanceOf(ExchangeUnavailableException.class);
    assertThat(failure.error()).isEqualTo(error);
    return (ExchangeUnavailableException) failure;
  }

  /** Fails as told by one of its own, with a certificate and trust of its own. */
  private static ExchangeUnavailableException assertUnavailable(
      WebApiExchange.Builder way, CoreError error) {
    try (Shikaku client =
        Shikaku.builder()
            .institution(Desk.INSTITUTION)
            .exchange(way.build())
            .runtime(runtime)
            .withoutJournal()
            .build()) {
      return assertUnavailable(failure(client), error);
    }
  }

  private static WebApiExchange.Builder way(WebApiSimulator simulator) {
    return Clinic.of(simulator).way();
  }

  // No connection.

  @Test
  void connection_refused_isSaid() throws IOException {
    URI closed;
    try (ServerSocket once = new ServerSocket(0)) {
      closed = URI.create("https://localhost:" + once.getLocalPort());
    }
    assertUnavailable(Clinic.at(closed, CERTIFICATES).way(), CoreError.WEB_REFUSED);
  }

  /** A listener whose queue is full lets new connections wait, as a host behind a dead line. */
  @Test
  void connection_thatIsNeverAccepted_isUnreachable() throws IOException {
    List<Socket> waiting = new ArrayList<>();
    try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      fill(deaf, waiting);
      URI address = URI.create("https://127.0.0.1:" + deaf.getLocalPort());
      assertUnavailable(
          Clinic.at(address, CERTIFICATES)
              .way()
              .allowProvisionalLogin()
              .connectTimeout(Duration.ofMillis(150)),
          CoreError.WEB_UNREACHABLE);
    } finally {
      for (Socket socket : waiting) {
        socket.close();
      }
    }
  }

  private static void fill(ServerSocket deaf, List<Socket> waiting) throws IOException {
    for (int i = 0; i < 10; i++) {
      Socket socket = new Socket();
      waiting.add(socket);
      try {
        socket.connect(new InetSocketAddress(deaf.getInetAddress(), deaf.getLocalPort()), 200);
      } catch (SocketTimeoutException full) {
        return;
      }
    }
    throw new IllegalStateException("the queue does not fill");
  }

  @Test
  void hostName_unknown_isSaid() {
    assertUnavailable(
        Clinic.at(URI.create("https://shikaku.invalid"), CERTIFICATES)
            .way()
            .allowProvisionalLogin(),
        CoreError.WEB_HOST_UNKNOWN);
  }

  // TLS.

  static Stream<Arguments> wrongServers() {
    return Stream.of(
        Arguments.of("expired", CERTIFICATES.expiredServer()),
        Arguments.of("wrong host", CERTIFICATES.wrongHost()),
        Arguments.of("untrusted", TestCertificates.generate().server()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongServers")
  void server_withAWrongCertificate_isNotBelieved(String kind, TestIdentity shown) {
    try (WebApiSimulator wrong =
        WebApiSimulator.builder().certificates(CERTIFICATES).showing(shown).start()) {
      assertUnavailable(way(wrong), CoreError.WEB_SERVER_UNTRUSTED);
      assertThat(wrong.requests()).isEmpty();
    }
  }

  @Test
  void server_nobodyWasToldToTrust_isNotBelieved() {
    assertUnavailable(
        WebApiExchange.builder()
            .loginAt(web.uri())
            .inquiriesAt(web.uri())
            .identity(Clinic.identity(CERTIFICATES.client("見本クリニック")))
            .credentials(Clinic.account()),
        CoreError.WEB_SERVER_UNTRUSTED);
  }

  @Test
  void clientCertificate_missing_isSaid() throws Exception {
    assertUnavailable(withoutCertificate(web), CoreError.WEB_CLIENT_CERTIFICATE);
  }

  private static WebApiExchange.Builder withoutCertificate(WebApiSimulator simulator)
      throws Exception {
    SSLContext bare = SSLContext.getInstance("TLS");
    bare.init(null, Trust.of(CERTIFICATES), null);
    return WebApiExchange.builder()
        .loginAt(simulator.uri())
        .inquiriesAt(simulator.uri())
        .identity(ClientIdentity.sslContext(bare))
        .credentials(Clinic.account());
  }

  @Test
  void clientCertificate_expired_isSaid() {
    assertUnavailable(
        way(web).identity(Clinic.identity(CERTIFICATES.expiredClient("見本"))),
        CoreError.WEB_CLIENT_CERTIFICATE);
  }

  /** A context tells us nothing about its certificate, so that only the server can refuse it. */
  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void clientCertificate_expiredInAContext_isRefusedByTheServer(String protocol) throws Exception {
    try (WebApiSimulator strict =
        WebApiSimulator.builder().certificates(CERTIFICATES).protocols(protocol).start()) {
      SSLContext expired = SSLContext.getInstance("TLS");
      expired.init(keys(CERTIFICATES.expiredClient("見本")), Trust.of(CERTIFICATES), null);
      ExchangeUnavailableException refused =
          assertUnavailable(
              WebApiExchange.builder()
                  .loginAt(strict.uri())
                  .inquiriesAt(strict.uri())
                  .identity(ClientIdentity.sslContext(expired))
                  .credentials(Clinic.account())
                  .allowProvisionalLogin(),
              CoreError.WEB_CLIENT_CERTIFICATE);

      assertThat(refused).hasMessageContaining("the server refused the client certificate");
      assertThat(strict.requests()).isEmpty();
    }
  }

  private static KeyManager[] keys(TestIdentity own) throws GeneralSecurityException {
    char[] password = "test".toCharArray();
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(own.keyStore(password), password);
    return keys.getKeyManagers();
  }

  @Test
  void clientCertificate_ofAnotherAuthority_isSaid() {
    assertUnavailable(
        way(web).identity(Clinic.identity(TestCertificates.generate().client("見本"))),
        CoreError.WEB_CLIENT_CERTIFICATE);
  }

  @Test
  void clientCertificate_missingAtLoginOnly_isARefusedLogin() throws Exception {
    try (WebApiSimulator lenient =
        WebApiSimulator.builder().certificates(CERTIFICATES).certificateAtLoginOnly().start()) {
      assertUnavailable(withoutCertificate(lenient), CoreError.WEB_LOGIN_REFUSED);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TLSv1.3, TLS_AES_128_GCM_SHA256",
    "TLSv1.2, TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"
  })
  void tls_atTheFloorOrAbove_isSpoken(String protocol, String suite) {
    try (WebApiSimulator modern =
            WebApiSimulator.builder()
                .certificates(CERTIFICATES)
                .protocols(protocol)
                .cipherSuites(suite)
                .start();
        Shikaku client = open(modern)) {
      assertThat(client.qualifications().lookup(Desk.query("valid")).isConfirmedValid()).isTrue();
    }
  }

  @Test
  void tls_belowTheFloor_isRefused() {
    try (WebApiSimulator old =
        WebApiSimulator.builder()
            .certificates(CERTIFICATES)
            .protocols("TLSv1.2")
            .cipherSuites("TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256")
            .start()) {
      assertUnavailable(way(old), CoreError.WEB_TLS);
      assertThat(old.requests()).isEmpty();
    }
  }

  // Statuses.

  @ParameterizedTest
  @CsvSource({
    "401, WEB_UNAUTHORISED, 2",
    "403, WEB_FORBIDDEN, 1",
    "404, WEB_NOT_FOUND, 1",
    "429, WEB_SERVER_TROUBLE, 4",
    "500, WEB_SERVER_TROUBLE, 1",
    "502, WEB_SERVER_TROUBLE, 4",
    "503, WEB_SERVER_TROUBLE, 4",
    "504, WEB_SERVER_TROUBLE, 4",
    "302, WEB_NOT_FOUND, 1"
  })
  void status_ofAnInquiryThatLasts_isUnavailable(int status, CoreError error, int asked) {
    try (WebApiSimulator own = WebApiSimulator.builder().start();
        Shikaku client = open(own)) {
      own.failAlways(WebStep.INQUIRY, WebFault.status(status).withHeader("Location", "/elsewhere"));

      assertUnavailable(failure(client), error);
      assertThat(own.requests(WebStep.INQUIRY)).hasSize(asked);
      assertThat(own.processed(WebStep.INQUIRY)).isZero();
    }
  }

  @Test
  void status400_isARejectionWithTheTextOfTheServer() {
    web.failNext(WebStep.INQUIRY, WebFault.status(400));
    WebRejectionException rejected =
        catchThrowableOfType(WebRejectionException.class, this::lookup);

    assertThat(rejected.status()).isEqualTo(400);
    assertThat(rejected.error()).isEqualTo(CoreError.WEB_REJECTED);
    assertThat(rejected.serverText()).contains("SIM-F400");
    assertThat(rejected.getMessage()).doesNotContain("SIM-F400");
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 502, 503, 504})
  void status_thatPasses_isAskedAgainAndAnswered(int status) {
    long before = web.processed(WebStep.INQUIRY);
    web.failNext(WebStep.INQUIRY, WebFault.status(status));

    assertAnswered();
    assertThat(web.processed(WebStep.INQUIRY)).isEqualTo(before + 1);
  }

  @Test
  void status503_withRetryAfter_isNotAskedEarlier() {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            Instant.now().plusSeconds(2).atZone(ZoneOffset.UTC));
    web.failNext(
        WebStep.INQUIRY,
        WebFault.status(503).withHeader("Retry-After", "1"),
        WebFault.status(503).withHeader("Retry-After", date));
    long start = System.nanoTime();

    assertAnswered();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(1));
  }

  @Test
  void status503_withRetryAfterBeyondTheDeadline_failsAtOnce() {
    web.failNext(WebStep.INQUIRY, WebFault.status(503).withHeader("Retry-After", "3600"));

    assertUnavailable(failure(shikaku), CoreError.WEB_SERVER_TROUBLE);
  }

  @ParameterizedTest
  @CsvSource({
    "400, WEB_LOGIN_REFUSED",
    "401, WEB_LOGIN_REFUSED",
    "403, WEB_LOGIN_REFUSED",
    "404, WEB_NOT_FOUND",
    "500, WEB_SERVER_TROUBLE",
    "503, WEB_SERVER_TROUBLE"
  })
  void status_ofALogin_isUnavailableAndNothingIsAsked(int status, CoreError error) {
    try (WebApiSimulator own = WebApiSimulator.builder().start();
        Shikaku client = open(own)) {
      own.failAlways(WebStep.LOGIN, WebFault.status(status));

      assertUnavailable(failure(client), error);
      assertThat(own.requests(WebStep.INQUIRY)).isEmpty();
      own.heal();
      // A client of its own: a refusal stands for a while.
      try (Shikaku another = open(own)) {
        assertThat(another.qualifications().lookup(Desk.query("valid")).isConfirmedValid())
            .isTrue();
      }
    }
  }

  @Test
  void login_wrongPassword_isRefusedWithoutNamingIt() {
    try (Shikaku client =
        Clinic.of(web)
            .open(
                way ->
                    way.credentials(() -> WebAccount.of("somebody", "s3cret-word".toCharArray())),
                settings -> settings.runtime(runtime))) {
      ShikakuException failure = failure(client);

      assertUnavailable(failure, CoreError.WEB_LOGIN_REFUSED);
      assertThat(failure.toString()).doesNotContain("somebody").doesNotContain("s3cret-word");
    }
  }

  static Stream<Arguments> loginFaults() {
    return Stream.of(
        Arguments.of(WebFault.html(), CoreError.WEB_LOGIN_UNUSABLE),
        Arguments.of(WebFault.emptyBody(), CoreError.WEB_LOGIN_UNUSABLE),
        Arguments.of(WebFault.truncatedJson(), CoreError.WEB_LOGIN_UNUSABLE),
        Arguments.of(WebFault.large(20_000_000), CoreError.WEB_LOGIN_UNUSABLE),
        Arguments.of(WebFault.nested(100_000), CoreError.WEB_LOGIN_UNUSABLE),
        Arguments.of(
            WebFault.answering("{\"status\":\"SIM-A001\",\"msg\":\"x\"}"),
            CoreError.WEB_LOGIN_REFUSED),
        Arguments.of(WebFault.resetInTheMiddle(), CoreError.WEB_CONNECTION_BROKEN));
  }

  @ParameterizedTest
  @MethodSource("loginFaults")
  void login_spoilt_isUnavailableAndNothingIsAsked(WebFault fault, CoreError error) {
    try (WebApiSimulator own = WebApiSimulator.builder().start();
        Shikaku client = open(own)) {
      own.failAlways(WebStep.LOGIN, fault);

      assertUnavailable(failure(client), error);
      assertThat(own.requests(WebStep.INQUIRY)).isEmpty();
    }
  }

  // Time.

  @Test
  void firstByte_slow_isWaitedFor() {
    web.failNext(WebStep.INQUIRY, WebFault.slowFirstByte(Duration.ofMillis(300)));

    assertAnswered();
  }

  static Stream<WebFault> standstills() {
    return Stream.of(
        WebFault.slowFirstByte(Duration.ofSeconds(30)), WebFault.stalledBody(), WebFault.silent());
  }

  @ParameterizedTest
  @MethodSource("standstills")
  void answer_thatDoesNotEnd_isGivenUpInTime(WebFault fault) {
    web.failNext(WebStep.INQUIRY, fault);
    long start = System.nanoTime();
    NoAnswerException late = (NoAnswerException) failure(shikaku, SHORT);

    assertThat(late.sent()).isEqualTo(Sent.YES);
    assertThat(late.error()).isEqualTo(CoreError.WEB_NO_ANSWER_ASK_AGAIN);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(9));
    assertAnswered();
  }

  @Test
  void login_thatIsNeverAnswered_isGivenUpInTime() {
    try (WebApiSimulator own = WebApiSimulator.builder().start();
        Shikaku client =
            Clinic.of(own)
                .open(
                    way -> way.loginTimeout(Duration.ofMillis(300)),
                    settings -> settings.runtime(runtime))) {
      own.failAlways(WebStep.LOGIN, WebFault.silent());

      assertUnavailable(failure(client), CoreError.WEB_SERVER_TROUBLE);
      own.heal();
      assertThat(client.qualifications().lookup(Desk.query("valid")).isConfirmedValid()).isTrue();
    }
  }

  // The password.

  static Stream<Arguments> logins() {
    return Stream.of(
        Arguments.of("answered", WebApiSimulator.SAMPLE_PASSWORD, null),
        Arguments.of("refused", "wrong", null),
        Arguments.of("500", WebApiSimulator.SAMPLE_PASSWORD, WebFault.status(500)),
        Arguments.of("reset", WebApiSimulator.SAMPLE_PASSWORD, WebFault.reset()),
        Arguments.of("no JSON", WebApiSimulator.SAMPLE_PASSWORD, WebFault.html()),
        Arguments.of("never answered", WebApiSimulator.SAMPLE_PASSWORD, WebFault.silent()),
        Arguments.of("no UTF-16", "\ud800", null));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("logins")
  void login_howeverItEnds_leavesNoPassword(
      String kind, String password, @Nullable WebFault fault) {
    Accounts accounts = new Accounts(password);
    try (WebApiSimulator own = WebApiSimulator.builder().certificates(CERTIFICATES).start();
        Shikaku client =
            Clinic.of(own)
                .open(
                    way -> way.credentials(accounts).loginTimeout(Duration.ofSeconds(2)),
                    settings -> settings.runtime(runtime).auditSink(entry -> {}))) {
      if (fault != null) {
        own.failAlways(WebStep.LOGIN, fault);
      }
      ShikakuException failure =
          catchThrowableOfType(
              ShikakuException.class, () -> client.qualifications().lookup(Desk.query("valid")));

      assertThat(failure == null).isEqualTo(kind.equals("answered"));
      accounts.assertGivenAndWiped(1);
    }
  }

  @Test
  void login_unreachable_leavesNoPassword() throws IOException {
    Accounts accounts = new Accounts(WebApiSimulator.SAMPLE_PASSWORD);
    URI closed;
    try (ServerSocket once = new ServerSocket(0)) {
      closed = URI.create("https://localhost:" + once.getLocalPort());
    }
    assertUnavailable(
        Clinic.at(closed, CERTIFICATES).way().credentials(accounts).allowProvisionalLogin(),
        CoreError.WEB_REFUSED);
    accounts.assertGivenAndWiped(1);
  }

  // Broken connections.

  static Stream<WebFault> breaks() {
    return Stream.of(WebFault.reset(), WebFault.closed(), WebFault.resetInTheMiddle());
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void connection_brokenOnce_isAskedAgainAndAnswered(WebFault fault) {
    int before = web.requests(WebStep.INQUIRY).size();
    web.failNext(WebStep.INQUIRY, fault);

    assertAnswered();
    assertThat(web.requests(WebStep.INQUIRY)).hasSize(before + 2);
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void connection_brokenAgainAndAgain_isUnavailable(WebFault fault) {
    web.failAlways(WebStep.INQUIRY, fault);

    assertUnavailable(failure(shikaku), CoreError.WEB_CONNECTION_BROKEN);
  }

  @Test
  void connection_closedAfterwardsWithoutAWord_isNoticed() {
    for (int i = 0; i < 5; i++) {
      web.failNext(WebStep.INQUIRY, WebFault.closedAfterwards());
      assertAnswered();
    }
  }

  // Bodies.

  static Stream<WebFault> bodies() {
    return Stream.of(
        WebFault.emptyBody(),
        WebFault.html(),
        WebFault.truncatedJson(),
        WebFault.wrongCharset(),
        WebFault.compressed(),
        WebFault.large(20_000_000),
        WebFault.nested(100),
        WebFault.nested(100_000),
        WebFault.duplicateKeys(),
        WebFault.answering("[]"),
        WebFault.answering("null"),
        WebFault.answering("{}"),
        WebFault.answering("{\"status\":\"SIM\",\"msg\":\"x\"}"));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void body_spoilt_isUnusableAndQuotesNothing(WebFault fault) {
    int before = web.requests(WebStep.INQUIRY).size();
    web.failNext(WebStep.INQUIRY, fault);
    ShikakuException failure = failure(shikaku);

    assertThat(failure).isInstanceOf(UnusableAnswerException.class);
    assertThat(failure.getMessage()).doesNotContain("5678910").doesNotContain("見本");
    assertThat(web.requests(WebStep.INQUIRY)).as("not asked again").hasSize(before + 1);
    assertAnswered();
  }

  // Tokens.

  @Test
  void token_expiredBetweenLoginAndLookup_isRenewedOnce() {
    assertAnswered();
    long logins = web.processed(WebStep.LOGIN);
    web.expireTokens();

    assertAnswered();
    assertThat(web.processed(WebStep.LOGIN)).isEqualTo(logins + 1);
    assertAnswered();
    assertThat(web.processed(WebStep.LOGIN)).isEqualTo(logins + 1);
  }

  @Test
  void token_thatSaysWhenItExpires_isRenewedBefore() {
    try (WebApiSimulator own =
            WebApiSimulator.builder().tokenLifetime(Duration.ofSeconds(2)).start();
        Shikaku client = open(own)) {
      for (int i = 0; own.processed(WebStep.LOGIN) < 3; i++) {
        assertThat(i).isLessThan(10_000);
        client.qualifications().lookup(Desk.query("valid"));
      }
      assertThat(own.requests(WebStep.INQUIRY)).allMatch(request -> request.status() == 200);
    }
  }

  @Test
  void token_withoutAnEnd_isUsedUntilRefused() {
    try (WebApiSimulator own =
            WebApiSimulator.builder().opaqueTokens().tokenLifetime(Duration.ofMillis(300)).start();
        Shikaku client = open(own)) {
      for (int i = 0; own.processed(WebStep.LOGIN) < 3; i++) {
        assertThat(i).isLessThan(10_000);
        client.qualifications().lookup(Desk.query("valid"));
      }
      assertThat(own.requests(WebStep.INQUIRY))
          .extracting(WebRequest::status)
          .containsOnly(200, 401);
    }
  }

  // What must not be doubled.

  private ShikakuException sendingOnce(WebFault fault) {
    web.failNext(WebStep.INQUIRY, fault);
    CallContext context =
        CallContext.builder()
            .operatorId("staff-1")
            .role(OperatorRole.CLERK)
            .purpose("trial")
            .build();
    int before = web.requests(WebStep.INQUIRY).size();
    ShikakuException failure =
        catchThrowableOfType(
            ShikakuException.class,
            () ->
                shikaku
                    .onBehalfOf(context)
                    .raw()
                    .send(
                        InterfaceId.of("OQS-IF-001"),
                        "{\"XmlMsg\":{}}".getBytes(StandardCharsets.UTF_8)));
    assertThat(web.requests(WebStep.INQUIRY)).as("sent once").hasSize(before + 1);
    return failure;
  }

  static Stream<WebFault> uncertainties() {
    return Stream.concat(breaks(), Stream.of(500, 502, 503, 504).map(WebFault::status));
  }

  @ParameterizedTest
  @MethodSource("uncertainties")
  void request_thatChangesSomething_isNeverRepeatedAndStaysUnknown(WebFault fault) {
    ShikakuException failure = sendingOnce(fault);

    assertThat(failure).isInstanceOf(NoAnswerException.class);
    assertThat(((NoAnswerException) failure).sent()).isNotEqualTo(Sent.NO);
    assertThat(failure.error()).isEqualTo(CoreError.WEB_NO_ANSWER_LOOK_FIRST);
  }

  @Test
  void request_thatWasRefusedAsSuch_isARejection() {
    assertThat(sendingOnce(WebFault.status(400))).isInstanceOf(WebRejectionException.class);
  }

  // Who answers.

  @Test
  void provisionalLogin_toAnybodyButTheSimulator_isNotSent() {
    try (WebApiSimulator unmarked = WebApiSimulator.builder().start();
        Shikaku client = open(unmarked)) {
      unmarked.failAlways(WebStep.MARK, WebFault.status(404));

      assertThat(failure(client)).isInstanceOf(ProvisionalLayoutException.class);
      assertThat(unmarked.requests(WebStep.LOGIN)).isEmpty();
      assertThat(unmarked.requests(WebStep.INQUIRY)).isEmpty();
    }
  }

  @Test
  void provisionalLogin_allowedByTheVendor_asksForNoMark() {
    try (WebApiSimulator unmarked = WebApiSimulator.builder().start();
        Shikaku client =
            Clinic.of(unmarked)
                .open(
                    WebApiExchange.Builder::allowProvisionalLogin,
                    settings -> settings.runtime(runtime))) {
      unmarked.failAlways(WebStep.MARK, WebFault.status(404));

      assertThat(client.qualifications().lookup(Desk.query("valid")).isConfirmedValid()).isTrue();
      assertThat(unmarked.requests(WebStep.MARK)).isEmpty();
    }
  }
}
