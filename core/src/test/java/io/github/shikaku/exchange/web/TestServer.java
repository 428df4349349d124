package io.github.shikaku.exchange.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** Login and lookup on an HTTPS server of the JDK that insists on a client certificate. */
final class TestServer implements AutoCloseable {
  static final String LOGIN = "/oqs-api-pro/MSA12020/ILI12020SV01/auth";
  static final String SEARCH = "/oqs-api-pro/MSA01030/ILI01030SV01/search";

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private final Map<String, Handler> handlers = new ConcurrentHashMap<>();
  final AtomicInteger logins = new AtomicInteger();
  final AtomicInteger searches = new AtomicInteger();

  /** Everybody who ever connected. */
  final Set<InetSocketAddress> connections = ConcurrentHashMap.newKeySet();

  /** What is answered. */
  record Reply(
      int status,
      String contentType,
      @SuppressWarnings("ArrayRecordComponent") byte[] body,
      Map<String, String> headers) {
    static Reply json(int status, String body) {
      return new Reply(
          status,
          "application/json;charset=UTF-8",
          body.getBytes(StandardCharsets.UTF_8),
          Map.of());
    }

    Reply with(String name, String value) {
      return new Reply(status, contentType, body, Map.of(name, value));
    }
  }

  /** Protocol and cipher suite of every request. */
  final Set<String> spoken = ConcurrentHashMap.newKeySet();

  /** What came. */
  record Question(String path, String body, Map<String, String> headers, String client) {}

  /** Makes an answer of a question. */
  interface Handler {
    Reply answer(Question question) throws IOException;
  }

  TestServer(SSLContext context) throws IOException {
    this(context, true);
  }

  TestServer(SSLContext context, boolean clientCertificate) throws IOException {
    this(context, ssl -> ssl.setNeedClientAuth(clientCertificate));
  }

  /** One that insists on a client certificate unless the settings say otherwise. */
  TestServer(SSLContext context, Consumer<SSLParameters> settings) throws IOException {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters ssl = context.getDefaultSSLParameters();
            ssl.setNeedClientAuth(true);
            settings.accept(ssl);
            parameters.setSSLParameters(ssl);
          }
        });
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    onLogin(question -> Reply.json(200, token("token-1")));
    onSearch(question -> Reply.json(200, answer()));
    server.start();
  }

  static String token(String value) {
    return "{\"status\":\"OK\",\"msg\":\"\",\"result\":{\"accessToken\":\"a\",\"idToken\":\""
        + value
        + "\"}}";
  }

  static String answer() {
    return """
        {"XmlMsg":{"MessageHeader":{"SegmentOfResult":"1","CharacterCodeIdentifier":"0"},
        "MessageBody":{"ProcessingResultStatus":"1","QualificationValidity":"1",
        "ResultList":[{"ResultOfQualificationConfirmation":{"Name":"資格　太郎"}}]}}}""";
  }

  URI address() {
    return URI.create("https://localhost:" + server.getAddress().getPort());
  }

  void onLogin(Handler handler) {
    handlers.put(
        LOGIN,
        question -> {
          logins.incrementAndGet();
          return handler.answer(question);
        });
  }

  void onSearch(Handler handler) {
    handlers.put(
        SEARCH,
        question -> {
          searches.incrementAndGet();
          return handler.answer(question);
        });
  }

  void on(String path, Handler handler) {
    handlers.put(path, handler);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      connections.add(exchange.getRemoteAddress());
      SSLSession session = ((HttpsExchange) exchange).getSSLSession();
      spoken.add(session.getProtocol() + " " + session.getCipherSuite());
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Map<String, String> headers = new ConcurrentHashMap<>();
      exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
      Question question =
          new Question(exchange.getRequestURI().getPath(), body, headers, client(exchange));
      Handler handler = handlers.get(question.path());
      Reply reply = handler == null ? Reply.json(404, "{}") : handler.answer(question);
      if (!reply.contentType().isEmpty()) {
        exchange.getResponseHeaders().set("Content-Type", reply.contentType());
      }
      reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
      exchange.sendResponseHeaders(
          reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
      exchange.getResponseBody().write(reply.body());
    }
  }

  private static String client(HttpExchange exchange) {
    try {
      X509Certificate shown =
          (X509Certificate) ((HttpsExchange) exchange).getSSLSession().getPeerCertificates()[0];
      return shown.getSubjectX500Principal().getName();
    } catch (SSLPeerUnverifiedException e) {
      return "";
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
