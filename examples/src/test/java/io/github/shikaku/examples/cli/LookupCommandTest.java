package io.github.shikaku.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.shikaku.testkit.ScenarioCatalogue;
import io.github.shikaku.testkit.ScenarioQuery;
import io.github.shikaku.testkit.TerminalSimulator;
import io.github.shikaku.testkit.junit.ExchangeFolder;
import io.github.shikaku.testkit.junit.ShikakuTerminal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ShikakuTerminal.class)
class LookupCommandTest {
  private static final ScenarioQuery VALID =
      ScenarioCatalogue.standard().byId("valid").query(LocalDate.of(2026, 11, 20));

  @Test
  void lookup_withoutJson_showsTheAnswerAndWhatItIsNot(@ExchangeFolder Path exchange) {
    Run run = Run.of(Queries.lookup(exchange, VALID, "--lang", "ja"));
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("validity: 1 有効").contains("資格確認書");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void lookup_utf8_isAnsweredToo(@ExchangeFolder Path exchange) {
    Run run = Run.of(Queries.lookup(exchange, VALID, "--json", "--encoding", "utf-8"));
    assertThat(run.json().path("validity").path("code").asText()).isEqualTo("1");
  }

  @Test
  void lookup_anyAnswer_leavesNoFileBehind(@ExchangeFolder Path exchange) {
    assertThat(Run.of(Queries.lookup(exchange, VALID)).exitCode()).isZero();
    assertThat(exchange.resolve("req")).isEmptyDirectory();
    assertThat(exchange.resolve("res")).isEmptyDirectory();
  }

  @Test
  void lookup_limitConsentWithoutWho_isRefusedBeforeAnythingIsSent(
      @ExchangeFolder Path exchange, TerminalSimulator terminal) {
    Run run = Run.of(Queries.lookup(exchange, VALID, "--json", "--limit-consent"));
    assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_SENT);
    assertThat(fields(run)).containsExactly("limitConsent");
    assertThat(terminal.requestsTaken()).isEmpty();
  }

  @Test
  void lookup_limitConsentByBlank_isRefused(@ExchangeFolder Path exchange) {
    Run run =
        Run.of(
            Queries.lookup(exchange, VALID, "--json", "--limit-consent", "--consented-by", "  "));
    assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_SENT);
    assertThat(fields(run)).containsExactly("limitConsent");
  }

  @Test
  void lookup_whoWithoutLimitConsent_isRefused(@ExchangeFolder Path exchange) {
    Run run = Run.of(Queries.lookup(exchange, VALID, "--json", "--consented-by", "受付01"));
    assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_SENT);
    assertThat(fields(run)).containsExactly("limitConsent");
  }

  @Test
  void lookup_manyMistakes_areToldAtOnceAndNotQuoted(
      @ExchangeFolder Path exchange, TerminalSimulator terminal) {
    Run run =
        Run.of(
            "lookup",
            "--exchange",
            exchange.toString(),
            "--institution",
            "131999",
            "--insurer",
            "06139990",
            "--birth",
            "1970-02-30",
            "--json",
            "--lang",
            "ja");
    assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_SENT);
    assertThat(fields(run))
        .contains("institution", "insurerNumber", "number", "birthdate")
        .doesNotHaveDuplicates();
    assertThat(run.out() + run.err())
        .doesNotContain("131999")
        .doesNotContain("06139990")
        .doesNotContain("1970");
    assertThat(terminal.requestsTaken()).isEmpty();
  }

  @Test
  void lookup_valueInTheWrongPlace_isNotRepeated(@ExchangeFolder Path exchange) {
    Run run = Run.of(Queries.lookup(exchange, VALID, "7654321", "--lang", "en"));
    assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_SENT);
    assertThat(run.err()).contains("1 values too many").doesNotContain("7654321");
    run = Run.of(Queries.lookup(exchange, VALID, "--numbr=7654321", "--lang", "en"));
    assertThat(run.err()).contains("--numbr").doesNotContain("7654321");
  }

  @Test
  void lookup_badEncodingOrTimeout_isRefused(@ExchangeFolder Path exchange) {
    for (List<String> bad :
        List.of(
            List.of("--encoding", "utf-16"),
            List.of("--timeout", "0"),
            List.of("--timeout", "soon"),
            List.of("--timeout", "86401"))) {
      Run run = Run.of(Queries.lookup(exchange, VALID, bad.toArray(String[]::new)));
      assertThat(run.exitCode()).as(String.join(" ", bad)).isEqualTo(ExitCode.NOT_SENT);
    }
  }

  @Test
  void lookup_missingFolder_isNotReachable(@ExchangeFolder Path exchange) {
    Run run = Run.of(Queries.lookup(exchange.resolve("nowhere"), VALID, "--json"));
    assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(run.json().path("error").path("id").asText()).isEqualTo("SHK-C-501");
    assertThat(run.json().path("error").path("remedy").asText()).isEqualTo("SYSTEM_ADMINISTRATOR");
  }

  private static List<String> fields(Run run) {
    List<String> fields = new ArrayList<>();
    for (JsonNode violation : run.json().path("error").path("violations")) {
      fields.add(violation.path("field").asText());
    }
    return fields;
  }
}
