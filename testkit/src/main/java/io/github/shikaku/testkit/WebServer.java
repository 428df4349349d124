package io.github.shikaku.testkit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A WireMock that hands every request to the desk and sends what the desk answers. */
final class WebServer {
  private static final String NAME = "shikaku-web-api";
  private static final int PIECES = 8;
  private static final int THREADS = 256;

  /** A crowd that connects at once must not be turned away before it was looked at. */
  private static final int ARRIVALS = 1_024;

  private static final int FOR_EVER = Integer.MAX_VALUE;

  /**
   * How to listen.
   *
   * @param address the address
   * @param port the port, 0 for any that is free
   * @param tls what is shown to clients and asked of them
   * @param idle how long an idle connection lives
   */
  record Listening(String address, int port, WebTls tls, Duration idle) {}

  private final WireMockServer wireMock;

  private WebServer(WireMockServer wireMock) {
    this.wireMock = wireMock;
  }

  /**
   * Starts to listen.
   *
   * @throws IllegalStateException when the port is taken
   */
  static WebServer start(Listening how, WebDesk desk, Duration pace) {
    WireMockServer wireMock =
        new WireMockServer(
            WireMockConfiguration.options()
                .bindAddress(how.address())
                .httpDisabled(true)
                .httpsPort(how.port())
                .http2TlsDisabled(true)
                .gzipDisabled(true)
                .containerThreads(THREADS)
                .jettyAcceptQueueSize(ARRIVALS)
                .jettyIdleTimeout(how.idle().toMillis())
                .jettyStopTimeout(100L)
                .timeout(FOR_EVER)
                .asynchronousResponseEnabled(true)
                .asynchronousResponseThreads(4)
                .disableRequestJournal()
                .notifier(new WebNotifier())
                .httpServerFactory(new WebServerFactory(how.tls(), pace))
                .extensions(new ToTheDesk(desk, pace)));
    wireMock.stubFor(any(anyUrl()).willReturn(aResponse().withTransformers(NAME)));
    try {
      wireMock.start();
    } catch (FatalStartupException e) {
      throw new IllegalStateException("port " + how.port() + " cannot be used", e);
    }
    return new WebServer(wireMock);
  }

  int port() {
    return wireMock.httpsPort();
  }

  void stop() {
    wireMock.stop();
  }

  /** Asks the desk, and says to the server how the answer travels. */
  private static final class ToTheDesk implements ResponseDefinitionTransformerV2 {
    private final WebDesk desk;
    private final Duration pace;

    ToTheDesk(WebDesk desk, Duration pace) {
      this.desk = desk;
      this.pace = pace;
    }

    @Override
    public String getName() {
      return NAME;
    }

    @Override
    public boolean applyGlobally() {
      return false;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
      Request request = event.getRequest();
      return definition(desk.handle(incoming(request)));
    }

    private static WebIncoming incoming(Request request) {
      Map<String, List<String>> headers = new LinkedHashMap<>();
      for (HttpHeader header : request.getHeaders().all()) {
        headers.put(header.key().toLowerCase(Locale.ROOT), List.copyOf(header.values()));
      }
      WebIncoming.Client client = client(headers);
      headers.remove(WebServerFactory.CERTIFICATE);
      byte[] body = request.getBody();
      return new WebIncoming(
          new WebIncoming.Head(
              request.getMethod().value(), URI.create(request.getUrl()).getPath(), headers),
          body == null ? new byte[0] : body,
          client);
    }

    private static WebIncoming.@Nullable Client client(Map<String, List<String>> headers) {
      List<String> told = headers.getOrDefault(WebServerFactory.CERTIFICATE, List.of());
      if (told.isEmpty()) {
        return null;
      }
      String[] parts = told.get(0).split(" ", 2);
      return new WebIncoming.Client(parts[1], parts[0]);
    }

    private ResponseDefinition definition(WebAnswer answer) {
      ResponseDefinitionBuilder builder =
          aResponse().withStatus(answer.status()).withBody(answer.body());
      answer.headers().forEach(builder::withHeader);
      if (!answer.delay().isZero()) {
        builder.withFixedDelay((int) answer.delay().toMillis());
      }
      switch (answer.line()) {
        case WHOLE -> builder.withHeader("Content-Length", "" + answer.body().length);
        case PIECES -> builder.withChunkedDribbleDelay(PIECES, (int) (pace.toMillis() * PIECES));
        case RESET -> builder.withFault(Fault.CONNECTION_RESET_BY_PEER);
        case CLOSED -> builder.withFault(Fault.EMPTY_RESPONSE);
        case SILENT -> builder.withFixedDelay(FOR_EVER);
        case LATE_BODY, STALLED, RESET_IN_THE_MIDDLE, CLOSED_AFTERWARDS ->
            builder
                .withHeader(WebServerFactory.LINE, answer.line().name())
                .withHeader("Content-Length", "" + answer.body().length);
      }
      return builder.build();
    }
  }
}
