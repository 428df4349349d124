package io.github.shikaku.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.github.shikaku.Shikaku;
import io.github.shikaku.error.ExchangeUnavailableException;
import io.github.shikaku.exchange.web.Certificates.Validity;
import io.github.shikaku.exchange.web.TestServer.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that can go wrong before a request. */
class TransportTest {
  private static final Certificates AUTHORITY = Certificates.authority("Test CA");
  private static final Certificates OTHER = Certificates.authority("Other CA");
  private static final Validity OVER =
      new Validity(Instant.EPOCH, Instant.EPOCH.plus(Duration.ofDays(365)));

  @Test
  void lookup_hostWithoutName_isUnknown() {
    assertFailure(
        "SHK-C-511", builder -> builder.loginAt(URI.create("https://no-such-host.invalid")));
  }

  @Test
  void lookup_portWithoutServer_isRefused() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertFailure("SHK-C-512", builder -> builder.loginAt(URI.create("https://localhost:" + port)));
  }

  @Test
  void lookup_hostThatIsSilent_isUnreachable() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertFailure(
          "SHK-C-513",
          builder ->
              builder
                  .loginAt(URI.create("https://localhost:" + silent.getLocalPort()))
                  .connectTimeout(Duration.ofMillis(300)));
    }
  }

  @Test
  void lookup_serverOfAnotherAuthority_isNotTrusted() throws IOException {
    try (TestServer server = server(OTHER.server("localhost"))) {
      assertFailure("SHK-C-514", builder -> builder.loginAt(server.address()));
      assertThat(server.logins).hasValue(0);
    }
  }

  @Test
  void lookup_serverWithExpiredCertificate_isNotTrusted() throws IOException {
    try (TestServer server = server(AUTHORITY.server("localhost", OVER))) {
      assertFailure("SHK-C-514", builder -> builder.loginAt(server.address()));
    }
  }

  @Test
  void lookup_serverWithCertificateOfAnotherHost_isNotTrusted() throws IOException {
    try (TestServer server = server(AUTHORITY.server("another.example"))) {
      assertFailure("SHK-C-514", builder -> builder.loginAt(server.address()));
    }
  }

  @Test
  void lookup_clientCertificateOfAnotherAuthority_isRefused() throws IOException {
    try (AlertingServer server = new AlertingServer(context(AUTHORITY.server("localhost")))) {
      assertFailure(
          "SHK-C-516",
          builder -> builder.loginAt(server.address()).identity(OTHER.client("own").identity()));
    }
  }

  @Test
  void lookup_noClientCertificate_isRefused() throws IOException {
    try (AlertingServer server = new AlertingServer(context(AUTHORITY.server("localhost")))) {
      assertFailure(
          "SHK-C-516",
          builder ->
              WebApiExchange.builder()
                  .loginAt(server.address())
                  .inquiriesAt(server.address())
                  .credentials(() -> WebAccount.of("user", "password".toCharArray()))
                  .allowProvisionalLogin()
                  .identity(ClientIdentity.sslContext(withoutCertificate())));
    }
  }

  @Test
  void lookup_clientCertificateExpired_isNotEvenTried() throws IOException {
    try (TestServer server = server(AUTHORITY.server("localhost"))) {
      ExchangeUnavailableException e =
          assertFailure(
              "SHK-C-516",
              builder ->
                  builder
                      .loginAt(server.address())
                      .identity(AUTHORITY.client("own", OVER).identity()));
      assertThat(e).hasMessageContaining("expired on 1971-01-01");
    }
  }

  @Test
  void lookup_serverThatDoesNotSpeakTls_isNoSecureConnection() throws IOException {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread answering =
          new Thread(
              () -> {
                try {
                  while (true) {
                    try (var socket = plain.accept()) {
                      socket
                          .getOutputStream()
                          .write("HTTP/1.1 400 Bad\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    }
                  }
                } catch (IOException closed) {
                  // The test is over.
                }
              });
      answering.start();
      assertFailure(
          "SHK-C-515",
          builder -> builder.loginAt(URI.create("https://localhost:" + plain.getLocalPort())));
    }
  }

  @Test
  void lookup_serverThatOffersOldAndNewTls_isSpokenToInTheNewOne() throws IOException {
    try (TestServer server =
            new TestServer(
                context(AUTHORITY.server("localhost")),
                ssl -> ssl.setProtocols(new String[] {"TLSv1.2", "TLSv1.3"}));
        Shikaku shikaku = allowed(server)) {
      shikaku.qualifications().lookup(Clients.query());

      assertThat(server.spoken).isNotEmpty().allMatch(spoken -> spoken.startsWith("TLSv1.3 "));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"
      })
  void lookup_serverWithForwardSecrecyInTls12_isSpokenTo(String suite) throws IOException {
    try (TestServer server = onlyWith(suite);
        Shikaku shikaku = allowed(server)) {
      shikaku.qualifications().lookup(Clients.query());

      assertThat(server.spoken).containsOnly("TLSv1.2 " + suite);
    }
  }

  /**
   * No forward secrecy, or none with authenticated encryption; Java 17 itself still speaks both.
   */
  @ParameterizedTest
  @MethodSource("suitesBelowTheFloor")
  void lookup_serverBelowTheFloor_isRefused(String suite) throws IOException {
    SSLContext own = Certificates.clientContext(AUTHORITY.clientWithRsa("own"), AUTHORITY.root());
    try (AlertingServer server =
        new AlertingServer(context(AUTHORITY.serverWithRsa("localhost")), only(suite))) {
      assertThat(suiteWithoutFloor(own, server.address())).isEqualTo(suite);
      await().until(() -> server.agreed.get() == 1);

      assertFailure("SHK-C-515", builder -> builder.loginAt(server.address()));
      assertFailure(
          "SHK-C-515",
          builder ->
              WebApiExchange.builder()
                  .loginAt(server.address())
                  .inquiriesAt(server.address())
                  .credentials(() -> WebAccount.of("user", "password".toCharArray()))
                  .allowProvisionalLogin()
                  .identity(ClientIdentity.sslContext(own)));
      assertThat(server.agreed).hasValue(1);
    }
  }

  /** Those of them that this Java has not given up itself. */
  static Stream<String> suitesBelowTheFloor() throws GeneralSecurityException {
    List<String> supported =
        List.of(SSLContext.getDefault().getSupportedSSLParameters().getCipherSuites());
    return Stream.of(
            "TLS_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256")
        .filter(supported::contains);
  }

  private static TestServer onlyWith(String suite) throws IOException {
    return new TestServer(context(AUTHORITY.serverWithRsa("localhost")), only(suite));
  }

  private static Consumer<SSLParameters> only(String suite) {
    return ssl -> {
      ssl.setProtocols(new String[] {"TLSv1.2"});
      ssl.setCipherSuites(new String[] {suite});
    };
  }

  /** What a client that takes anything agrees upon with that server. */
  private static String suiteWithoutFloor(SSLContext own, URI address) throws IOException {
    try (SSLSocket socket =
        (SSLSocket)
            own.getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), address.getPort())) {
      socket.startHandshake();
      return socket.getSession().getCipherSuite();
    }
  }

  private static Shikaku allowed(TestServer server) {
    return Clients.alone(Clients.exchange(server, AUTHORITY).allowProvisionalLogin().build());
  }

  @Test
  void lookup_throughAProxy_isTunnelledUnderTheOwnCertificate() throws IOException {
    try (TestServer server = server(AUTHORITY.server("localhost"));
        TestProxy proxy = new TestProxy("");
        Shikaku shikaku =
            Clients.alone(
                Clients.exchange(server, AUTHORITY)
                    .proxy("localhost", proxy.port())
                    .allowProvisionalLogin()
                    .build())) {
      server.onSearch(
          question -> {
            assertThat(question.client()).isEqualTo("CN=own");
            return Reply.json(200, TestServer.answer());
          });
      shikaku.qualifications().lookup(Clients.query());
      shikaku.qualifications().lookup(Clients.query());

      assertThat(proxy.requests)
          .isNotEmpty()
          .containsOnly("CONNECT localhost:" + server.address().getPort() + " HTTP/1.1");
      assertThat(server.searches).hasValue(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"403 Forbidden", "407 Proxy Authentication Required", "502 Bad Gateway"})
  void lookup_proxyThatOpensNoTunnel_isRefused(String status) throws IOException {
    try (TestServer server = server(AUTHORITY.server("localhost"));
        TestProxy proxy = new TestProxy(status)) {
      assertFailure(
          "SHK-C-524",
          builder -> builder.loginAt(server.address()).proxy("localhost", proxy.port()));
      assertThat(server.logins).hasValue(0);
    }
  }

  private static TestServer server(Certificates.Issued own) throws IOException {
    return new TestServer(context(own));
  }

  private static SSLContext context(Certificates.Issued own) {
    return Certificates.serverContext(own, AUTHORITY.root());
  }

  private static SSLContext withoutCertificate() {
    return Certificates.clientContextWithoutCertificate(AUTHORITY.root());
  }

  private static ExchangeUnavailableException assertFailure(
      String id, UnaryOperator<WebApiExchange.Builder> setting) {
    WebApiExchange.Builder builder =
        WebApiExchange.builder()
            .inquiriesAt(URI.create("https://localhost:1"))
            .identity(AUTHORITY.client("own").identity())
            .credentials(() -> WebAccount.of("user", "password".toCharArray()))
            .trustAnchor(AUTHORITY.root())
            .allowProvisionalLogin();
    try (Shikaku shikaku = Clients.alone(setting.apply(builder).build())) {
      ExchangeUnavailableException e =
          catchThrowableOfType(
              ExchangeUnavailableException.class,
              () -> shikaku.qualifications().lookup(Clients.query()));
      assertThat(e.errorId()).as("%s caused by %s", e, e.getCause()).isEqualTo(id);
      return e;
    }
  }
}
