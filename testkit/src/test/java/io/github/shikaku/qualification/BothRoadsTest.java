package io.github.shikaku.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.shikaku.Shikaku;
import io.github.shikaku.error.ExchangeUnavailableException;
import io.github.shikaku.error.NoAnswerException;
import io.github.shikaku.error.OqsSystemException;
import io.github.shikaku.error.ShikakuException;
import io.github.shikaku.error.TerminalRejectionException;
import io.github.shikaku.error.UnusableAnswerException;
import io.github.shikaku.error.WebRejectionException;
import io.github.shikaku.exchange.Desk;
import io.github.shikaku.exchange.ShikakuRuntime;
import io.github.shikaku.exchange.web.Clinic;
import io.github.shikaku.operation.CallOptions;
import io.github.shikaku.testkit.ExpectedOutcome;
import io.github.shikaku.testkit.Scenario;
import io.github.shikaku.testkit.ScenarioCatalogue;
import io.github.shikaku.testkit.ScenarioQuery;
import io.github.shikaku.testkit.TerminalSimulator;
import io.github.shikaku.testkit.WebApiSimulator;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same question through the exchange folder and over the Web API gets the same answer. */
class BothRoadsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final Instant NOON = DAY.atTime(3, 0).toInstant(ZoneOffset.UTC);
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

  @TempDir static Path folder;

  private static ShikakuRuntime runtime;
  private static Desk desk;
  private static TerminalSimulator terminal;
  private static WebApiSimulator web;
  private static WebApiSimulator webWithObjects;
  private static Shikaku overFolder;
  private static Shikaku overWeb;
  private static Shikaku overWebWithObjects;

  @BeforeAll
  static void open() {
    runtime = ShikakuRuntime.create();
    desk = Desk.in(folder);
    terminal =
        TerminalSimulator.builder(desk.exchange())
            .createFolders()
            .clock(CLOCK)
            .pace(Duration.ofMillis(10))
            .start();
    web = WebApiSimulator.builder().clock(CLOCK).pace(Duration.ofMillis(10)).start();
    webWithObjects =
        WebApiSimulator.builder()
            .clock(CLOCK)
            .pace(Duration.ofMillis(10))
            .listsAsObjects()
            .opaqueTokens()
            .start();
    overFolder =
        desk.open(way -> way.settle(Duration.ofMillis(200)), client -> client.runtime(runtime));
    overWeb = Clinic.of(web).open(way -> {}, client -> client.runtime(runtime));
    overWebWithObjects =
        Clinic.of(webWithObjects).open(way -> {}, client -> client.runtime(runtime));
  }

  @AfterAll
  static void close() {
    overWebWithObjects.close();
    overWeb.close();
    overFolder.close();
    desk.close();
    webWithObjects.close();
    web.close();
    terminal.close();
    runtime.close();
  }

  /** Scenarios that end differently on the two roads, and why they have to. */
  private static final Map<String, String> DIFFERENT_BY_DESIGN =
      Map.of(
          "rejected",
          "連携アプリ puts a .err file; the Web API has no such file and answers HTTP 400,"
              + " which is an exception of its own",
          "not-taken",
          "a file that nobody takes stays where it lies and only time tells; a server that takes"
              + " no requests says so at once with HTTP 503");

  /** What came of a question: fields, or how it failed. */
  private record Came(ExpectedOutcome outcome, Map<String, String> fields) {}

  static Stream<Scenario> scenarios() {
    return ScenarioCatalogue.standard().scenarios().stream();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void lookup_everyScenario_isTheSameOnBothRoads(Scenario scenario) {
    Came folder = ask(overFolder, scenario, false);
    Came json = ask(overWeb, scenario, false);
    Came jsonWithObjects = ask(overWebWithObjects, scenario, false);

    assertThat(folder.outcome()).isEqualTo(scenario.expected());
    assertThat(json.outcome()).isEqualTo(scenario.expectedOnWeb());
    if (DIFFERENT_BY_DESIGN.containsKey(scenario.id())) {
      assertThat(json.outcome())
          .as("no longer different: %s", DIFFERENT_BY_DESIGN.get(scenario.id()))
          .isNotEqualTo(folder.outcome());
    } else {
      assertThat(json.outcome()).isEqualTo(folder.outcome());
      assertThat(json.fields()).containsExactlyInAnyOrderEntriesOf(folder.fields());
    }
    assertThat(jsonWithObjects.outcome()).isEqualTo(json.outcome());
    assertThat(jsonWithObjects.fields()).containsExactlyInAnyOrderEntriesOf(json.fields());
  }

  @Test
  void differences_byDesign_areOfScenariosThatExist() {
    assertThat(scenarios().map(Scenario::id)).containsAll(DIFFERENT_BY_DESIGN.keySet());
  }

  @Test
  void systemError_onEachRoad_handsOnCodeAndMessage() {
    Came folder = ask(overFolder, ScenarioCatalogue.standard().byId("system-error"), false);

    assertThat(folder.fields())
        .containsEntry("error.code", "SIM-S001")
        .containsEntry("error.message", "【模擬】システムが異常終了しました");
  }

  static Stream<Scenario> people() {
    return scenarios()
        .filter(scenario -> scenario.expected() == ExpectedOutcome.ANSWER)
        .filter(scenario -> scenario.id().matches("limit.*|specific-disease|shift-jis|several"));
  }

  @ParameterizedTest
  @MethodSource("people")
  void lookup_withConsentToLimit_isTheSameOnBothRoads(Scenario scenario) {
    Came folder = ask(overFolder, scenario, true);

    assertThat(folder.fields()).containsEntry("answer.body.results[0].limitConsent", "1");
    assertThat(ask(overWeb, scenario, true).fields())
        .containsExactlyInAnyOrderEntriesOf(folder.fields());
  }

  private static Came ask(Shikaku client, Scenario scenario, boolean consent) {
    CallOptions options =
        (scenario.expected() == ExpectedOutcome.NO_ANSWER && !scenario.id().equals("not-taken"))
                || (scenario.id().equals("not-taken") && client == overFolder)
            ? CallOptions.defaults().timeout(Duration.ofMillis(300))
            : CallOptions.defaults();
    try {
      QualificationAnswer answer =
          client.qualifications().lookup(query(scenario.query(DAY), consent), options);
      Map<String, String> fields = Flattened.of(answer);
      // Chosen anew for every request, and what the encoding of the road is.
      assertThat(fields.remove("answer.header.fileIdentifier")).hasSize(32);
      fields.remove("answer.header.characterCode.wire");
      fields.remove("answer.header.characterCode");
      return new Came(ExpectedOutcome.ANSWER, fields);
    } catch (OqsSystemException e) {
      return new Came(
          outcome(e),
          Map.of(
              "error.code",
              e.code(),
              "error.message",
              e.oqsMessage(),
              "error.id",
              e.errorId(),
              "error.userMessage",
              e.userMessage(Locale.JAPANESE)));
    } catch (ShikakuException e) {
      return new Came(outcome(e), Map.of());
    }
  }

  private static ExpectedOutcome outcome(ShikakuException failure) {
    if (failure instanceof TerminalRejectionException) {
      return ExpectedOutcome.REJECTED;
    } else if (failure instanceof WebRejectionException) {
      return ExpectedOutcome.WEB_REJECTED;
    } else if (failure instanceof OqsSystemException) {
      return ExpectedOutcome.SYSTEM_ERROR;
    } else if (failure instanceof NoAnswerException) {
      return ExpectedOutcome.NO_ANSWER;
    } else if (failure instanceof UnusableAnswerException) {
      return ExpectedOutcome.UNUSABLE;
    } else if (failure instanceof ExchangeUnavailableException) {
      return ExpectedOutcome.UNAVAILABLE;
    }
    throw failure;
  }

  private static QualificationQuery query(ScenarioQuery asked, boolean consent) {
    QualificationQuery.Builder query =
        QualificationQuery.builder()
            .insurerNumber(asked.insurerNumber())
            .number(asked.number())
            .birthdate(asked.birthdate())
            .confirmationDate(DAY);
    if (asked.symbol() != null) {
      query.symbol(asked.symbol());
    }
    if (asked.branch() != null) {
      query.branch(asked.branch());
    }
    if (consent) {
      query.limitConsent(LimitConsent.given("受付", NOON));
    }
    return query.build();
  }
}
