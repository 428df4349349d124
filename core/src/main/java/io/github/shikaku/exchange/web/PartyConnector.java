package io.github.shikaku.exchange.web;

import io.github.shikaku.exchange.Lane;
import io.github.shikaku.exchange.ShikakuRuntime;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.apache.hc.client5.http.impl.nio.DefaultAsyncClientConnectionOperator;
import org.apache.hc.client5.http.nio.ManagedAsyncClientConnection;
import org.apache.hc.core5.concurrent.ComplexFuture;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.net.NamedEndpoint;
import org.apache.hc.core5.reactor.ConnectionInitiator;
import org.apache.hc.core5.reactor.ssl.TransportSecurityLayer;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections with the TLS of the party whose request it is. One pool with one TLS context
 * and a key manager that switches sends one institution's request under another's certificate as
 * soon as a session is resumed.
 */
final class PartyConnector extends DefaultAsyncClientConnectionOperator {
  private final ShikakuRuntime runtime;
  private final Map<String, Lane> names = new ConcurrentHashMap<>();

  /** One thread at most waits for one name; Java blocks while it asks for it. */
  PartyConnector(ShikakuRuntime runtime) {
    super(scheme -> "https".equalsIgnoreCase(scheme) ? new ByParty() : null, null, null);
    this.runtime = runtime;
  }

  @Override
  public Future<ManagedAsyncClientConnection> connect(
      ConnectionInitiator initiator,
      HttpHost host,
      @Nullable Path unixDomainSocket,
      @Nullable NamedEndpoint name,
      @Nullable SocketAddress localAddress,
      @Nullable Timeout timeout,
      @Nullable Object attachment,
      @Nullable HttpContext context,
      FutureCallback<ManagedAsyncClientConnection> callback) {
    Party party = Party.of(context);
    ComplexFuture<ManagedAsyncClientConnection> connecting = new ComplexFuture<>(callback);
    Runnable inTime =
        runtime.after(
            party.connectTimeout().toDuration(),
            () ->
                runtime
                    .callbackExecutor()
                    .execute(
                        () ->
                            connecting.failed(
                                new SocketTimeoutException("nobody told the address in time"))));
    try {
      Lane lane = names.computeIfAbsent(host.getHostName(), missing -> runtime.newLane());
      lane.execute(
          () -> {
            try {
              // Java remembers the answer for the connection that follows.
              InetAddress.getAllByName(host.getHostName());
            } catch (UnknownHostException e) {
              connecting.failed(e);
            }
            inTime.run();
            if (!connecting.isDone()) {
              connecting.setDependency(
                  super.connect(
                      initiator,
                      host,
                      unixDomainSocket,
                      name,
                      localAddress,
                      party.connectTimeout(),
                      party,
                      context,
                      handingOverTo(connecting)));
            }
          });
    } catch (RejectedExecutionException e) {
      connecting.failed(e);
    }
    return connecting;
  }

  /** Behind a proxy: the tunnel stands, TLS with the real host begins. */
  @Override
  public void upgrade(
      ManagedAsyncClientConnection connection,
      HttpHost host,
      @Nullable NamedEndpoint name,
      @Nullable Object attachment,
      @Nullable HttpContext context,
      FutureCallback<ManagedAsyncClientConnection> callback) {
    super.upgrade(connection, host, name, Party.of(context), context, callback);
  }

  private static FutureCallback<ManagedAsyncClientConnection> handingOverTo(
      ComplexFuture<ManagedAsyncClientConnection> connecting) {
    return new FutureCallback<>() {
      @Override
      public void completed(ManagedAsyncClientConnection connection) {
        if (!connecting.completed(connection)) {
          connection.close(CloseMode.IMMEDIATE);
        }
      }

      @Override
      public void failed(Exception failure) {
        connecting.failed(failure);
      }

      @Override
      public void cancelled() {
        connecting.cancel();
      }
    };
  }

  /** The party travels as the attachment of its connection. */
  private static final class ByParty implements TlsStrategy {
    @Override
    public void upgrade(
        TransportSecurityLayer connection,
        NamedEndpoint host,
        Object attachment,
        @Nullable Timeout timeout,
        FutureCallback<TransportSecurityLayer> callback) {
      Party party = (Party) attachment;
      party.tls().upgrade(connection, host, party.connectTimeout(), callback);
    }

    @Deprecated
    @Override
    public boolean upgrade(
        TransportSecurityLayer connection,
        HttpHost host,
        SocketAddress localAddress,
        SocketAddress remoteAddress,
        Object attachment,
        Timeout timeout) {
      throw new UnsupportedOperationException("connections are upgraded with a callback");
    }
  }
}
