package io.github.shikaku.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.shikaku.audit.AuditRecord;
import io.github.shikaku.audit.FileAuditSink;
import io.github.shikaku.examples.cli.Queries;
import io.github.shikaku.examples.cli.Run;
import io.github.shikaku.exchange.ShikakuRuntime;
import io.github.shikaku.model.InterfaceId;
import io.github.shikaku.model.MedicalInstitutionCode;
import io.github.shikaku.testkit.ScenarioCatalogue;
import io.github.shikaku.testkit.ScenarioQuery;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar, in processes of its own. */
class ShikakuJarIT {
  private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String MARK = ".shikaku-simulator";

  /** Logs everything, where a jar as it is shipped says what is wrong only. */
  private static final List<String> TRACE =
      List.of(
          "-Dlogback.configurationFile=" + Path.of("target/test-classes/logback-test.xml"),
          "-Dshikaku.test.logs=" + System.getProperty("shikaku.test.logs"));

  @TempDir Path folder;
  private final List<Process> started = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private int runs;

  @AfterEach
  void endWhatStillRuns() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void demo_jar_showsScenariosAndLeavesNothing() throws Exception {
    Run run = run(List.of("-Djava.io.tmpdir=" + folder), "demo", "--json");
    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.json().size()).isGreaterThanOrEqualTo(10);
    assertThat(run.err()).isEmpty();
    assertThat(folder).isDirectoryNotContaining(file -> file.toString().contains("shikaku"));
  }

  @Test
  void lookup_simulatorInAnotherProcess_isAnswered() throws Exception {
    Path exchange = folder.resolve("oqs");
    Process simulator = simulator(exchange);
    Run valid = run(TRACE, Queries.lookup(exchange, query("valid"), "--json"));
    assertThat(valid.exitCode()).as(valid.toString()).isZero();
    assertThat(valid.json().at("/validity/label").asText()).isEqualTo("有効");
    Run refused = run(List.of(), Queries.lookup(exchange, query("system-error"), "--json"));
    assertThat(refused.exitCode()).isEqualTo(3);
    simulator.destroy();
    assertThat(simulator.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    Run silence =
        run(List.of(), Queries.lookup(exchange, query("valid"), "--json", "--timeout", "1"));
    assertThat(silence.exitCode()).isEqualTo(4);
    assertThat(silence.json().at("/error/sent").asText()).isEqualTo("NO");
  }

  @Test
  void lookup_webOfASimulatorInAnotherProcess_isAnswered() throws Exception {
    Path certificates = folder.resolve("certificates");
    Path exchange = folder.resolve("oqs");
    Process simulator =
        simulator(exchange, "--web", "0", "--certificates", certificates.toString());
    Matcher ready =
        Pattern.compile("ready: .*(https://localhost:\\d+)")
            .matcher(Files.readString(folder.resolve("simulator.out")));
    assertThat(ready.find()).isTrue();
    List<String> web =
        List.of(
            "--web",
            ready.group(1),
            "--ca",
            certificates.resolve("ca.pem").toString(),
            "--certificate",
            certificates.resolve("client.p12").toString(),
            "--user",
            "shikaku");
    environment.put("SHIKAKU_CERTIFICATE_PASSWORD", "shikaku");
    environment.put("SHIKAKU_PASSWORD", "shikaku-simulator");

    Run valid = run(List.of(), Queries.lookup(web, query("valid"), "--json"));
    assertThat(valid.exitCode()).as(valid.toString()).isZero();
    assertThat(valid.json().at("/validity/label").asText()).isEqualTo("有効");
    assertThat(valid.err()).isEmpty();
    Run folderToo = run(List.of(), Queries.lookup(exchange, query("valid"), "--json"));
    assertThat(folderToo.json().at("/qualifications/0/name"))
        .isEqualTo(valid.json().at("/qualifications/0/name"));
    simulator.destroy();
    assertThat(simulator.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    Run gone = run(List.of(), Queries.lookup(web, query("valid"), "--json"));
    assertThat(gone.exitCode()).isEqualTo(6);
    assertThat(gone.json().at("/error/id").asText()).isEqualTo("SHK-C-512");
  }

  @Test
  void simulator_endedByTheSystem_removesItsMark() throws Exception {
    Path exchange = folder.resolve("oqs");
    Process simulator = simulator(exchange);
    assertThat(exchange.resolve(MARK)).exists();
    simulator.destroy();
    assertThat(simulator.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(exchange.resolve(MARK)).doesNotExist();
    assertThat(exchange.resolve("req")).isEmptyDirectory();
  }

  @Test
  void simulator_furtherNumbers_chooseScenarios() throws Exception {
    Path scenarios = Files.writeString(folder.resolve("mine.json"), "{\"8765432\": \"invalid\"}");
    Path exchange = folder.resolve("oqs");
    simulator(exchange, "--scenarios", scenarios.toString());
    List<String> args = Queries.lookup(exchange, query("invalid"), "--json");
    args.set(args.indexOf("--number") + 1, "8765432");
    assertThat(run(List.of(), args).json().at("/validity/code").asText()).isEqualTo("2");
  }

  @Test
  void inspect_consoleOfJapaneseWindows_printsJsonInUtf8() throws Exception {
    Path answer = answer();
    List<String> console =
        List.of(
            "-Dfile.encoding=windows-31j",
            "-Dstdout.encoding=windows-31j",
            "-Dsun.stdout.encoding=windows-31j",
            "-Dstderr.encoding=windows-31j");
    Run json = run(console, "inspect", answer.toString(), "--json");
    assertThat(json.json().at("/qualifications/0/name").asText()).isEqualTo("見本　德子");
    assertThat(json.json().at("/validity/label").asText()).isEqualTo("有効");

    Run text = run(console, "inspect", answer.toString(), "--lang", "ja");
    assertThat(text.out(WINDOWS_31J)).contains("validity: 1 有効").contains("見本　德子");

    Run interfaces = run(console, "interfaces", "--json");
    assertThat(interfaces.json().at("/0/name").asText()).isEqualTo("資格確認要求");

    Run help = run(console, "--help", "--lang", "ja");
    assertThat(help.out(WINDOWS_31J)).contains("連携フォルダーが使える状態かを調べます。");
  }

  @Test
  void check_jar_isFitAndLeavesNothing() throws Exception {
    for (String name : List.of("req", "res", "face")) {
      Files.createDirectories(folder.resolve("oqs").resolve(name));
    }
    Run run = run(List.of(), "check", "--exchange", folder.resolve("oqs").toString(), "--json");
    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.json().path("fit").asBoolean()).isTrue();
    try (Stream<Path> files = Files.walk(folder.resolve("oqs"))) {
      assertThat(files).hasSize(4);
    }
  }

  @Test
  void auditVerify_jar_findsTampering() throws Exception {
    Path trail = folder.resolve("audit.jsonl");
    try (FileAuditSink sink = FileAuditSink.open(trail)) {
      for (int i = 0; i < 3; i++) {
        sink.record(
            AuditRecord.started(
                    "qualification.lookup",
                    InterfaceId.of("OQS-IF-001"),
                    MedicalInstitutionCode.of("1319999991"))
                .build(Instant.parse("2026-11-20T01:30:00Z"), "c" + i));
      }
    }
    Run whole = run(List.of(), "audit", "verify", trail.toString(), "--json");
    assertThat(whole.exitCode()).as(whole.toString()).isZero();
    assertThat(whole.json().path("records").asInt()).isEqualTo(3);

    List<String> lines = new ArrayList<>(Files.readAllLines(trail));
    lines.remove(2);
    Files.write(trail, lines);
    Run broken = run(List.of(), "audit", "verify", trail.toString(), "--json");
    assertThat(broken.exitCode()).isEqualTo(5);
    assertThat(broken.json().path("whole").asBoolean()).isFalse();
  }

  @Test
  void version_jar_isThatOfTheProject() throws Exception {
    assertThat(run(List.of(), "--version").out().strip()).matches("shikaku \\d+\\.\\d+\\.\\d+.*");
  }

  private Path answer() throws IOException {
    return Files.writeString(
        folder.resolve("OQSsiquc01res_202611200001.xml"),
        """
        <?xml version="1.0" encoding="UTF-8" standalone="no"?>
        <XmlMsg>
        <MessageHeader><SegmentOfResult>1</SegmentOfResult></MessageHeader>
        <MessageBody><ProcessingResultStatus>1</ProcessingResultStatus>
        <QualificationValidity>1</QualificationValidity>
        <ResultList><ResultOfQualificationConfirmation><Name>見本　德子</Name>
        </ResultOfQualificationConfirmation></ResultList>
        </MessageBody>
        </XmlMsg>
        """);
  }

  private static ScenarioQuery query(String scenario) {
    return ScenarioCatalogue.standard()
        .byId(scenario)
        .query(LocalDate.now(Clock.system(ShikakuRuntime.JAPAN)));
  }

  /** A simulator that has said that it is ready. */
  private Process simulator(Path exchange, String... more) throws IOException {
    Path out = folder.resolve("simulator.out");
    List<String> args =
        new ArrayList<>(List.of("simulator", "--exchange", exchange.toString(), "--lang", "en"));
    args.addAll(List.of(more));
    Process process = start(TRACE, args, out, log());
    // The Web API is ready last.
    String last = args.contains("--web") ? "https://localhost:" : "";
    await()
        .atMost(PATIENCE)
        .until(() -> Files.readString(out).contains("\nready: a simulator answers"));
    await().atMost(PATIENCE).until(() -> Files.readString(out).contains(last));
    return process;
  }

  private Run run(List<String> jvm, String... args) throws IOException, InterruptedException {
    return run(jvm, List.of(args));
  }

  private Run run(List<String> jvm, List<String> args) throws IOException, InterruptedException {
    runs++;
    Path out = folder.resolve("out-" + runs);
    Path err = log();
    Process process = start(jvm, args, out, err);
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), Files.readAllBytes(out), Files.readAllBytes(err));
  }

  /** What processes log is kept with the logs of the tests, which are searched for people. */
  private static Path log() throws IOException {
    Path logs =
        Path.of(Objects.requireNonNull(System.getProperty("shikaku.test.logs"), "where logs go"));
    return Files.createTempFile(Files.createDirectories(logs), "shikaku-jar-", ".log");
  }

  private Process start(List<String> jvm, List<String> args, Path out, Path err)
      throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("-XX:TieredStopAtLevel=1");
    line.addAll(jvm);
    line.add("-jar");
    line.add(Objects.requireNonNull(System.getProperty("shikaku.jar"), "the packaged jar"));
    line.addAll(args);
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    started.add(process);
    return process;
  }
}
