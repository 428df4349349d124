package io.github.shikaku.exchange.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A proxy that opens tunnels, or refuses to. */
final class TestProxy implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(TestProxy.class);

  private final ServerSocket server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final String refusal;

  /** The first line of every request. */
  final List<String> requests = new CopyOnWriteArrayList<>();

  /** One that opens tunnels, or, with a status line, refuses them. */
  TestProxy(String refusal) throws IOException {
    this.refusal = refusal;
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        threads.execute(() -> serve(client));
      } catch (IOException e) {
        log.debug("the proxy is closed", e);
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      String head = head(client.getInputStream());
      String line = head.substring(0, head.indexOf('\r'));
      requests.add(line);
      if (!refusal.isEmpty()) {
        answer(client, refusal);
        return;
      }
      URI target =
          URI.create("tunnel://" + line.substring("CONNECT ".length(), line.lastIndexOf(' ')));
      try (Socket real = new Socket(target.getHost(), target.getPort())) {
        answer(client, "200 OK");
        threads.execute(() -> copy(real, client));
        copy(client, real);
      }
    } catch (IOException e) {
      log.debug("a tunnel ends", e);
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("hung up");
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static void answer(Socket client, String status) throws IOException {
    OutputStream out = client.getOutputStream();
    out.write(
        ("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      log.debug("a tunnel ends", e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
