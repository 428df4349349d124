package io.github.shikaku.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.shikaku.exchange.ShikakuRuntime;
import io.github.shikaku.testkit.ExpectedOutcome;
import io.github.shikaku.testkit.Scenario;
import io.github.shikaku.testkit.ScenarioCatalogue;
import io.github.shikaku.testkit.ScenarioQuery;
import io.github.shikaku.testkit.TerminalSimulator;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All scenarios are asked side by side, because some answers take their time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookupScenariosTest {
  private static final ScenarioCatalogue CATALOGUE = ScenarioCatalogue.standard();
  private final LocalDate today = LocalDate.now(Clock.system(ShikakuRuntime.JAPAN));
  private final Map<String, Future<Run>> runs = new LinkedHashMap<>();
  private final ExecutorService desks = Executors.newFixedThreadPool(12);
  private TerminalSimulator simulator;

  static Stream<Scenario> scenarios() {
    return CATALOGUE.scenarios().stream();
  }

  @BeforeAll
  void ask(@TempDir Path exchange) {
    simulator = TerminalSimulator.builder(exchange).createFolders().start();
    for (Scenario scenario : CATALOGUE.scenarios()) {
      boolean awaited = scenario.expected() != ExpectedOutcome.NO_ANSWER;
      runs.put(scenario.id(), desks.submit(() -> ask(exchange, scenario, awaited ? "60" : "2")));
    }
  }

  private Run ask(Path exchange, Scenario scenario, String seconds) {
    return Run.of(
        Queries.lookup(
            exchange,
            scenario.query(today),
            "--json",
            "--lang",
            "ja",
            "--timeout",
            seconds,
            "--limit-consent",
            "--consented-by",
            "受付01"));
  }

  @AfterAll
  void end() {
    desks.shutdownNow();
    simulator.close();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void lookup_everyScenario_endsWithTheDocumentedExitCode(Scenario scenario) throws Exception {
    Run run = run(scenario.id());
    assertThat(run.exitCode()).as(run.toString()).isEqualTo(scenario.expected().exitCode());
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void lookup_everyScenario_printsOneDocument(Scenario scenario) throws Exception {
    JsonNode document = run(scenario.id()).json();
    if (scenario.expected() == ExpectedOutcome.ANSWER) {
      assertThat(document.path("interface").asText()).isEqualTo("OQS-IF-002");
      assertThat(document.path("basis").asText()).isEqualTo("KNOWN_NUMBER");
      assertThat(document.path("unknown").isArray()).isTrue();
    } else {
      assertThat(document.path("error").path("id").asText()).startsWith("SHK-C-");
      assertThat(document.path("error").path("message").asText()).isNotBlank();
      assertThat(document).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void lookup_everyScenario_saysNothingPersonalOnStandardError(Scenario scenario) throws Exception {
    ScenarioQuery query = scenario.query(today);
    assertThat(run(scenario.id()).err())
        .doesNotContain(query.number())
        .doesNotContain(query.birthdate().toString())
        .doesNotContain(query.birthdate().toString().replace("-", ""));
  }

  @Test
  void lookup_validities_areTold() throws Exception {
    Map<String, String> codes = new LinkedHashMap<>();
    codes.put("valid", "1");
    codes.put("invalid", "2");
    codes.put("replaced", "3");
    codes.put("none", "4");
    codes.put("several", "5");
    codes.put("public-assistance-unregistered", "6");
    codes.put("unknown-codes", "7");
    for (Map.Entry<String, String> expected : codes.entrySet()) {
      JsonNode validity = run(expected.getKey()).json().path("validity");
      assertThat(validity.path("code").asText())
          .as(expected.getKey())
          .isEqualTo(expected.getValue());
    }
    assertThat(run("unknown-codes").json().path("validity").path("label").isNull()).isTrue();
  }

  @Test
  void lookup_timeout_saysWhetherItWasSent() throws Exception {
    assertThat(error("silent").path("sent").asText()).isEqualTo("YES");
    assertThat(error("silent").path("request").asText()).startsWith("OQSsiquc01req_");
    assertThat(error("late").path("sent").asText()).isEqualTo("YES");
    assertThat(error("not-taken").path("sent").asText()).isEqualTo("NO");
  }

  @Test
  void lookup_refusals_areToldVerbatim() throws Exception {
    assertThat(error("rejected").path("terminalText").asText()).contains("SIM-L100");
    assertThat(error("system-error").path("errorCode").asText()).isEqualTo("SIM-S001");
    assertThat(error("system-error").path("errorMessage").asText()).isEqualTo("【模擬】システムが異常終了しました");
  }

  @Test
  void lookup_limitConsent_fetchesLimitCertificate() throws Exception {
    JsonNode one = run("limit").json().path("qualifications").path(0);
    assertThat(one.path("limitCertificate").path("category").path("code").asText())
        .isEqualTo("A03");
  }

  private Run run(String scenario) throws Exception {
    return Objects.requireNonNull(runs.get(scenario)).get(2, TimeUnit.MINUTES);
  }

  private JsonNode error(String scenario) throws Exception {
    return run(scenario).json().path("error");
  }
}
