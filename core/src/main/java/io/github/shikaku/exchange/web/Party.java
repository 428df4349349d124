package io.github.shikaku.exchange.web;

import java.time.Duration;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf a connection is made: its certificate, its proxy, its patience. A pooled
 * connection belongs to one party for ever.
 */
final class Party {
  private final PartyTls tls;
  private final @Nullable HttpHost proxy;
  private final Timeout connectTimeout;

  Party(PartyTls tls, @Nullable HttpHost proxy, Duration connectTimeout) {
    this.tls = tls;
    this.proxy = proxy;
    this.connectTimeout = Timeout.of(connectTimeout);
  }

  PartyTls tls() {
    return tls;
  }

  @Nullable HttpHost proxy() {
    return proxy;
  }

  Timeout connectTimeout() {
    return connectTimeout;
  }

  /** A context for one request of this party. */
  HttpClientContext newContext(HttpAttempt attempt) {
    HttpClientContext context = new Errand(this, attempt);
    context.setUserToken(this);
    return context;
  }

  /** Whose request it is; there is none that is nobody's. */
  static Party of(@Nullable HttpContext context) {
    return errand(context).party;
  }

  static HttpAttempt attempt(HttpContext context) {
    return errand(context).attempt;
  }

  private static Errand errand(@Nullable HttpContext context) {
    if (context instanceof Errand errand) {
      return errand;
    }
    throw new IllegalStateException("a connection is asked for on nobody's behalf");
  }

  /** The HTTP client carries it along with a request. */
  private static final class Errand extends HttpClientContext {
    private final Party party;
    private final HttpAttempt attempt;

    Errand(Party party, HttpAttempt attempt) {
      this.party = party;
      this.attempt = attempt;
    }
  }

  @Override
  public String toString() {
    return "Party@" + Integer.toHexString(System.identityHashCode(this));
  }
}
