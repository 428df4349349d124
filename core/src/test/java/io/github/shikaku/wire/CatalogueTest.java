package io.github.shikaku.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.shikaku.error.InvalidConfigurationException;
import io.github.shikaku.model.Direction;
import io.github.shikaku.model.Evidence;
import io.github.shikaku.model.Facet;
import io.github.shikaku.model.InterfaceDefinition;
import io.github.shikaku.model.InterfaceId;
import io.github.shikaku.model.WebAccess;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
  private static final String SOUND_FACETS =
      """
      {"id": {"evidence": "OBSERVED", "source": "s"},
       "prefix": {"value": "ABCsi01req", "evidence": "OBSERVED", "source": "s"},
       "layout": {"evidence": "OBSERVED", "source": "s"},
       "webPath": {"value": "/a", "evidence": "OBSERVED", "source": "s"}}""";
  private static final String SOUND_WEB =
      """
      {"loginPath": {"value": "/l", "evidence": "OBSERVED", "source": "s"},
       "contentType": {"value": "t/t", "evidence": "OBSERVED", "source": "s"},
       "tokenHeader": {"value": "h", "evidence": "OBSERVED", "source": "s"},
       "tokenField": {"value": "t", "evidence": "OBSERVED", "source": "s"},
       "loginBody": {"value": {"p": "{password}"}, "evidence": "OBSERVED", "source": "s"},
       "connectSeconds": {"value": "5", "evidence": "OBSERVED", "source": "s"},
       "loginSeconds": {"value": "5", "evidence": "OBSERVED", "source": "s"},
       "idleSeconds": {"value": "5", "evidence": "OBSERVED", "source": "s"},
       "hosts": {}}""";

  private final Catalogue catalogue = Catalogue.standard();

  @Test
  void all_ofOqs_isCompleteAndInOrder() {
    List<String> expected =
        IntStream.rangeClosed(1, 56).mapToObj("OQS-IF-%03d"::formatted).toList();

    assertThat(ids("OQS-IF-")).filteredOn(id -> !id.contains("?")).isEqualTo(expected);
  }

  @Test
  void all_ofOtherFamilies_isComplete() {
    assertThat(ids("YZK")).containsExactly("YZK-IF-001", "YZK-IF-002");
    assertThat(ids("TKK")).containsExactly("TKK-IF-?(req)", "TKK-IF-?(res)");
    assertThat(ids("CIP")).containsExactly("CIP-IF-?(req)", "CIP-IF-?(res)");
    assertThat(ids("PMH")).containsExactly("PMH-IF-?(req)", "PMH-IF-?(res)");
    assertThat(numbers("EPS-IF-"))
        .isEqualTo(range("101-103", "201-221", "301-325", "328-331", "401-409"));
    assertThat(numbers("CIS-IF-"))
        .isEqualTo(range("101-104", "107-119", "120-131", "201-204", "207-208", "301-302"));
  }

  @Test
  void all_idsAndPrefixes_areUnique() {
    assertThat(catalogue.all()).extracting(InterfaceDefinition::id).doesNotHaveDuplicates();
    assertThat(catalogue.all().stream().flatMap(d -> d.knownPrefix().stream()))
        .extracting(prefix -> prefix.toLowerCase(Locale.ROOT))
        .doesNotHaveDuplicates();
  }

  @Test
  void all_everyFacet_hasEvidenceAndSource() {
    assertThat(catalogue.all())
        .allSatisfy(
            definition -> {
              assertThat(definition.evidence()).containsOnlyKeys(Facet.values());
              assertThat(definition.sources()).containsOnlyKeys(Facet.values());
              assertThat(definition.sources().values()).noneMatch(String::isBlank);
              assertThat(definition.japaneseName()).isNotBlank();
              assertThat(definition.overriddenBy()).isNull();
            });
  }

  @Test
  void all_whereAFacetIsNotKnown_evidenceIsProvisional() {
    assertThat(catalogue.all())
        .allSatisfy(
            definition -> {
              if (definition.prefix() == null) {
                assertThat(definition.evidence(Facet.PREFIX)).isEqualTo(Evidence.PROVISIONAL);
              }
              if (definition.id().value().contains("?")) {
                assertThat(definition.evidence(Facet.ID)).isEqualTo(Evidence.PROVISIONAL);
              }
            });
  }

  @Test
  void all_ofOqsRequests_haveTheirAnswerUnderTheNextNumberAndTheMatchingPrefix() {
    assertThat(catalogue.all())
        .filteredOn(d -> d.direction() == Direction.REQUEST && d.id().value().startsWith("OQS"))
        .hasSize(28)
        .allSatisfy(
            request -> {
              InterfaceDefinition answer = catalogue.answerOf(request.id()).orElseThrow();
              assertThat(number(answer)).isEqualTo(number(request) + 1);
              assertThat(answer.knownPrefix())
                  .isEqualTo(request.knownPrefix().map(p -> p.replaceFirst("req$", "res")));
            });
  }

  @Test
  void find_qualificationLookup_isConfirmedOnFoldersAndObservedOnTheWeb() {
    InterfaceDefinition lookup = catalogue.require(InterfaceId.of("OQS-IF-001"));

    assertThat(lookup.japaneseName()).isEqualTo("資格確認要求");
    assertThat(lookup.prefix()).isEqualTo("OQSsiquc01req");
    assertThat(lookup.webPath()).isEqualTo("/oqs-api-pro/MSA01030/ILI01030SV01/search");
    assertThat(lookup.weakest(Facet.ID, Facet.PREFIX, Facet.LAYOUT)).isEqualTo(Evidence.CONFIRMED);
    assertThat(lookup.weakest(Facet.LAYOUT, Facet.WEB_PATH)).isEqualTo(Evidence.OBSERVED);
  }

  @Test
  void find_passcode_isProvisionalBecauseNothingButItsNumberIsKnown() {
    InterfaceDefinition passcode = catalogue.require(InterfaceId.of("OQS-IF-049"));

    assertThat(passcode.evidence(Facet.ID)).isEqualTo(Evidence.OBSERVED);
    assertThat(passcode.weakest(Facet.ID, Facet.PREFIX)).isEqualTo(Evidence.PROVISIONAL);
    assertThat(passcode.knownPrefix()).isEmpty();
  }

  @Test
  void require_unknownId_throws() {
    assertThat(catalogue.find(InterfaceId.of("OQS-IF-057"))).isEmpty();
    assertThatThrownBy(() -> catalogue.require(InterfaceId.of("OQS-IF-057")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("OQS-IF-057");
  }

  @Test
  void answerOf_answer_isEmpty() {
    assertThat(catalogue.answerOf(InterfaceId.of("OQS-IF-002"))).isEmpty();
    assertThat(catalogue.answerOf(InterfaceId.of("EPS-IF-219"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "OQSsiquc01req_202611230001.xml, OQS-IF-001",
    "OQSsiquc01res_202611230001.xml, OQS-IF-002",
    "OQSsiquc01req_202611230001.err, OQS-IF-001",
    "oqsSIQUC01RES_202611230001.XML, OQS-IF-002",
    "OQSsiquc01res_face_1319999991abcdef0123456789abcd_20261123091500.xml, OQS-IF-?(face)",
    "OQSsiquc01res_face_20261123091500.xml, OQS-IF-?(face)",
    "OQSSIQUC01RES_FACE_20261123091500.XML, OQS-IF-?(face)",
    "OQSsiquc01res_facsimile.xml, OQS-IF-002",
    "OQSmuhvq02res_202611230001.zip, OQS-IF-020",
    "YZKsiquc01res_0426112310151234.pdf, YZK-IF-002",
    "TKKsiquc01req_1.xml, TKK-IF-?(req)",
    "C:\\OQS\\res\\OQSsiimm01res_202611230001.xml, OQS-IF-004",
    "/mnt/oqs/res/OQSsiimm01res_202611230001.xml, OQS-IF-004",
    "OQSsiquc01res, OQS-IF-002"
  })
  void byFileName_knownPrefix_findsTheLongest(String fileName, String id) {
    assertThat(catalogue.byFileName(fileName))
        .map(InterfaceDefinition::id)
        .hasValue(InterfaceId.of(id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "_",
        ".xml",
        "OQSsiquc01",
        "OQSsiquc01resx_1.xml",
        "xOQSsiquc01res_1.xml",
        "OQSsiquc01res_1.xml/",
        "publicmedicalhub_1.xml"
      })
  void byFileName_foreignName_isEmpty(String fileName) {
    assertThat(catalogue.byFileName(fileName)).isEmpty();
  }

  @Test
  void web_login_isKnownButItsHostsAreOnlyForComparison() {
    WebAccess web = catalogue.web();

    assertThat(web.loginPath().value()).isEqualTo("/oqs-api-pro/MSA12020/ILI12020SV01/auth");
    assertThat(web.tokenHeader().value()).isEqualTo("Authorization");
    assertThat(web.hosts()).containsOnlyKeys("productionLogin", "productionSearch", "test");
    assertThat(web.hosts().values())
        .allSatisfy(host -> assertThat(host.source()).contains("connects to no host"));
  }

  @Test
  void read_soundFile_isTaken() throws IOException {
    Catalogue small = CatalogueReader.read(file(SOUND_WEB, entry("A-1", "REQUEST", SOUND_FACETS)));

    assertThat(small.all()).singleElement().extracting(d -> d.id().value()).isEqualTo("A-1");
  }

  @Test
  void read_manyMistakes_namesThemAll() {
    String brokenFacets =
        """
        {"id": {"evidence": "SURE", "source": "s"},
         "prefix": {"value": "a b", "evidence": "OBSERVED", "source": " "},
         "layout": {"evidence": "OBSERVED", "source": "s", "remark": "r"},
         "webPath": {"value": "a", "evidence": "OBSERVED"}}""";
    String unknownPrefix = SOUND_FACETS.replace("\"ABCsi01req\"", "null");
    String twin = SOUND_FACETS.replace("ABCsi01req", "abcSI01REQ");
    String answered = "\"answer\": \"A-9\", ";
    InputStream file =
        file(
            "{\"loginPath\": 1}",
            entry("A-1", "SIDEWAYS", brokenFacets),
            entry("A-2", "REQUEST", unknownPrefix),
            entry("A-3", "ANSWER", SOUND_FACETS)
                .replace("\"id\": \"A-3\"", answered + "\"id\": \"A-3\""),
            entry("A-3", "REQUEST", twin),
            "{}");

    assertThatThrownBy(() -> CatalogueReader.read(file))
        .isInstanceOf(InvalidConfigurationException.class)
        .message()
        .contains(
            "web loginPath: missing, or not an object",
            "web contentType: missing, or not an object",
            "A-1 id evidence: SURE is not known",
            "A-1 direction: SIDEWAYS is not known",
            "A-1 prefix: only letters",
            "A-1 prefix source: blank",
            "A-1 layout: remark is not known",
            "A-1 webPath: not a path",
            "A-1 webPath source: missing",
            "A-2 prefix: not known",
            "A-3: the id occurs twice",
            "A-3 prefix: the same as that of A-3",
            "A-3 answer: only a request has one",
            "A-3 answer: A-9 is no answer",
            "interface 5 id: missing",
            "interface 5 facets: missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{} {}",
        "{\"format\": 1, \"format\": 1}",
        "{\"format\": 2}",
        "{\"format\": 1, \"interfaces\": []}",
        "null"
      })
  void read_notADefinitionsFile_isRefused(String json) {
    assertThatThrownBy(
            () ->
                CatalogueReader.read(
                    new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(InvalidConfigurationException.class);
  }

  private List<String> ids(String start) {
    return catalogue.all().stream()
        .map(definition -> definition.id().value())
        .filter(id -> id.startsWith(start))
        .toList();
  }

  private List<Integer> numbers(String family) {
    return ids(family).stream().map(id -> Integer.valueOf(id.substring(family.length()))).toList();
  }

  private static List<Integer> range(String... ranges) {
    return Arrays.stream(ranges).flatMap(range -> numbersOf(range).boxed()).toList();
  }

  private static IntStream numbersOf(String range) {
    int dash = range.indexOf('-');
    return IntStream.rangeClosed(
        Integer.parseInt(range.substring(0, dash)), Integer.parseInt(range.substring(dash + 1)));
  }

  private static int number(InterfaceDefinition definition) {
    return Integer.parseInt(definition.id().value().substring("OQS-IF-".length()));
  }

  private static InputStream file(String web, String... entries) {
    String json =
        "{\"format\": 1, \"web\": %s, \"interfaces\": [%s]}"
            .formatted(web, String.join(",", entries));
    return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String entry(String id, String direction, String facets) {
    return "{\"id\": \"%s\", \"name\": \"n\", \"direction\": \"%s\", \"facets\": %s}"
        .formatted(id, direction, facets);
  }
}
