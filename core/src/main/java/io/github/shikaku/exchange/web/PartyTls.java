package io.github.shikaku.exchange.web;

import java.util.UUID;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.net.NamedEndpoint;
import org.apache.hc.core5.reactor.ssl.SSLBufferMode;
import org.apache.hc.core5.reactor.ssl.TransportSecurityLayer;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * TLS of one party: its own context, made when first needed, so that neither certificates nor
 * resumed sessions ever serve another. Host names are always verified.
 */
final class PartyTls {
  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

  /** Forward secrecy and authenticated encryption only. */
  private static final String[] SUITES = {
    "TLS_AES_256_GCM_SHA384",
    "TLS_AES_128_GCM_SHA256",
    "TLS_CHACHA20_POLY1305_SHA256",
    "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
    "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
    "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
    "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
    "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
    "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"
  };

  private static final TlsConfig HTTP_1 =
      TlsConfig.custom().setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1).build();

  /** A name for each party: two that bring one context share its resumed sessions. */
  private final String mark = UUID.randomUUID().toString();

  private final Supplier<SSLContext> maker;
  private @Nullable Strategy strategy;

  PartyTls(Supplier<SSLContext> maker) {
    this.maker = maker;
  }

  void upgrade(
      TransportSecurityLayer connection,
      NamedEndpoint host,
      Timeout timeout,
      FutureCallback<TransportSecurityLayer> callback) {
    strategy().upgrade(connection, host, HTTP_1, timeout, callback);
  }

  /** Whether the session was negotiated here. The last check before a request goes out. */
  boolean owns(@Nullable SSLSession session) {
    return session != null && session.getValue(mark) == this;
  }

  private synchronized Strategy strategy() {
    Strategy made = strategy;
    if (made == null) {
      made = new Strategy(maker.get());
      strategy = made;
    }
    return made;
  }

  private final class Strategy extends DefaultClientTlsStrategy {
    Strategy(SSLContext context) {
      super(
          context,
          PROTOCOLS,
          SUITES,
          // Idle connections are closed soon; making buffers anew costs a busy one too much.
          SSLBufferMode.STATIC,
          HostnameVerificationPolicy.BOTH,
          new DefaultHostnameVerifier());
    }

    @Override
    protected void verifySession(String hostName, SSLSession session) throws SSLException {
      super.verifySession(hostName, session);
      session.putValue(mark, PartyTls.this);
    }
  }
}
