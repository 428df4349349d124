package io.github.shikaku.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.shikaku.testkit.ExpectedOutcome;
import io.github.shikaku.testkit.Scenario;
import io.github.shikaku.testkit.ScenarioCatalogue;
import io.github.shikaku.testkit.ScenarioQuery;
import io.github.shikaku.testkit.WebApiSimulator;
import io.github.shikaku.testkit.WebFault;
import io.github.shikaku.testkit.WebStep;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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

/** {@code lookup --web}: every scenario, asked side by side, and what is special about the Web. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebLookupCommandTest {
  private static final ScenarioCatalogue CATALOGUE = ScenarioCatalogue.standard();
  private static final Map<String, String> SECRETS =
      Map.of("SHIKAKU_CERTIFICATE_PASSWORD", "p12-word", "SHIKAKU_PASSWORD", "shikaku-simulator");

  private final LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Asia/Tokyo")));
  private final Map<String, Future<Run>> runs = new LinkedHashMap<>();
  private final ExecutorService desks = Executors.newFixedThreadPool(12);
  private WebApiSimulator web;
  private List<String> way;

  static Stream<Scenario> scenarios() {
    return CATALOGUE.scenarios().stream();
  }

  @BeforeAll
  void ask(@TempDir Path folder) throws Exception {
    web = WebApiSimulator.builder().start();
    web.certificates().writeAuthority(folder.resolve("ca.pem"));
    web.certificates()
        .client("見本クリニック")
        .writePkcs12(folder.resolve("client.p12"), "p12-word".toCharArray());
    way =
        List.of(
            "--web",
            web.uri().toString(),
            "--ca",
            folder.resolve("ca.pem").toString(),
            "--certificate",
            folder.resolve("client.p12").toString(),
            "--user",
            "shikaku");
    for (Scenario scenario : CATALOGUE.scenarios()) {
      boolean awaited = scenario.expectedOnWeb() != ExpectedOutcome.NO_ANSWER;
      String seconds = awaited ? "60" : "3";
      runs.put(
          scenario.id(),
          desks.submit(() -> run(scenario, "--json", "--lang", "ja", "--timeout", seconds)));
    }
  }

  @AfterAll
  void end() {
    desks.shutdownNow();
    web.close();
  }

  private Run run(Scenario scenario, String... more) {
    return Run.of(SECRETS, Queries.lookup(way, scenario.query(today), more));
  }

  private Run asked(String scenario) throws Exception {
    return Objects.requireNonNull(runs.get(scenario)).get(3, TimeUnit.MINUTES);
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void lookup_everyScenario_endsWithTheDocumentedExitCodeAndOneDocument(Scenario scenario)
      throws Exception {
    Run run = asked(scenario.id());
    assertThat(run.exitCode()).as(run.toString()).isEqualTo(scenario.expectedOnWeb().exitCode());
    JsonNode document = run.json();
    if (scenario.expectedOnWeb() == ExpectedOutcome.ANSWER) {
      assertThat(document.path("interface").asText()).isEqualTo("OQS-IF-002");
    } else {
      assertThat(document.path("error").path("id").asText()).startsWith("SHK-C-");
      assertThat(document).hasSize(1);
    }
    ScenarioQuery query = scenario.query(today);
    assertThat(run.err())
        .doesNotContain(query.number())
        .doesNotContain("p12-word")
        .doesNotContain("shikaku-simulator");
  }

  @Test
  void lookup_rejected_tellsStatusAndTextOfTheServer() throws Exception {
    JsonNode error = asked("rejected").json().path("error");
    assertThat(error.path("httpStatus").asInt()).isEqualTo(400);
    assertThat(error.path("serverText").asText()).contains("SIM-L100");
    assertThat(error.path("request").asText()).startsWith("web-OQS-IF-001-");
  }

  @Test
  void lookup_text_showsTheAnswerAndWhatItIsNot() {
    Run run = run(CATALOGUE.byId("valid"), "--lang", "ja");
    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.out()).contains("validity: 1 有効").contains("資格確認書");
  }

  @Test
  void lookup_wrongPassword_isNotReachable() {
    Map<String, String> wrong = new LinkedHashMap<>(SECRETS);
    wrong.put("OTHER", "wr0ng-word");
    Run run =
        Run.of(
            wrong,
            Queries.lookup(way, query(), "--json", "--password-env", "OTHER", "--lang", "en"));
    assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(run.json().at("/error/id").asText()).isEqualTo("SHK-C-517");
    assertThat(run.out() + run.err()).doesNotContain("wr0ng-word");
  }

  @Test
  void lookup_wrongPasswordOfTheCertificate_isNotSent() {
    Run run =
        Run.of(
            Map.of("SHIKAKU_CERTIFICATE_PASSWORD", "wr0ng-word", "SHIKAKU_PASSWORD", "x"),
            Queries.lookup(way, query(), "--json"));
    assertThat(run.exitCode()).as(run.toString()).isEqualTo(ExitCode.NOT_SENT);
    assertThat(run.out() + run.err()).doesNotContain("wr0ng-word");
  }

  @Test
  void lookup_withoutPasswords_namesTheVariable() {
    Run run = Run.of(Map.of(), Queries.lookup(way, query(), "--json"));
    assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_SENT);
    assertThat(run.json().at("/error/violations/0/field").asText())
        .isEqualTo("SHIKAKU_CERTIFICATE_PASSWORD");
  }

  @Test
  void lookup_missingOptions_areToldAtOnce() {
    Run run =
        Run.of(SECRETS, Queries.lookup(List.of("--web", web.uri().toString()), query(), "--json"));
    assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_SENT);
    List<String> fields = new ArrayList<>();
    run.json()
        .at("/error/violations")
        .forEach(violation -> fields.add(violation.path("field").asText()));
    assertThat(fields).containsExactly("certificate", "user");
  }

  @Test
  void lookup_bothRoadsOrNone_isRefused(@TempDir Path folder) {
    List<String> both = new ArrayList<>(way);
    both.addAll(List.of("--exchange", folder.toString()));
    for (List<String> wrong : List.of(both, List.<String>of())) {
      Run run = Run.of(SECRETS, Queries.lookup(wrong, query(), "--json"));
      assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_SENT);
      assertThat(run.json().at("/error/violations/0/field").asText()).isEqualTo("exchange");
    }
  }

  @Test
  void lookup_withoutTheAuthority_isNotReachable() {
    List<String> without = new ArrayList<>(way);
    int at = without.indexOf("--ca");
    without.remove(at);
    without.remove(at);
    Run run = Run.of(SECRETS, Queries.lookup(without, query(), "--json"));
    assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(run.json().at("/error/id").asText()).isEqualTo("SHK-C-514");
  }

  @Test
  void lookup_loginAtAnotherHostAndOwnDefinitions_areUsed(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("own.json");
    Files.writeString(
        file,
        """
        {"format":1,"interfaces":[{"id":"OQS-IF-001","facets":{"webPath":
          {"value":"/own/ask","evidence":"CONFIRMED","source":"own"}}}]}
        """);
    try (WebApiSimulator own =
            WebApiSimulator.builder().certificates(web.certificates()).definitions(file).start();
        WebApiSimulator unmarked =
            WebApiSimulator.builder().certificates(web.certificates()).start()) {
      List<String> args = new ArrayList<>(way);
      args.set(1, own.uri().toString());
      args.addAll(List.of("--web-login", own.uri().toString(), "--definitions", file.toString()));
      Run run = Run.of(SECRETS, Queries.lookup(args, query(), "--json"));
      assertThat(run.exitCode()).as(run.toString()).isZero();

      unmarked.failAlways(WebStep.MARK, WebFault.status(404));
      List<String> real = new ArrayList<>(way);
      real.set(1, unmarked.uri().toString());
      Run refused = Run.of(SECRETS, Queries.lookup(real, query(), "--json"));
      assertThat(refused.json().at("/error/id").asText()).isEqualTo("SHK-C-103");
      real.add("--allow-provisional-login");
      assertThat(Run.of(SECRETS, Queries.lookup(real, query(), "--json")).exitCode()).isZero();
    }
  }

  @Test
  void interfaces_definitions_showWhoCorrectedThem(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("own.json");
    Files.writeString(
        file,
        """
        {"format":1,"interfaces":[{"id":"OQS-IF-003","facets":{"webPath":
          {"value":"/own/register","evidence":"CONFIRMED","source":"own"}}}]}
        """);
    Run run = Run.of("interfaces", "--definitions", file.toString(), "--json");
    for (JsonNode one : run.json()) {
      if (one.path("id").asText().equals("OQS-IF-003")) {
        assertThat(one.path("overriddenBy").asText()).isEqualTo("own.json");
        assertThat(one.path("webPath").asText()).isEqualTo("/own/register");
      } else {
        assertThat(one.path("overriddenBy").isNull()).isTrue();
      }
    }
  }

  @Test
  void simulator_withoutAnyRoadOrWithATakenPort_isRefused(@TempDir Path folder) {
    assertThat(Run.of("simulator").exitCode()).isEqualTo(ExitCode.NOT_SENT);
    Run taken =
        Run.of(
            "simulator", "--web", String.valueOf(web.port()), "--certificates", folder.toString());
    assertThat(taken.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
  }

  private ScenarioQuery query() {
    return CATALOGUE.byId("valid").query(today);
  }
}
