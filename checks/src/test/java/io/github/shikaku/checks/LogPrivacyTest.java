package io.github.shikaku.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.shikaku.testkit.ScenarioCatalogue;
import io.github.shikaku.testkit.person.SamplePerson;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody is named in what the tests of the whole project logged and printed. */
class LogPrivacyTest {
  private static final int A_FEW = 10;
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  @TempDir Path folder;

  static List<TestOutput> modules() {
    return TestOutput.ofAllModules();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void output_ofEveryTest_namesNobody(TestOutput module) {
    PersonalTraces traces = everybody();
    List<String> found = new ArrayList<>();
    Stream.concat(module.logs().stream(), module.reports().stream())
        .forEach(
            file ->
                traces
                    .in(TestOutput.texts(file))
                    .forEach(trace -> found.add(module.module().relativize(file) + " " + trace)));
    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void module_whoseTestsRan_leftItsLogs(TestOutput module) {
    // Or else there was nothing to search. A few tests alone may have nothing to say.
    if (module.reports().size() > A_FEW) {
      assertThat(module.logs())
          .flatExtracting(TestOutput::texts)
          .anyMatch(text -> text.contains("DEBUG io.github.shikaku"));
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void childProcess_ofEveryTest_printsIntoTheLogs(TestOutput module) {
    assertThat(module.testSources())
        .filteredOn(source -> source.contains("\"bin\", \"java\""))
        .allMatch(
            source ->
                source.contains("-Dshikaku.test.logs=") && !source.contains("Redirect.DISCARD"));
  }

  @Test
  void traces_ofEverybody_areManyAndFindNothingInAnEmptyLog() {
    assertThat(everybody().size()).isGreaterThan(500);
    assertThat(
            everybody().in(List.of("09:15:00.000 [main] DEBUG io.github.shikaku.Shikaku: ready")))
        .isEmpty();
  }

  static Stream<String> planted() {
    SamplePerson person = ScenarioCatalogue.standard().byId("valid").person(DAY);
    String name = person.identity().name();
    String kana = person.identity().kana();
    return Stream.of(
        name,
        name.replace('　', ' '),
        name.replace("　", ""),
        name.substring(name.indexOf('　') + 1),
        kana,
        kana.replace(" ", ""),
        Objects.requireNonNull(person.identity().address()),
        "5678910",
        "５６７８９１０",
        "1970-01-01",
        "19700101",
        "1970/1/1",
        "1970年1月1日",
        "昭和45年1月1日",
        "S45.1.1",
        "１９７０年１月１日");
  }

  @ParameterizedTest(name = "form {index}")
  @MethodSource("planted")
  void traces_valueInAnyForm_areFoundInAnyEncoding(String value) throws Exception {
    PersonalTraces traces =
        new PersonalTraces().add(ScenarioCatalogue.standard().byId("valid").person(DAY));
    for (String charset : List.of("UTF-8", "windows-31j")) {
      Path log = folder.resolve(charset);
      Files.writeString(log, "first\n[x=" + value + ", y]\n", Charset.forName(charset));
      assertThat(traces.in(TestOutput.texts(log)))
          .anyMatch(found -> found.startsWith("line 2: a"))
          .noneMatch(found -> found.contains(value));
    }
    Path report = folder.resolve("TEST.xml");
    StringBuilder escaped = new StringBuilder();
    value.chars().forEach(c -> escaped.append("&#").append(c).append(';'));
    Files.writeString(report, "<testcase name=\"" + escaped + "\"/>");
    assertThat(traces.in(TestOutput.texts(report))).isNotEmpty();
  }

  @Test
  void traces_ofTheSourceOfATest_areFound() {
    PersonalTraces traces =
        new PersonalTraces()
            .everybodyIn(
                """
                <Name>資格　太郎</Name><Birthdate>19850610</Birthdate>
                query().number("7654321").birthdate(LocalDate.of(1990, 2, 3))
                """);
    assertThat(traces.in(List.of("資格太郎\n1985-06-10\n7654321\n平成2年2月3日"))).hasSize(4);
    assertThat(traces.in(List.of("17654321 a7654321 198506101"))).isEmpty();
  }

  private static PersonalTraces everybody() {
    PersonalTraces traces =
        new PersonalTraces().everybodyOfTheTestkit(LocalDate.now(ZoneId.of("Asia/Tokyo")));
    modules().stream()
        .flatMap(module -> module.testSources().stream())
        .forEach(traces::everybodyIn);
    return traces;
  }
}
