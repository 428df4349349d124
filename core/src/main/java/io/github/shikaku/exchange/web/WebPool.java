package io.github.shikaku.exchange.web;

import io.github.shikaku.exchange.ShikakuRuntime;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.nio.AsyncClientConnectionOperator;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections of all parties of a runtime, on a few threads. It neither follows redirects nor
 * keeps cookies, repeats nothing by itself, does not unpack compressed bodies, which could grow
 * without limit, and never writes messages into a log.
 */
final class WebPool implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(WebPool.class);

  private static final int MAX_CONNECTIONS = 1_024;
  private static final int MAX_THREADS = 4;

  private final ShikakuRuntime runtime;
  private final TrustManagers trust = new TrustManagers();
  private final PoolingAsyncClientConnectionManager connections;
  private final CloseableHttpAsyncClient client;
  private volatile boolean closed;
  private final AtomicBoolean sweeping = new AtomicBoolean();
  private final Map<WebSession.SessionKey, SharedSession> sessions = new HashMap<>();

  private static final class SharedSession {
    final WebSession session;
    int users;

    SharedSession(WebSession session) {
      this.session = session;
    }
  }

  WebPool(ShikakuRuntime runtime) {
    this.runtime = runtime;
    connections =
        new ManagerBuilder(runtime)
            .setMaxConnTotal(MAX_CONNECTIONS)
            .setMaxConnPerRoute(MAX_CONNECTIONS)
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    // Time-outs are those of the calls.
                    .setSocketTimeout(Timeout.DISABLED)
                    .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                    .build())
            .build();
    client =
        HttpAsyncClients.custom()
            .setConnectionManager(connections)
            .setIOReactorConfig(
                IOReactorConfig.custom()
                    .setIoThreadCount(
                        Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors()))
                    .setSoTimeout(Timeout.DISABLED)
                    .build())
            .setThreadFactory(threads("shikaku-web"))
            .setIoReactorExceptionCallback(this::reactorFailed)
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setConnectionRequestTimeout(Timeout.DISABLED)
                    .setProtocolUpgradeEnabled(false)
                    .build())
            .setRoutePlanner(WebPool::route)
            .addRequestInterceptorLast(WebPool::check)
            // By default whole messages are written into a log at the level DEBUG.
            .setIoSessionDecorator(session -> session)
            .setUserAgent("Shikaku-SDK")
            .disableContentCompression()
            .disableCookieManagement()
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableAuthCaching()
            .build();
    client.start();
  }

  static WebPool of(ShikakuRuntime runtime) {
    return runtime.shared(WebPool.class, () -> new WebPool(runtime));
  }

  ShikakuRuntime runtime() {
    return runtime;
  }

  /** The session of an exchange and institution; to be given back with {@link #release}. */
  WebSession session(WebSession.SessionKey key) {
    synchronized (sessions) {
      SharedSession one =
          sessions.computeIfAbsent(key, missing -> new SharedSession(new WebSession(this, key)));
      one.users++;
      return one.session;
    }
  }

  void release(WebSession session) {
    synchronized (sessions) {
      sessions
          .values()
          .removeIf(
              one -> {
                boolean isLast = one.session == session && --one.users == 0;
                if (isLast) {
                  one.session.close();
                }
                return isLast;
              });
    }
  }

  TrustManagers trust() {
    return trust;
  }

  /** Sends the request once; see {@link HttpAttempt} for what becomes of it. */
  void send(HttpAttempt attempt, Party party, Duration idle) {
    attempt.runs(
        client.execute(
            attempt.target(),
            attempt,
            new AnswerCollector(attempt.maxBytes()),
            null,
            party.newContext(attempt),
            attempt));
    if (sweeping.compareAndSet(false, true)) {
      sweepLater(idle);
    }
  }

  /** Without a thread of its own, and only while there are connections. */
  private void sweepLater(Duration idle) {
    Runnable unused =
        runtime.after(
            idle.dividedBy(2),
            () -> {
              connections.closeExpired();
              connections.closeIdle(TimeValue.of(idle));
              if (connections.getTotalStats().getAvailable()
                      + connections.getTotalStats().getLeased()
                  > 0) {
                sweepLater(idle);
              } else {
                sweeping.set(false);
              }
            });
  }

  private static HttpRoute route(HttpHost target, HttpContext context) {
    HttpHost proxy = Party.of(context).proxy();
    return proxy == null
        ? new HttpRoute(target, null, true)
        : new HttpRoute(target, null, proxy, true);
  }

  /** The pool keeps parties apart; if it ever did not, nothing must go out. */
  private static void check(
      HttpRequest request, @Nullable EntityDetails entity, HttpContext context)
      throws HttpException {
    HttpClientContext own = HttpClientContext.cast(context);
    if (!Party.of(context).tls().owns(own.getSSLSession())) {
      throw new HttpException("a connection of another party was about to be used");
    }
    if (!Party.attempt(context).writing()) {
      throw new HttpException("the request was given up");
    }
  }

  /** Whatever is under way when the runtime is closed ends with an exception of the selector. */
  private void reactorFailed(Exception failure) {
    if (closed) {
      log.debug("the HTTP client ended with {}", failure.getClass().getName());
    } else {
      log.error("the HTTP client failed unexpectedly: {}", failure.getClass().getName());
    }
  }

  @Override
  public void close() {
    closed = true;
    client.close(CloseMode.IMMEDIATE);
    synchronized (sessions) {
      sessions.values().forEach(one -> one.session.close());
      sessions.clear();
    }
  }

  private static ThreadFactory threads(String name) {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /** A builder that takes our connector instead of one TLS for all. */
  private static final class ManagerBuilder extends PoolingAsyncClientConnectionManagerBuilder {
    private final ShikakuRuntime runtime;

    ManagerBuilder(ShikakuRuntime runtime) {
      this.runtime = runtime;
    }

    @Override
    protected AsyncClientConnectionOperator createConnectionOperator(
        @Nullable TlsStrategy tls,
        @Nullable SchemePortResolver ports,
        @Nullable DnsResolver names) {
      return new PartyConnector(runtime);
    }
  }
}
