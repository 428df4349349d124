package io.github.shikaku.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.shikaku.audit.AuditRecord;
import io.github.shikaku.audit.FileAuditSink;
import io.github.shikaku.model.InterfaceId;
import io.github.shikaku.model.MedicalInstitutionCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Documents of lookup, inspect, check and demo are held to more in tests of their own. */
class JsonOutputTest {
  @TempDir Path folder;

  @Test
  void json_everyCommandThatPrintsData_hasIt() {
    Map<String, CommandLine> commands = CommandLines.tree(Locale.ENGLISH);
    List<String> without = new ArrayList<>();
    commands.forEach(
        (name, command) -> {
          if (command.getSubcommands().isEmpty()
              && command.getCommandSpec().findOption("--json") == null) {
            without.add(name);
          }
        });
    assertThat(without).containsExactly("simulator");
    assertThat(commands).containsKeys("demo", "lookup", "inspect", "interfaces", "check");
    assertThat(commands).containsKeys("simulator", "audit verify");
  }

  @Test
  void interfaces_json_isTheCatalogueInTheDocumentedShape() {
    Run run = Run.of("interfaces", "--json");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.json().size()).isGreaterThan(50);
    for (JsonNode one : run.json()) {
      assertThat(names(one))
          .containsExactlyInAnyOrder("id", "name", "prefix", "webPath", "evidence", "overriddenBy");
      assertThat(names(one.path("evidence")))
          .containsExactlyInAnyOrder("id", "prefix", "layout", "webPath");
      one.path("evidence")
          .forEach(
              grade -> assertThat(grade.asText()).isIn("CONFIRMED", "OBSERVED", "PROVISIONAL"));
    }
    assertThat(run.json().at("/0/id").asText()).isEqualTo("OQS-IF-001");
    assertThat(run.json().at("/0/name").asText()).isEqualTo("資格確認要求");
    assertThat(run.json().at("/0/prefix").asText()).isEqualTo("OQSsiquc01req");
  }

  @Test
  void interfaces_text_isATable() {
    Run run = Run.of("interfaces", "--lang", "ja");
    assertThat(run.out()).contains("OQS-IF-001").contains("確認済み").contains("未確認");
  }

  @Test
  void auditVerify_wholeTrail_isZero() throws IOException {
    Run run = Run.of("audit", "verify", trail().toString(), "--json");
    assertThat(run.exitCode()).isZero();
    assertThat(run.json().path("whole").asBoolean()).isTrue();
    assertThat(run.json().path("records").asInt()).isEqualTo(2);
  }

  @Test
  void auditVerify_tamperedTrail_isUnusable() throws IOException {
    Path trail = trail();
    Files.writeString(trail, Files.readString(trail).replaceFirst("1319999991", "1319999992"));
    Run run = Run.of("audit", "verify", trail.toString(), "--json");
    assertThat(run.exitCode()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(run.json().path("whole").asBoolean()).isFalse();
    assertThat(run.json().path("problem").path("kind").asText()).isNotBlank();
  }

  @Test
  void auditVerify_missingTrail_isOneDocumentToo() {
    Run run = Run.of("audit", "verify", folder.resolve("nowhere").toString(), "--json");
    assertThat(run.exitCode()).isNotZero();
    assertThat(run.json().isObject()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lookup --json",
        "check --json",
        "inspect --json",
        "audit verify --json",
        "demo --json --unheard-of",
        "interfaces unheard-of --json"
      })
  void json_badCommandLine_isOneDocumentToo(String line) {
    Run run = Run.of(line.split(" ", -1));
    assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_SENT);
    assertThat(run.json().path("error").path("id").asText()).isEqualTo("SHK-C-101");
    assertThat(run.json().path("error").path("detail").asText()).isNotBlank();
  }

  private Path trail() throws IOException {
    Path trail = folder.resolve("audit.jsonl");
    try (FileAuditSink sink = FileAuditSink.open(trail)) {
      for (int i = 0; i < 2; i++) {
        sink.record(
            AuditRecord.started(
                    "qualification.lookup",
                    InterfaceId.of("OQS-IF-001"),
                    MedicalInstitutionCode.of("1319999991"))
                .build(Instant.parse("2026-11-20T01:30:00Z"), "c" + i));
      }
    }
    assertThat(Files.readString(trail, StandardCharsets.UTF_8)).contains("1319999991");
    return trail;
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }
}
