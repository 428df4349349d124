package io.github.shikaku.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.shikaku.Shikaku;
import io.github.shikaku.audit.CallContext;
import io.github.shikaku.audit.OperatorRole;
import io.github.shikaku.error.ShikakuException;
import io.github.shikaku.exchange.Desk;
import io.github.shikaku.listen.CallFigures;
import io.github.shikaku.listen.CallInfo;
import io.github.shikaku.listen.ShikakuListener;
import io.github.shikaku.model.InterfaceId;
import io.github.shikaku.testkit.WebApiSimulator;
import io.github.shikaku.testkit.WebFault;
import io.github.shikaku.testkit.WebRequest;
import io.github.shikaku.testkit.WebStep;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Nothing of what is sent and received gets into any log, those of the HTTP client included. */
class WebLogTest {
  private static final InterfaceId LOOKUP = InterfaceId.of("OQS-IF-001");
  private static final String PASSWORD = "open-sesame-81";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> WIRE =
      List.of("org.apache.hc.client5.http.wire", "org.apache.hc.client5.http.headers");

  private final Kept kept = new Kept();
  private final Told told = new Told();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Level usual = root.getLevel();

  /** Keeps every line of every logger. */
  private static final class Kept extends AppenderBase<ILoggingEvent> {
    final Queue<String> lines = new ConcurrentLinkedQueue<>();

    @Override
    protected void append(ILoggingEvent event) {
      lines.add(
          event.getLoggerName()
              + " "
              + event.getFormattedMessage()
              + " "
              + event.getMDCPropertyMap()
              + (event.getThrowableProxy() == null
                  ? ""
                  : ThrowableProxyUtil.asString(event.getThrowableProxy())));
    }
  }

  /** Keeps what a listener is told. */
  private static final class Told implements ShikakuListener {
    final Queue<String> calls = new ConcurrentLinkedQueue<>();

    @Override
    public void started(CallInfo call) {
      calls.add(call.toString());
    }

    @Override
    public void answered(CallInfo call, CallFigures taken) {
      calls.add(call + " " + taken);
    }

    @Override
    public void failed(CallInfo call, CallFigures taken, String errorId) {
      calls.add(call + " " + taken + " " + errorId);
    }
  }

  @BeforeEach
  void listen() {
    kept.start();
    root.addAppender(kept);
  }

  @AfterEach
  void stop() {
    root.setLevel(usual);
    root.detachAppender(kept);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DEBUG", "TRACE"})
  void everyLogger_whateverHappens_holdsNothingOfAnybody(String level) throws IOException {
    // Set for all, and nobody sets another one for any of them.
    root.setLevel(Level.valueOf(level));
    WIRE.forEach(name -> assertThat(LoggerFactory.getLogger(name).isDebugEnabled()).isTrue());
    List<String> secrets = new ArrayList<>();
    try (WebApiSimulator web =
            WebApiSimulator.builder().account("staff", PASSWORD).keepBodies().start();
        Shikaku shikaku =
            Clinic.of(web)
                .open(
                    way -> way.credentials(() -> WebAccount.of("staff", PASSWORD.toCharArray())),
                    client -> client.listener(told).auditSink(entry -> {}))) {
      shikaku.qualifications().lookup(Desk.query("valid"));
      secrets.addAll(asked(web));
      secrets.addAll(answered(shikaku, web));
      goWrong(shikaku, web);
      web.requests().forEach(request -> request.header("Authorization").ifPresent(secrets::add));
    }

    assertThat(secrets).hasSizeGreaterThan(10).allMatch(secret -> secret.length() > 2);
    assertThat(kept.lines)
        .as("the HTTP client was listened to")
        .anyMatch(line -> line.startsWith("org.apache.hc."))
        .anyMatch(line -> line.startsWith("io.github.shikaku."));
    assertThat(told.calls).anyMatch(call -> call.contains("SHK-C-"));
    assertThat(kept.lines).filteredOn(line -> holds(line, secrets)).isEmpty();
    assertThat(told.calls).filteredOn(call -> holds(call, secrets)).isEmpty();
  }

  private static boolean holds(String line, List<String> secrets) {
    return secrets.stream().anyMatch(line::contains);
  }

  /** What was asked for, and the password. */
  private static List<String> asked(WebApiSimulator web) throws IOException {
    List<String> secrets = new ArrayList<>();
    secrets.add(PASSWORD);
    String body = last(web).body();
    JsonNode asked = JSON.readTree(body).findValue("QualificationConfirmSearchInfo");
    for (String name : List.of("InsuredIdentificationNumber", "Birthdate")) {
      secrets.add(asked.path(name).asText());
    }
    secrets.add("\"InsuredCardSymbol\"");
    return secrets;
  }

  /** Names, numbers and addresses of the answer. */
  private static List<String> answered(Shikaku shikaku, WebApiSimulator web) throws IOException {
    byte[] request = last(web).body().getBytes(StandardCharsets.UTF_8);
    JsonNode person =
        JSON.readTree(shikaku.onBehalfOf(staff()).raw().send(LOOKUP, request).content())
            .findValue("ResultOfQualificationConfirmation");
    List<String> secrets = new ArrayList<>();
    for (String name : List.of("Name", "NameKana", "Address", "PostNumber", "InsuredName")) {
      assertThat(person.path(name).asText()).as(name).isNotEmpty();
      secrets.add(person.path(name).asText());
    }
    secrets.add("\"NameKana\"");
    return secrets;
  }

  private static void goWrong(Shikaku shikaku, WebApiSimulator web) {
    for (WebFault fault :
        List.of(
            WebFault.status(400),
            WebFault.status(403),
            WebFault.status(500),
            WebFault.truncatedJson(),
            WebFault.duplicateKeys(),
            WebFault.nested(100_000),
            WebFault.resetInTheMiddle(),
            WebFault.tokenExpired(),
            WebFault.html(),
            WebFault.wrongCharset())) {
      web.failNext(WebStep.INQUIRY, fault);
      ShikakuException failure =
          catchThrowableOfType(
              ShikakuException.class, () -> shikaku.qualifications().lookup(Desk.query("valid")));
      if (failure != null) {
        assertThat(failure.userMessage(Locale.JAPANESE)).isNotBlank();
        LoggerFactory.getLogger("io.github.shikaku.vendor").error("as vendors log it", failure);
      }
    }
  }

  private static WebRequest last(WebApiSimulator web) {
    List<WebRequest> sent = web.requests(WebStep.INQUIRY);
    return sent.get(sent.size() - 1);
  }

  private static CallContext staff() {
    return CallContext.builder()
        .operatorId("staff-1")
        .role(OperatorRole.CLERK)
        .purpose("trial")
        .build();
  }
}
