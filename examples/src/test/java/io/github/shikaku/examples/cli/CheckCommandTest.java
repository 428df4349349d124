package io.github.shikaku.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.shikaku.testkit.junit.ExchangeFolder;
import io.github.shikaku.testkit.junit.ShikakuTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ShikakuTerminal.class)
class CheckCommandTest {
  @Test
  void check_fitFolder_endsWithZeroAndLeavesNothing(@ExchangeFolder Path exchange)
      throws IOException {
    List<Path> before = everything(exchange);
    Run run = Run.of("check", "--exchange", exchange.toString(), "--json", "--lang", "en");
    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.json().path("folder").asText()).isEqualTo(exchange.toString());
    assertThat(run.json().path("fit").asBoolean()).isTrue();
    assertThat(topics(run.json()))
        .contains(
            "FOLDER",
            "SUB_FOLDERS",
            "SIMULATOR",
            "WRITE",
            "RENAME",
            "EXCLUSIVE_DIRECTORY",
            "EVENTS",
            "LATENCY",
            "ENCRYPTION",
            "CLOCK");
    assertThat(everything(exchange)).isEqualTo(before);
  }

  @Test
  void check_simulator_doesNotTakeTheFilesOfTheCheck(@ExchangeFolder Path exchange)
      throws IOException {
    Run.of("check", "--exchange", exchange.toString());
    assertThat(exchange.resolve("res")).isEmptyDirectory();
  }

  @Test
  void check_missingSubFolder_isNotReachable(@ExchangeFolder Path exchange) throws IOException {
    Files.delete(exchange.resolve("res"));
    Run run = Run.of("check", "--exchange", exchange.toString(), "--lang", "ja");
    assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(run.out()).contains("［問題］ サブフォルダー: res がありません。").contains("このフォルダーは使えません。");
    run = Run.of("check", "--exchange", exchange.toString(), "--lang", "en");
    assertThat(run.out()).contains("[PROBLEM] sub folders: res is missing");
  }

  @Test
  void check_missingFolder_isNotReachable(@TempDir Path folder) {
    Run run = Run.of("check", "--exchange", folder.resolve("nowhere").toString(), "--json");
    assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(run.json().path("fit").asBoolean()).isFalse();
    assertThat(topics(run.json())).containsExactly("FOLDER");
  }

  @Test
  void check_encryptConf_isLookedAt(@ExchangeFolder Path exchange, @TempDir Path config)
      throws IOException {
    Files.writeString(config.resolve("encrypt.conf"), "OQSsiquc01=e\r\n");
    Run run =
        Run.of(
            "check",
            "--exchange",
            exchange.toString(),
            "--terminal-config",
            config.toString(),
            "--json");
    assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(run.json().path("findings"))
        .filteredOn(one -> one.path("severity").asText().equals("PROBLEM"))
        .extracting(one -> one.path("topic").asText())
        .containsExactly("ENCRYPTION");
  }

  private static List<String> topics(JsonNode document) {
    List<String> topics = new ArrayList<>();
    document.path("findings").forEach(one -> topics.add(one.path("topic").asText()));
    return topics;
  }

  private static List<Path> everything(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted().toList();
    }
  }
}
