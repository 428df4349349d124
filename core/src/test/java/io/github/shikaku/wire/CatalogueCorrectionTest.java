package io.github.shikaku.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.shikaku.error.InvalidConfigurationException;
import io.github.shikaku.model.Evidence;
import io.github.shikaku.model.Facet;
import io.github.shikaku.model.InterfaceDefinition;
import io.github.shikaku.model.InterfaceId;
import io.github.shikaku.model.WebAccess;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueCorrectionTest {
  private final Catalogue standard = Catalogue.standard();

  @Test
  void overriddenBy_facets_replaceThoseAndNoOthers() {
    Catalogue corrected =
        corrected(
            """
            {"format": 1, "interfaces": [{"id": "OQS-IF-003", "facets": {
              "webPath": {"value": "/x/register", "evidence": "CONFIRMED", "source": "WebAPI連携編"}
            }}]}""");

    InterfaceDefinition now = corrected.require(InterfaceId.of("OQS-IF-003"));
    InterfaceDefinition before = standard.require(InterfaceId.of("OQS-IF-003"));
    assertThat(now.knownWebPath()).hasValue("/x/register");
    assertThat(now.evidence(Facet.WEB_PATH)).isEqualTo(Evidence.CONFIRMED);
    assertThat(now.source(Facet.WEB_PATH)).isEqualTo("WebAPI連携編");
    assertThat(now.overriddenBy()).isEqualTo("own.json");
    assertThat(now.prefix()).isEqualTo(before.prefix());
    assertThat(now.evidence(Facet.PREFIX)).isEqualTo(before.evidence(Facet.PREFIX));
    assertThat(before.knownWebPath()).isEmpty();
    assertThat(corrected.all()).hasSameSizeAs(standard.all());
    assertThat(corrected.require(InterfaceId.of("OQS-IF-001")))
        .isEqualTo(standard.require(InterfaceId.of("OQS-IF-001")));
  }

  @Test
  void overriddenBy_prefix_isFoundByItsFileName() {
    Catalogue corrected =
        corrected(
            """
            {"format": 1, "interfaces": [{"id": "OQS-IF-049", "facets": {
              "prefix": {"value": "OQSsizzz01req", "evidence": "CONFIRMED", "source": "s"}}}]}""");

    assertThat(corrected.byFileName("OQSsizzz01req_202611230001.xml"))
        .hasValueSatisfying(found -> assertThat(found.id().value()).isEqualTo("OQS-IF-049"));
  }

  @Test
  void overriddenBy_login_isConfirmedWithItsOrder() {
    Catalogue corrected =
        corrected(
            """
            {"format": 1, "web": {"loginBody": {
              "value": {"kikan": "{institution}", "id": "{user}", "pw": "{password}", "v": "1"},
              "evidence": "CONFIRMED", "source": "s"}}}""");

    WebAccess web = corrected.web();
    assertThat(web.loginBody().members().keySet()).containsExactly("kikan", "id", "pw", "v");
    assertThat(web.loginBody().overriddenBy()).isEqualTo("own.json");
    assertThat(web.loginPath()).isEqualTo(standard.web().loginPath());
    assertThat(standard.web().loginEvidence()).isEqualTo(Evidence.PROVISIONAL);
    assertThat(web.loginEvidence()).isEqualTo(Evidence.OBSERVED);
  }

  @Test
  void overriddenBy_anotherFile_correctsTheCorrection() {
    Catalogue twice =
        corrected("{\"format\": 1, \"web\": {\"idleSeconds\": " + fact("9") + "}}")
            .overriddenBy(
                stream("{\"format\": 1, \"web\": {\"loginSeconds\": " + fact("7") + "}}"), "two");

    assertThat(twice.web().times().idle().value()).isEqualTo("9");
    assertThat(twice.web().times().login().value()).isEqualTo("7");
  }

  @Test
  void overriddenBy_manyMistakes_namesThemAll() {
    String file =
        """
        {"format": 1, "extra": 1,
         "web": {"loginPath": {"value": "no slash", "evidence": "CONFIRMED", "source": "s"},
                 "tokenHeader": {"value": "a b", "evidence": "SURE", "source": "s"},
                 "idleSeconds": {"value": "0", "evidence": "CONFIRMED", "source": "s"},
                 "loginBody": {"value": {"id": "{usr}"}, "evidence": "CONFIRMED", "source": "s"},
                 "speed": 1},
         "interfaces": [
           {"id": "OQS-IF-999", "facets": {}},
           {"id": "OQS-IF-003", "name": "n", "facets": {"webPath": {"value": "x"}}},
           {"id": "OQS-IF-003", "facets": {}},
           {"id": "OQS-IF-005", "facets": {
             "prefix": {"value": "OQSsiquc01req", "evidence": "CONFIRMED", "source": "s"}}},
           {}]}""";

    assertThatThrownBy(() -> corrected(file))
        .isInstanceOf(InvalidConfigurationException.class)
        .message()
        .contains(
            "the file: extra is not known",
            "web: speed is not known",
            "web loginPath value: does not have the form",
            "web tokenHeader evidence: SURE is not known",
            "web tokenHeader value: does not have the form",
            "web idleSeconds value: does not have the form",
            "web loginBody value: {usr} stands for nothing",
            "web loginBody value: nothing carries {password}",
            "OQS-IF-999: no such interface is known",
            "OQS-IF-003: name is not known",
            "OQS-IF-003 webPath: not a path",
            "OQS-IF-003 webPath evidence: missing",
            "OQS-IF-003: the id occurs twice",
            "OQS-IF-005 prefix: the same as that of OQS-IF-001",
            "interface 5 id: missing");
  }

  @Test
  void overriddenBy_path_isNamedAfterTheFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("mine.json");
    Files.writeString(file, "{\"format\": 1, \"web\": {\"loginSeconds\": " + fact("3") + "}}");

    assertThat(standard.overriddenBy(file).web().times().login().overriddenBy())
        .isEqualTo("mine.json");
    assertThatThrownBy(() -> standard.overriddenBy(folder.resolve("none.json")))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("none.json cannot be read");
  }

  private static String fact(String value) {
    return "{\"value\": \"" + value + "\", \"evidence\": \"CONFIRMED\", \"source\": \"s\"}";
  }

  private Catalogue corrected(String json) {
    return standard.overriddenBy(stream(json), "own.json");
  }

  private static ByteArrayInputStream stream(String json) {
    return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
  }
}
