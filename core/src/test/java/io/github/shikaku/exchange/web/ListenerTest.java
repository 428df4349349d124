package io.github.shikaku.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.shikaku.Shikaku;
import io.github.shikaku.error.ExchangeUnavailableException;
import io.github.shikaku.exchange.web.TestServer.Reply;
import io.github.shikaku.listen.CallFigures;
import io.github.shikaku.listen.CallInfo;
import io.github.shikaku.listen.MicrometerListener;
import io.github.shikaku.listen.ShikakuListener;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ListenerTest {
  private static final Certificates AUTHORITY = Certificates.authority("Test CA");

  private final Recording recording = new Recording();
  private TestServer server;

  /** Keeps what it is told. */
  private static final class Recording implements ShikakuListener {
    final List<String> events = new CopyOnWriteArrayList<>();
    final List<CallInfo> calls = new CopyOnWriteArrayList<>();
    final List<CallFigures> figures = new CopyOnWriteArrayList<>();

    @Override
    public void started(CallInfo call) {
      events.add("started");
      calls.add(call);
    }

    @Override
    public void answered(CallInfo call, CallFigures taken) {
      events.add("answered");
      calls.add(call);
      figures.add(taken);
    }

    @Override
    public void failed(CallInfo call, CallFigures taken, String errorId) {
      events.add("failed " + errorId);
      calls.add(call);
      figures.add(taken);
    }
  }

  @BeforeEach
  void start() throws IOException {
    server =
        new TestServer(Certificates.serverContext(AUTHORITY.server("localhost"), AUTHORITY.root()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void lookup_answered_isToldWithItsSizes() {
    try (Shikaku shikaku = client(recording)) {
      shikaku.qualifications().lookup(Clients.query());
    }

    assertThat(recording.events).containsExactly("started", "answered");
    assertThat(recording.calls.get(0)).isEqualTo(recording.calls.get(1));
    assertThat(recording.calls.get(0).operation()).isEqualTo("qualification.lookup");
    assertThat(recording.calls.get(0).interfaceId().value()).isEqualTo("OQS-IF-001");
    assertThat(recording.calls.get(0).traceparent()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    assertThat(recording.figures.get(0).bytesOut()).isGreaterThan(200);
    assertThat(recording.figures.get(0).bytesIn()).isGreaterThan(200);
    assertThat(recording.figures.get(0).duration()).isPositive();
  }

  @Test
  void lookup_failed_isToldWithTheId() {
    server.onSearch(question -> Reply.json(403, "{}"));
    try (Shikaku shikaku = client(recording)) {
      assertThatThrownBy(() -> shikaku.qualifications().lookup(Clients.query()))
          .isInstanceOf(ExchangeUnavailableException.class);
    }

    assertThat(recording.events).containsExactly("started", "failed SHK-C-519");
    assertThat(recording.figures.get(0).bytesIn()).isZero();
  }

  @Test
  void lookup_listenerThatFailsWithAnError_isAnsweredAllTheSame() {
    ShikakuListener broken =
        new ShikakuListener() {
          @Override
          public void answered(CallInfo call, CallFigures taken) {
            throw new LinkageError("another version");
          }
        };
    try (Shikaku shikaku = client(broken, recording)) {
      assertThat(shikaku.qualifications().lookup(Clients.query()).isConfirmedValid()).isTrue();
    }
    assertThat(recording.events).containsExactly("started", "answered");
  }

  @Test
  void lookup_listenerThatThrows_isAnsweredAndReportedOnce() {
    ShikakuListener broken =
        new ShikakuListener() {
          @Override
          public void started(CallInfo call) {
            throw new IllegalStateException("broken");
          }
        };
    List<ILoggingEvent> lines =
        linesOf(
            () -> {
              try (Shikaku shikaku = client(broken, recording)) {
                shikaku.qualifications().lookup(Clients.query());
                shikaku.qualifications().lookup(Clients.query());
              }
            });

    assertThat(recording.events).containsExactly("started", "answered", "started", "answered");
    assertThat(lines).filteredOn(line -> line.getLevel() == Level.ERROR).hasSize(1);
  }

  @Test
  void lookup_linesOfTheLog_canBeFollowedByOneId() {
    List<ILoggingEvent> lines =
        linesOf(
            () -> {
              try (Shikaku shikaku = client(recording)) {
                shikaku.qualifications().lookup(Clients.query());
              }
            });

    String id = recording.calls.get(0).traceparent();
    assertThat(lines)
        .filteredOn(line -> line.getFormattedMessage().contains(id))
        .hasSizeGreaterThanOrEqualTo(3)
        .allSatisfy(line -> assertThat(line.getMDCPropertyMap()).containsEntry("traceparent", id));
    assertThat(lines)
        .allSatisfy(
            line -> assertThat(line.getFormattedMessage()).doesNotContain("5678910", "token-1"));
  }

  @Test
  void micrometer_calls_areMeasured() {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    server.onSearch(
        question ->
            server.searches.get() == 1
                ? Reply.json(200, TestServer.answer())
                : Reply.json(403, "{}"));
    try (Shikaku shikaku = client(new MicrometerListener(registry))) {
      shikaku.qualifications().lookup(Clients.query());
      assertThatThrownBy(() -> shikaku.qualifications().lookup(Clients.query()))
          .isInstanceOf(ExchangeUnavailableException.class);
    }

    assertThat(
            registry
                .get("shikaku.calls")
                .tags("interface", "OQS-IF-001", "outcome", "answered")
                .timer()
                .count())
        .isEqualTo(1);
    assertThat(registry.get("shikaku.calls").tag("outcome", "SHK-C-519").timer().count())
        .isEqualTo(1);
    assertThat(registry.get("shikaku.request.size").summary().count()).isEqualTo(2);
    assertThat(registry.get("shikaku.answer.size").summary().count()).isEqualTo(1);
    assertThat(registry.get("shikaku.calls.active").gauge().value()).isZero();
  }

  private Shikaku client(ShikakuListener... listeners) {
    Shikaku.Builder builder =
        Clients.builder(Clients.exchange(server, AUTHORITY).allowProvisionalLogin().build());
    for (ShikakuListener listener : listeners) {
      builder.listener(listener);
    }
    return builder.build();
  }

  private static List<ILoggingEvent> linesOf(Runnable work) {
    Logger logger = (Logger) LoggerFactory.getLogger("io.github.shikaku");
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    logger.addAppender(lines);
    try {
      work.run();
      return List.copyOf(lines.list);
    } finally {
      logger.detachAppender(lines);
    }
  }
}
