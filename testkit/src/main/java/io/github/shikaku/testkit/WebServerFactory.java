package io.github.shikaku.testkit;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.HttpServer;
import com.github.tomakehurst.wiremock.http.HttpServerFactory;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.http.HttpFields;
import wiremock.org.eclipse.jetty.io.EndPoint;
import wiremock.org.eclipse.jetty.io.ssl.SslConnection;
import wiremock.org.eclipse.jetty.server.HttpOutput;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.SslConnectionFactory;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;
import wiremock.org.eclipse.jetty.util.Callback;
import wiremock.org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * Makes the server below WireMock do three things that WireMock cannot: use keys that lie in no
 * file, tell whose certificate a request came with, and stop in the middle of an answer.
 */
final class WebServerFactory implements HttpServerFactory {
  /** Holds fingerprint and name of the client certificate; set here and nowhere else. */
  static final String CERTIFICATE = "shikaku-simulator-certificate";

  /** Tells how an answer travels; taken out before the answer goes. */
  static final String LINE = "Shikaku-Simulator-Line";

  private static final Logger log = LoggerFactory.getLogger(WebServerFactory.class);

  private final WebTls tls;
  private final Duration pace;

  WebServerFactory(WebTls tls, Duration pace) {
    this.tls = tls;
    this.pace = pace;
  }

  @Override
  public HttpServer buildHttpServer(
      Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
    Server server = new Server(options, admin, stubs);
    server.prepare(tls, pace);
    return server;
  }

  private static final class Server extends Jetty11HttpServer {
    Server(Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
      super(options, admin, stubs);
    }

    void prepare(WebTls tls, Duration pace) {
      SslContextFactory.Server factory =
          httpsConnector.getConnectionFactory(SslConnectionFactory.class).getSslContextFactory();
      factory.setSslContext(tls.context());
      factory.setNeedClientAuth(tls.demanded());
      factory.setWantClientAuth(!tls.demanded());
      if (!tls.protocols().isEmpty()) {
        factory.setIncludeProtocols(tls.protocols().toArray(String[]::new));
      }
      if (!tls.cipherSuites().isEmpty()) {
        factory.setExcludeCipherSuites();
        factory.setIncludeCipherSuites(tls.cipherSuites().toArray(String[]::new));
      }
      if (scheduledExecutorService instanceof ScheduledThreadPoolExecutor waiting) {
        // Answers that are still to come when the server stops must not keep the process alive.
        waiting.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        waiting.setRemoveOnCancelPolicy(true);
      }
      Doorman doorman = new Doorman(pace);
      doorman.setHandler(jettyServer.getHandler());
      jettyServer.setHandler(doorman);
    }

    /** WireMock makes HTTP 500 of what it can no longer answer; so nobody is there to hear it. */
    @Override
    public void stop() {
      httpsConnector.close();
      httpsConnector.getConnectedEndPoints().forEach(EndPoint::close);
      super.stop();
    }
  }

  /** Sees every request first and every byte of an answer last. */
  private static final class Doorman extends HandlerWrapper {
    private final Duration pace;

    Doorman(Duration pace) {
      this.pace = pace;
    }

    @Override
    public void handle(
        String target, Request base, HttpServletRequest request, HttpServletResponse response)
        throws IOException, ServletException {
      HttpFields.Mutable fields = HttpFields.build(base.getHttpFields()).remove(CERTIFICATE);
      String certificate = certificate(base);
      base.setHttpFields(certificate == null ? fields : fields.put(CERTIFICATE, certificate));
      HttpOutput output = base.getResponse().getHttpOutput();
      output.setInterceptor(new Line(base, output.getInterceptor(), pace));
      super.handle(target, base, request, response);
    }

    private static @Nullable String certificate(Request base) {
      if (!(base.getHttpChannel().getEndPoint() instanceof SslConnection.DecryptedEndPoint end)) {
        return null;
      }
      try {
        Certificate[] chain =
            end.getSslConnection().getSSLEngine().getSession().getPeerCertificates();
        return chain[0] instanceof X509Certificate own
            ? fingerprint(own) + " " + commonName(own)
            : null;
      } catch (SSLPeerUnverifiedException e) {
        return null;
      }
    }

    private static String fingerprint(X509Certificate certificate) {
      try {
        return HexFormat.of()
            .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }

    private static String commonName(X509Certificate certificate) {
      String name = certificate.getSubjectX500Principal().getName();
      try {
        for (Rdn part : new LdapName(name).getRdns()) {
          if (part.getType().equalsIgnoreCase("CN")) {
            return String.valueOf(part.getValue());
          }
        }
      } catch (InvalidNameException e) {
        log.debug("a client certificate has an odd name");
      }
      return name;
    }
  }

  /** Lets an answer pass, or only part of it. */
  private static final class Line implements HttpOutput.Interceptor {
    private final Request request;
    private final HttpOutput.Interceptor onwards;
    private final Duration pace;
    private @Nullable WebLine kind;
    private boolean begun;
    private long left;

    Line(Request request, HttpOutput.Interceptor onwards, Duration pace) {
      this.request = request;
      this.onwards = onwards;
      this.pace = pace;
    }

    @Override
    public HttpOutput.Interceptor getNextInterceptor() {
      return onwards;
    }

    @Override
    public void write(ByteBuffer content, boolean last, Callback callback) {
      if (!begun) {
        begun = true;
        kind = takeKind();
        left = kind == WebLine.LATE_BODY ? 0 : request.getResponse().getContentLength() / 2;
      }
      if (kind == null || left < 0) {
        onwards.write(content, last, callback);
      } else if (kind == WebLine.CLOSED_AFTERWARDS) {
        onwards.write(content, last, last ? closing(callback) : callback);
      } else if (content.remaining() <= left && !last) {
        left -= content.remaining();
        onwards.write(content, false, callback);
      } else {
        ByteBuffer first = content.duplicate();
        first.limit(first.position() + (int) Math.min(left, content.remaining()));
        content.position(first.limit());
        left = -1;
        onwards.write(first, false, Callback.from(() -> halfway(content, last, callback)));
      }
    }

    private @Nullable WebLine takeKind() {
      HttpFields.Mutable fields = request.getResponse().getHttpFields();
      String told = fields.get(LINE);
      fields.remove(LINE);
      return told == null ? null : WebLine.valueOf(told);
    }

    private void halfway(ByteBuffer rest, boolean last, Callback callback) {
      if (kind == WebLine.LATE_BODY) {
        var unused =
            request
                .getHttpChannel()
                .getScheduler()
                .schedule(
                    () -> onwards.write(rest, last, callback),
                    pace.toMillis() * 5,
                    TimeUnit.MILLISECONDS);
      } else if (kind == WebLine.RESET_IN_THE_MIDDLE) {
        end(true);
        callback.failed(new IOException("the connection is reset on purpose"));
      }
      // A stalled answer is never called back: the thread waits until the connection is closed.
    }

    private Callback closing(Callback callback) {
      return Callback.from(
          () -> {
            callback.succeeded();
            end(false);
          },
          callback::failed);
    }

    /** Ends the connection below TLS, with a reset or without a word. */
    private void end(boolean reset) {
      EndPoint end = request.getHttpChannel().getEndPoint();
      if (end instanceof SslConnection.DecryptedEndPoint decrypted) {
        end = decrypted.getSslConnection().getEndPoint();
      }
      try {
        if (end.getTransport() instanceof SocketChannel channel) {
          Socket socket = channel.socket();
          if (reset) {
            socket.setSoLinger(true, 0);
          }
          socket.close();
        }
      } catch (IOException e) {
        log.debug("a connection was closed already");
      }
      end.close();
    }
  }
}
