package io.github.shikaku.exchange.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shakes hands and says with an alert of TLS what it does not like; the HTTP server of the JDK
 * hangs up instead.
 */
final class AlertingServer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(AlertingServer.class);

  private final SSLServerSocket server;

  /** Handshakes that came to an end. */
  final AtomicInteger agreed = new AtomicInteger();

  AlertingServer(SSLContext context, String... protocols) throws IOException {
    this(
        context,
        ssl -> {
          if (protocols.length > 0) {
            ssl.setProtocols(protocols);
          }
        });
  }

  AlertingServer(SSLContext context, Consumer<SSLParameters> settings) throws IOException {
    server =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    SSLParameters ssl = server.getSSLParameters();
    ssl.setNeedClientAuth(true);
    settings.accept(ssl);
    server.setSSLParameters(ssl);
    Thread thread = new Thread(this::serve, "alerting-server");
    thread.setDaemon(true);
    thread.start();
  }

  URI address() {
    return URI.create("https://localhost:" + server.getLocalPort());
  }

  private void serve() {
    while (!server.isClosed()) {
      try (SSLSocket socket = (SSLSocket) server.accept()) {
        socket.startHandshake();
        agreed.incrementAndGet();
      } catch (IOException e) {
        log.debug("this is what it is for", e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
