package io.github.shikaku.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemoCommandTest {
  @Test
  void demo_json_showsAtLeastTenScenariosAndEveryExitCodeOfAnAnswer() {
    Run run = Run.of("demo", "--json");
    Set<String> scenarios = new HashSet<>();
    Set<Integer> exitCodes = new HashSet<>();
    Set<String> roads = new HashSet<>();
    for (JsonNode one : run.json()) {
      scenarios.add(one.path("scenario").asText());
      exitCodes.add(one.path("exitCode").asInt());
      roads.add(one.path("request").asText());
      assertThat(one.path("exitCode")).isEqualTo(one.path("expectedExitCode"));
      assertThat(one.has("answer")).isNotEqualTo(one.has("error"));
    }
    assertThat(roads).containsExactlyInAnyOrder("XML_SHIFT_JIS", "XML_UTF_8", "JSON_UTF_8");
    assertThat(scenarios).hasSizeGreaterThanOrEqualTo(10);
    assertThat(exitCodes).containsExactlyInAnyOrder(0, 3, 4, 5, 6);
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
  }

  @Test
  void demo_text_showsARowPerScenarioInTheLanguageAsked() {
    Run run = Run.of("demo", "--lang", "ja");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines().filter(line -> line.matches("\\d{7,} .*")).count())
        .isGreaterThanOrEqualTo(10);
    assertThat(run.out()).contains("すべて場面一覧のとおりの結果でした。");
  }
}
