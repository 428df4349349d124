package io.github.shikaku.exchange.web;

import io.github.shikaku.exchange.ShikakuRuntime;
import io.github.shikaku.model.MedicalInstitutionCode;
import io.github.shikaku.model.WebAccess;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.core5.http.HttpHost;

/**
 * One institution at the Web API: its certificate, its token, its budget of repetitions. Clients of
 * the same exchange and institution share one.
 */
final class WebSession implements AutoCloseable {
  private final WebApiExchange settings;
  private final WebPool pool;
  private final MedicalInstitutionCode institution;
  private final WebAccess access;
  private final Party party;
  private final Instant certificateEnd;
  private final Duration idle;
  private final RetryBudget budget = new RetryBudget();
  private final Map<String, WebAddress> addresses = new ConcurrentHashMap<>();
  private final Login login;
  private final SimulatorProbe probe;

  WebSession(WebPool pool, SessionKey key) {
    this.pool = pool;
    settings = key.exchange();
    institution = key.institution();
    access = key.access();
    ClientIdentity identity = settings.identity();
    certificateEnd =
        identity.certificate().map(own -> own.getNotAfter().toInstant()).orElse(Instant.MAX);
    idle = seconds(access.times().idle());
    List<X509Certificate> anchors = settings.anchors();
    party =
        new Party(
            new PartyTls(() -> identity.context(pool.trust().with(anchors))),
            settings
                .proxy()
                .map(at -> new HttpHost("http", at.getHostString(), at.getPort()))
                .orElse(null),
            settings.connectTimeout().orElse(seconds(access.times().connect())));
    login = new Login(this, settings.credentials());
    probe = new SimulatorProbe(this);
  }

  /** What tells sessions apart. */
  record SessionKey(
      WebApiExchange exchange, MedicalInstitutionCode institution, WebAccess access) {}

  WebApiExchange settings() {
    return settings;
  }

  WebAccess access() {
    return access;
  }

  MedicalInstitutionCode institution() {
    return institution;
  }

  ShikakuRuntime runtime() {
    return pool.runtime();
  }

  Instant now() {
    return runtime().clock().instant();
  }

  RetryBudget budget() {
    return budget;
  }

  int maxRetries() {
    return settings.retries();
  }

  Duration loginTimeout() {
    return settings.loginTimeout().orElse(seconds(access.times().login()));
  }

  WebAddress loginAddress() {
    return join(settings.loginAddress(), access.loginPath().value());
  }

  WebAddress inquiryAddress(String path) {
    return addresses.computeIfAbsent(path, each -> join(settings.inquiryAddress(), each));
  }

  CompletableFuture<Token> token() {
    return login.token();
  }

  void refused(Token token) {
    login.refused(token);
  }

  CompletableFuture<Boolean> simulated() {
    return probe.ask();
  }

  /**
   * Sends once, unless the certificate is not valid now: then the server would refuse it anyway.
   */
  void send(HttpAttempt attempt) {
    if (now().isAfter(certificateEnd)) {
      attempt.failed(
          Trouble.clientCertificate("the client certificate expired on " + certificateEnd));
      return;
    }
    pool.send(attempt, party, idle);
  }

  /** Whoever asked the pool for it needs it no more. */
  void release() {
    pool.release(this);
  }

  @Override
  public void close() {
    login.close();
  }

  private static Duration seconds(WebAccess.Fact fact) {
    return Duration.ofSeconds(Long.parseLong(fact.value()));
  }

  private static WebAddress join(URI base, String path) {
    String prefix = base.getRawPath() == null ? "" : base.getRawPath();
    String start = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
    return WebAddress.of(
        URI.create(base.getScheme() + "://" + base.getRawAuthority() + start + path));
  }
}
