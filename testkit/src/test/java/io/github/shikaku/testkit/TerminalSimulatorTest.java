package io.github.shikaku.testkit;

import static io.github.shikaku.testkit.Requests.DAY;
import static io.github.shikaku.testkit.Requests.answer;
import static io.github.shikaku.testkit.Requests.name;
import static io.github.shikaku.testkit.Requests.parse;
import static io.github.shikaku.testkit.Requests.request;
import static io.github.shikaku.testkit.Requests.send;
import static io.github.shikaku.testkit.Requests.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.shikaku.model.MedicalInstitutionCode;
import io.github.shikaku.testkit.person.SamplePerson;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class TerminalSimulatorTest {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final Clock CLOCK =
      Clock.fixed(DAY.atTime(LocalTime.of(9, 30)).atZone(TOKYO).toInstant(), TOKYO);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path exchange;

  private final ScenarioCatalogue catalogue = ScenarioCatalogue.standard();

  private TerminalSimulator.Builder simulator() {
    return TerminalSimulator.builder(exchange).createFolders().clock(CLOCK);
  }

  private String asking(String id) {
    return request(catalogue.byId(id).query(DAY), false);
  }

  private Document answered(String id) throws Exception {
    return parse(answeredBytes(id));
  }

  private byte[] answeredBytes(String id) throws Exception {
    try (TerminalSimulator simulator = simulator().start()) {
      send(exchange, name(1), asking(id));
      assertThat(simulator.awaitIdle(PATIENCE)).isTrue();
      assertThat(simulator.requestsTaken()).containsExactly(name(1));
    }
    assertThat(exchange.resolve("req/" + name(1))).doesNotExist();
    return Files.readAllBytes(answer(exchange, 1));
  }

  @Test
  void valid_requestByHand_isAnsweredInFull() throws Exception {
    byte[] bytes = answeredBytes("valid");
    Document document = parse(bytes);

    assertThat(new String(bytes, StandardCharsets.UTF_8))
        .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>");
    assertThat(document.getDocumentElement().getNodeName()).isEqualTo("XmlMsg");
    assertThat(texts(document, "ProcessExecutionTime")).containsExactly("20261120093000");
    assertThat(texts(document, "QualificationConfirmationDate")).containsExactly("20261120");
    assertThat(texts(document, "MedicalInstitutionCode")).containsExactly("1319999991");
    assertThat(texts(document, "ArbitraryFileIdentifier")).containsExactly("BY-HAND-1");
    assertThat(texts(document, "ReferenceClassification")).containsExactly("2");
    assertThat(texts(document, "SegmentOfResult")).containsExactly("1");
    assertThat(texts(document, "CharacterCodeIdentifier")).containsExactly("0");
    assertThat(texts(document, "ProcessingResultStatus")).containsExactly("1");
    assertThat(texts(document, "QualificationValidity")).containsExactly("1");
    assertThat(texts(document, "InsurerNumber")).containsExactly("06139992", "06139992");
    assertThat(texts(document, "InsuredCardSymbol")).containsExactly("1234", "1234");
    assertThat(texts(document, "InsuredIdentificationNumber"))
        .containsExactly("5678910", "5678910");
    assertThat(texts(document, "InsuredBranchNumber")).containsExactly("01", "01");
    assertThat(texts(document, "Birthdate")).containsExactly("19700101", "19700101");
    assertThat(texts(document, "InsuredCardClassification")).containsExactly("01");
    assertThat(texts(document, "PersonalFamilyClassification")).containsExactly("1");
    assertThat(texts(document, "LimitApplicationCertificateRelatedConsFlg"))
        .containsExactly("0", "0");
    assertThat(texts(document, "Name")).singleElement().asString().contains("　");
    assertThat(parentOf(document, "Name")).isEqualTo("ResultOfQualificationConfirmation");
    assertThat(parentOf(document, "ResultOfQualificationConfirmation")).isEqualTo("ResultList");
  }

  private static String parentOf(Document document, String element) {
    return document.getElementsByTagName(element).item(0).getParentNode().getNodeName();
  }

  @ParameterizedTest
  @CsvSource({
    "valid, 1, 1",
    "invalid, 2, 1",
    "replaced, 3, 1",
    "none, 4, 0",
    "several, 5, 2",
    "public-assistance-unregistered, 6, 1",
    "unknown-codes, 7, 1"
  })
  void validity_ofAScenario_isReported(String id, String validity, int results) throws Exception {
    Document document = answered(id);

    assertThat(texts(document, "QualificationValidity")).containsExactly(validity);
    assertThat(texts(document, "ResultOfQualificationConfirmation")).hasSize(results);
  }

  @Test
  void unknownNumber_getsNone() throws Exception {
    try (TerminalSimulator simulator = simulator().start()) {
      send(
          exchange,
          name(1),
          request(
              new ScenarioQuery("139998", null, "3141592", null, LocalDate.of(1980, 5, 5)), false));
      assertThat(simulator.awaitIdle(PATIENCE)).isTrue();
    }
    Document document = parse(Files.readAllBytes(answer(exchange, 1)));
    assertThat(texts(document, "QualificationValidity")).containsExactly("4");
    assertThat(texts(document, "InsurerNumber")).containsExactly("  139998");
    assertThat(texts(document, "ResultList")).isEmpty();
  }

  @Test
  void limit_withAndWithoutConsent_isReportedOnlyWith() throws Exception {
    try (TerminalSimulator simulator = simulator().start()) {
      ScenarioQuery query = catalogue.byId("limit").query(DAY);
      send(exchange, name(1), request(query, false));
      send(exchange, name(2), request(query, true));
      assertThat(simulator.awaitIdle(PATIENCE)).isTrue();
    }
    Document without = parse(Files.readAllBytes(answer(exchange, 1)));
    Document with = parse(Files.readAllBytes(answer(exchange, 2)));
    assertThat(texts(without, "LimitApplicationCertificateRelatedInfo")).isEmpty();
    assertThat(texts(with, "LimitApplicationCertificateRelatedConsFlg")).containsExactly("1", "1");
    assertThat(texts(with, "LimitApplicationCertificateClassificationFlag")).containsExactly("A03");
    assertThat(texts(with, "LimitApplicationCertificateValidEndDate")).containsExactly("20270731");
  }

  @Test
  void people_ofEveryKind_carryTheirBlocks() throws Exception {
    assertThat(texts(answered("national"), "InsurerNumber")).containsOnly("  139998");
    Document old = answered("latter-stage");
    assertThat(texts(old, "InsuredPartialContributionRatio")).containsExactly("010");
    assertThat(texts(old, "InsuredBranchNumber")).isEmpty();
    Document elderly = answered("elderly");
    assertThat(texts(elderly, "ElderlyRecipientContributionRatio")).containsExactly("020");
    assertThat(texts(elderly, "ElderlyRecipientValidEndDate")).containsExactly("20270731");
    assertThat(texts(answered("preschool"), "PreschoolClassification")).containsExactly("1");
    assertThat(texts(answered("no-branch"), "InsuredBranchNumber")).containsExactly("02");
    assertThat(texts(answered("undisclosed"), "Address")).isEmpty();
    assertThat(texts(answered("masked-name"), "Name").get(0)).startsWith("●見");
    assertThat(texts(answered("third-level-name"), "Name").get(0)).startsWith("德見");
    Document disease = answered("specific-disease");
    assertThat(texts(disease, "SpecificDiseasesCertificateRelatedConsFlg")).isEmpty();
    assertThat(texts(disease, "SpecificDiseasesCertificateList")).isEmpty();
    Document welfare = answered("public-assistance");
    assertThat(texts(welfare, "InsuredCardClassification")).containsExactly("A1");
    assertThat(texts(welfare, "MedicalTreatmentMonth")).containsExactly("202611");
    assertThat(parentOf(welfare, "MedicalTicketInfo")).isEqualTo("PublicExpenseResultList");
    Document consents = answered("consents");
    for (String family :
        List.of(
            "SpecificHealthCheckupsInfo",
            "PharmacistsInfo",
            "DiagnosisInfo",
            "OperationInfo",
            "DiagnosisName",
            "InfectiousInfo",
            "AllergyInfo",
            "ContraindicationInfo",
            "TestInfo",
            "PrescriptionInfo")) {
      assertThat(texts(consents, family + "ConsFlg")).containsExactly("1");
      assertThat(texts(consents, family + "ConsTime")).containsExactly("20261120092940");
      assertThat(texts(consents, family + "AvailableTime")).containsExactly("20261121092940");
    }
  }

  @Test
  void notices_andErrors_areMarkedAsInvented() throws Exception {
    Document notice = answered("notice");
    assertThat(texts(notice, "ProcessingResultStatus")).containsExactly("1");
    assertThat(texts(notice, "ProcessingResultCode").get(0)).startsWith("SIM-");
    assertThat(texts(notice, "ProcessingResultMessage").get(0)).startsWith("【模擬】");
    assertThat(texts(notice, "ResultOfQualificationConfirmation")).hasSize(1);
    Document person = answered("person-error");
    assertThat(texts(person, "ProcessingResultStatus")).containsExactly("2");
    assertThat(texts(person, "ProcessingResultMessage").get(0)).startsWith("【模擬】");
    assertThat(texts(person, "QualificationValidity")).isEmpty();
    Document system = answered("system-error");
    assertThat(texts(system, "SegmentOfResult")).containsExactly("9");
    assertThat(texts(system, "ErrorCode").get(0)).startsWith("SIM-");
    assertThat(texts(system, "ErrorMessage").get(0)).startsWith("【模擬】");
    assertThat(texts(system, "MessageBody")).isEmpty();
  }

  @Test
  void prescriptionIssue_standsAtEitherLevel() throws Exception {
    assertThat(parentOf(answered("prescription-in-body"), "PrescriptionIssueSelect"))
        .isEqualTo("MessageBody");
    assertThat(parentOf(answered("prescription-in-record"), "PrescriptionIssueSelect"))
        .isEqualTo("ResultOfQualificationConfirmation");
  }

  @Test
  void rejected_request_comesBackWithErr() throws Exception {
    try (TerminalSimulator simulator = simulator().start()) {
      send(exchange, name(1), asking("rejected"));
      assertThat(simulator.awaitIdle(PATIENCE)).isTrue();
    }
    assertThat(Files.readString(exchange.resolve("res/" + name(1)), Requests.WINDOWS_31J))
        .isEqualTo(asking("rejected"));
    String reason =
        Files.readString(
            exchange.resolve("res/" + name(1).replace(".xml", ".err")), Requests.WINDOWS_31J);
    assertThat(reason).startsWith("SIM-L100 【模擬】");
    assertThat(answer(exchange, 1)).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nothing at all",
        "<XmlMsg></XmlMsg>",
        "<XmlMsg><MessageHeader/><MessageBody/></XmlMsg>",
        "<!DOCTYPE XmlMsg><XmlMsg></XmlMsg>"
      })
  void unreadable_request_comesBackWithErr(String text) throws Exception {
    assertRejected(text);
  }

  @ParameterizedTest
  @CsvSource({
    "<InsurerNumber>, <InsurerNo>",
    "<InsurerNumber>06139992</InsurerNumber>, ''",
    "<InsurerNumber>06139992, <InsurerNumber>6139992",
    "<Birthdate>19700101, <Birthdate>19700231",
    "<LimitApplicationCertificateRelatedConsFlg>0, <LimitApplicationCertificateRelatedConsFlg>2",
    "<MedicalInstitutionCode>1319999991, <MedicalInstitutionCode>131999999",
    "<MessageBody>, <MessageBody><Birthdate>19700101</Birthdate>",
    "</XmlMsg>, <Extra>1</Extra></XmlMsg>"
  })
  void damaged_request_comesBackWithErr(String part, String instead) throws Exception {
    String damaged = asking("valid").replace(part, instead);
    assertThat(damaged).isNotEqualTo(asking("valid"));
    assertRejected(damaged);
  }

  private void assertRejected(String text) throws Exception {
    try (TerminalSimulator simulator = simulator().pollInterval(Duration.ofMillis(50)).start()) {
      send(exchange, name(1), text);
      assertThat(simulator.awaitIdle(PATIENCE)).isTrue();
    }
    assertThat(Files.readAllBytes(exchange.resolve("res/" + name(1))))
        .isEqualTo(text.getBytes(Requests.WINDOWS_31J));
    assertThat(
            Files.readString(
                exchange.resolve("res/" + name(1).replace(".xml", ".err")), Requests.WINDOWS_31J))
        .startsWith("SIM-L00")
        .contains("【模擬】");
    assertThat(answer(exchange, 1)).doesNotExist();
  }

  @Test
  void silentAndNotTaken_getNoAnswer() throws Exception {
    try (TerminalSimulator simulator = simulator().start()) {
      send(exchange, name(1), asking("silent"));
      send(exchange, name(2), asking("not-taken"));
      await().atMost(PATIENCE).until(() -> !Files.exists(exchange.resolve("req/" + name(1))));
      assertThat(simulator.awaitIdle(PATIENCE)).isTrue();
      assertThat(simulator.requestsTaken()).containsExactly(name(1));
    }
    assertThat(exchange.resolve("req/" + name(2))).exists();
    assertThat(filesIn("res")).isEmpty();
  }

  @Test
  void late_answer_comesAfterItsTime() throws Exception {
    try (TerminalSimulator simulator = simulator().lateness(Duration.ofMillis(400)).start()) {
      long asked = System.nanoTime();
      send(exchange, name(1), asking("late"));
      await().atMost(PATIENCE).until(() -> Files.exists(answer(exchange, 1)));
      assertThat(Duration.ofNanos(System.nanoTime() - asked)).isGreaterThan(Duration.ofMillis(390));
      assertThat(simulator.awaitIdle(PATIENCE)).isTrue();
    }
  }

  @Test
  void twice_takenAway_comesAgain() throws Exception {
    try (TerminalSimulator simulator = simulator().start()) {
      send(exchange, name(1), asking("twice"));
      await().atMost(PATIENCE).until(() -> Files.deleteIfExists(answer(exchange, 1)));
      await().atMost(PATIENCE).until(() -> Files.exists(answer(exchange, 1)));
      assertThat(simulator.awaitIdle(PATIENCE)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pieces", "empty-first"})
  void slowly_writtenAnswer_isWholeInTheEnd(String id) throws Exception {
    try (TerminalSimulator simulator = simulator().pace(Duration.ofMillis(300)).start()) {
      send(exchange, name(1), asking(id));
      Path file = answer(exchange, 1);
      await().pollInterval(Duration.ofMillis(1)).atMost(PATIENCE).until(() -> Files.exists(file));
      assertThat(Files.readString(file)).doesNotContain("</XmlMsg>");
      assertThat(simulator.awaitIdle(PATIENCE)).isTrue();
      assertThat(texts(parse(Files.readAllBytes(file)), "QualificationValidity"))
          .containsExactly("1");
    }
  }

  @ParameterizedTest
  @CsvSource({"AT_ONCE", "IN_PIECES", "RENAMED"})
  void writing_inEveryManner_isWholeInTheEnd(AnswerWriting writing) throws Exception {
    try (TerminalSimulator simulator = simulator().writing(writing).start()) {
      send(exchange, name(1), asking("valid"));
      assertThat(simulator.awaitIdle(PATIENCE)).isTrue();
    }
    assertThat(filesIn("res")).containsExactly(answer(exchange, 1).getFileName().toString());
    assertThat(texts(parse(Files.readAllBytes(answer(exchange, 1))), "Name")).hasSize(1);
  }

  @Test
  void foreign_answers_areOfAnotherInstitutionOrFile() throws Exception {
    assertThat(texts(answered("wrong-institution"), "MedicalInstitutionCode"))
        .containsExactly(ScenarioCatalogue.OTHER_INSTITUTION);
    assertThat(MedicalInstitutionCode.of(ScenarioCatalogue.OTHER_INSTITUTION).hasValidCheckDigit())
        .isFalse();
    assertThat(texts(answered("wrong-identifier"), "ArbitraryFileIdentifier"))
        .doesNotContain("BY-HAND-1")
        .hasSize(1);
  }

  @Test
  void encodings_followScenarioAndPolicy() throws Exception {
    assertShiftJis(answeredBytes("shift-jis"), "德見");
    assertThat(texts(parse(answeredBytes("utf-8")), "CharacterCodeIdentifier"))
        .containsExactly("0");
    try (TerminalSimulator simulator = simulator().encoding(AnswerEncoding.AS_REQUESTED).start()) {
      send(exchange, name(2), asking("masked-name"));
      send(
          exchange,
          name(3),
          asking("masked-name").replace("Shift_JIS", "UTF-8").getBytes(StandardCharsets.UTF_8));
      assertThat(simulator.awaitIdle(PATIENCE)).isTrue();
    }
    assertShiftJis(Files.readAllBytes(answer(exchange, 2)), "●見");
    assertThat(texts(parse(Files.readAllBytes(answer(exchange, 3))), "CharacterCodeIdentifier"))
        .containsExactly("0");
  }

  private static void assertShiftJis(byte[] bytes, String family) throws Exception {
    assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
        .startsWith("<?xml version=\"1.0\" encoding=\"Shift_JIS\" standalone=\"no\"?>");
    Document document = parse(bytes);
    assertThat(texts(document, "CharacterCodeIdentifier")).containsExactly("1");
    assertThat(texts(document, "Name").get(0)).startsWith(family);
  }

  @Test
  void randomOrder_holdsTheSameElements() throws Exception {
    Document shuffled = answered("random-order");
    Document ordered = answered("utf-8");

    assertThat(childrenOf(shuffled)).containsExactlyInAnyOrderElementsOf(childrenOf(ordered));
    assertThat(childrenOf(shuffled)).isNotEqualTo(childrenOf(ordered));
  }

  private static List<String> childrenOf(Document document) {
    List<String> names = new ArrayList<>();
    Node record = document.getElementsByTagName("ResultOfQualificationConfirmation").item(0);
    for (Node child = record.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        names.add(element.getTagName());
      }
    }
    return names;
  }

  @Test
  void damaged_answers_areDamagedAsDescribed() throws Exception {
    assertThat(new String(answeredBytes("truncated"), StandardCharsets.UTF_8))
        .contains("<XmlMsg>")
        .doesNotContain("</XmlMsg>");
    byte[] malformed = answeredBytes("malformed");
    assertThat(new String(malformed, StandardCharsets.UTF_8)).contains("</XmlMsg>");
    assertThatThrownBy(() -> parse(malformed)).isInstanceOf(org.xml.sax.SAXException.class);
    assertThat(texts(answered("duplicate"), "Name")).hasSize(2);
    assertThat(answeredBytes("ten-megabytes").length).isGreaterThan(10 * 1024 * 1024);
    byte[] bomb = answeredBytes("bomb");
    assertThat(bomb.length).isLessThan(10_000);
    assertThatThrownBy(() -> parse(bomb)).isInstanceOf(org.xml.sax.SAXException.class);
    assertThat(new String(answeredBytes("encrypted"), StandardCharsets.ISO_8859_1))
        .doesNotContain("XmlMsg");
    Document unknown = answered("unknown-elements");
    assertThat(parentOf(unknown, "SimHeaderItem")).isEqualTo("MessageHeader");
    assertThat(parentOf(unknown, "SimBodyItem")).isEqualTo("MessageBody");
    assertThat(parentOf(unknown, "SimListItem")).isEqualTo("ResultList");
    assertThat(texts(unknown, "SimGroupItem")).containsExactly("G1", "G2");
  }

  @Test
  void institution_ofSomebodyElse_getsASystemError() throws Exception {
    try (TerminalSimulator simulator =
        simulator().institution(MedicalInstitutionCode.of("2719999991")).start()) {
      send(exchange, name(1), asking("valid"));
      assertThat(simulator.awaitIdle(PATIENCE)).isTrue();
    }
    Document document = parse(Files.readAllBytes(answer(exchange, 1)));
    assertThat(texts(document, "SegmentOfResult")).containsExactly("9");
    assertThat(texts(document, "ErrorCode")).containsExactly("SIM-S002");
  }

  @Test
  void strictMatching_wrongBirthdate_findsNobody() throws Exception {
    ScenarioQuery q = catalogue.byId("valid").query(DAY);
    ScenarioQuery wrong =
        new ScenarioQuery(
            q.insurerNumber(), q.symbol(), q.number(), q.branch(), q.birthdate().plusDays(1));
    try (TerminalSimulator simulator = simulator().strictMatching().start()) {
      send(exchange, name(1), request(q, false));
      send(exchange, name(2), request(wrong, false));
      assertThat(simulator.awaitIdle(PATIENCE)).isTrue();
    }
    assertThat(texts(parse(Files.readAllBytes(answer(exchange, 1))), "QualificationValidity"))
        .containsExactly("1");
    assertThat(texts(parse(Files.readAllBytes(answer(exchange, 2))), "QualificationValidity"))
        .containsExactly("4");
  }

  @Test
  void foreignFiles_inReq_areLeftAlone() throws Exception {
    try (TerminalSimulator simulator = simulator().start()) {
      List<String> foreign =
          List.of(".x.tmp", "notes.xml", "OQSsiquc01req_1.tmp", ".OQSsiquc01req_1.xml");
      for (String file : foreign) {
        Files.writeString(exchange.resolve("req/" + file), asking("valid"));
      }
      assertThat(simulator.awaitIdle(PATIENCE)).isTrue();
      assertThat(simulator.requestsTaken()).isEmpty();
      assertThat(filesIn("req")).containsExactlyInAnyOrderElementsOf(foreign);
    }
  }

  @Test
  void halfWritten_request_isTakenWhenItIsWhole() throws Exception {
    try (TerminalSimulator simulator = simulator().start()) {
      byte[] bytes = asking("valid").getBytes(Requests.WINDOWS_31J);
      Path file = exchange.resolve("req/" + name(1));
      Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
      assertThat(simulator.awaitIdle(Duration.ofMillis(100))).isFalse();
      assertThat(simulator.requestsTaken()).isEmpty();
      Files.write(file, bytes);
      assertThat(simulator.awaitIdle(PATIENCE)).isTrue();
      assertThat(answer(exchange, 1)).exists();
    }
  }

  @Test
  void pause_thenResume_takesOnlyWhatStillLiesThere() throws Exception {
    try (TerminalSimulator simulator = simulator().pollInterval(Duration.ofMillis(20)).start()) {
      simulator.pause();
      send(exchange, name(1), asking("valid"));
      send(exchange, name(2), asking("valid"));
      assertThat(simulator.awaitIdle(Duration.ofMillis(200))).isFalse();
      assertThat(simulator.requestsTaken()).isEmpty();
      Files.move(
          exchange.resolve("req/" + name(2)), exchange.resolve("req/." + name(2) + ".withdrawn"));

      simulator.resume();

      assertThat(simulator.awaitIdle(PATIENCE)).isTrue();
      assertThat(simulator.requestsTaken()).containsExactly(name(1));
      assertThat(answer(exchange, 2)).doesNotExist();
    }
  }

  @Test
  void pause_withAnswersUnderWay_holdsThemBack() throws Exception {
    try (TerminalSimulator simulator =
        simulator().delay(AnswerDelay.of(Duration.ofSeconds(1))).start()) {
      send(exchange, name(1), asking("valid"));
      await().atMost(PATIENCE).until(() -> !simulator.requestsTaken().isEmpty());
      simulator.pause();
      assertThat(simulator.awaitIdle(Duration.ofMillis(1500))).isFalse();
      assertThat(answer(exchange, 1)).doesNotExist();

      simulator.resume();

      assertThat(simulator.awaitIdle(PATIENCE)).isTrue();
      assertThat(answer(exchange, 1)).exists();
    }
  }

  @Test
  void mark_liesThereWhileRunningOnly() throws Exception {
    Path mark = exchange.resolve(".shikaku-simulator");
    try (TerminalSimulator simulator = simulator().start()) {
      assertThat(Files.readString(mark))
          .contains("\"started\": \"2026-11-20T00:30:00Z\"")
          .contains("no security boundary");
      assertThat(simulator.exchange()).isEqualTo(exchange);
    }
    assertThat(mark).doesNotExist();
  }

  @Test
  void folders_inUpperCase_areUsedAsTheyAre() throws Exception {
    for (String folder : List.of("REQ", "Res", "FACE")) {
      Files.createDirectories(exchange.resolve(folder));
    }
    try (TerminalSimulator simulator = TerminalSimulator.builder(exchange).clock(CLOCK).start()) {
      Files.writeString(exchange.resolve("REQ/" + name(1)), asking("valid"), Requests.WINDOWS_31J);
      assertThat(simulator.awaitIdle(PATIENCE)).isTrue();
    }
    assertThat(exchange.resolve("Res/" + name(1).replace("req_", "res_"))).exists();
    assertThat(exchange.resolve("res")).doesNotExist();
  }

  @Test
  void start_withoutFolder_isRefused() {
    Path nowhere = exchange.resolve("nowhere");
    assertThatThrownBy(() -> TerminalSimulator.builder(nowhere).start())
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void thousandRequests_besideForeignAnswers_areAllAnsweredOnce() throws Exception {
    try (TerminalSimulator simulator = simulator().start()) {
      for (int i = 0; i < 2000; i++) {
        Files.createFile(exchange.resolve("res/foreign" + i + ".xml"));
      }
      String text = asking("valid");
      for (int i = 1; i <= 1000; i++) {
        send(exchange, name(i), text);
      }
      assertThat(simulator.awaitIdle(PATIENCE)).isTrue();
      assertThat(simulator.requestsTaken())
          .containsExactlyInAnyOrderElementsOf(
              IntStream.rangeClosed(1, 1000).mapToObj(Requests::name).toList());
    }
    for (int i = 1; i <= 1000; i++) {
      assertThat(answer(exchange, i)).isNotEmptyFile();
    }
  }

  @Test
  void zeroDelay_isAnsweredWithinMilliseconds() throws Exception {
    List<Long> times = new ArrayList<>();
    try (TerminalSimulator simulator = simulator().pollInterval(Duration.ofSeconds(5)).start()) {
      String text = asking("valid");
      for (int i = 1; i <= 200; i++) {
        Path file = answer(exchange, i);
        long asked = System.nanoTime();
        send(exchange, name(i), text);
        while (!Files.exists(file) && System.nanoTime() - asked < PATIENCE.toNanos()) {
          Thread.onSpinWait();
        }
        times.add(System.nanoTime() - asked);
      }
      assertThat(simulator.awaitIdle(PATIENCE)).isTrue();
    }
    times.sort(null);
    assertThat(Duration.ofNanos(times.get(100))).isLessThan(Duration.ofMillis(50));
  }

  @Test
  void writeFace_ofAPersonByCard_looksAsTheReaderLeavesIt() throws Exception {
    SamplePerson person = catalogue.byId("specific-disease").personByCard(DAY);
    try (TerminalSimulator simulator = simulator().start()) {
      Path file = simulator.writeFace(person, MedicalInstitutionCode.of("1319999991"));

      assertThat(file.getFileName().toString())
          .matches("OQSsiquc01res_face_1319999991[0-9a-f]{20}_20261120101530\\.xml");
      assertThat(file.getParent()).isEqualTo(exchange.resolve("face"));
      Document document = parse(Files.readAllBytes(file));
      assertThat(texts(document, "ReferenceClassification")).containsExactly("1");
      assertThat(texts(document, "QualificationConfirmSearchInfo")).isEmpty();
      assertThat(texts(document, "SpecificDiseasesSelfPay")).containsExactly("20000");
      assertThat(texts(document, "SpecificDiseasesCertificateRelatedConsFlg")).containsExactly("1");
      SamplePerson byNumber = catalogue.byId("valid").person(DAY);
      assertThatThrownBy(
              () -> simulator.writeFace(byNumber, MedicalInstitutionCode.of("1319999991")))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void answerDelay_realistic_isThreeToSevenSecondsAndRepeatable() {
    AnswerDelay one = AnswerDelay.realistic(42);
    AnswerDelay same = AnswerDelay.realistic(42);
    for (int i = 0; i < 500; i++) {
      Duration delay = one.next();
      assertThat(delay).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(7));
      assertThat(same.next()).isEqualTo(delay);
    }
  }

  @Test
  void vanishedRes_afterReturn_getsItsAnswer() throws Exception {
    try (TerminalSimulator simulator = simulator().start()) {
      Path res = exchange.resolve("res");
      Path away = exchange.resolve("away");
      Files.move(res, away);
      send(exchange, name(1), asking("valid"));
      await().atMost(PATIENCE).until(() -> !simulator.requestsTaken().isEmpty());
      Files.move(away, res);
      assertThat(simulator.awaitIdle(PATIENCE)).isTrue();
      assertThat(answer(exchange, 1)).exists();
    }
  }

  @Test
  void logs_ofEveryScenario_holdNothingPersonal() throws Exception {
    Logger root = (Logger) LoggerFactory.getLogger("io.github.shikaku");
    ListAppender<ILoggingEvent> logged = new ListAppender<>();
    logged.start();
    root.addAppender(logged);
    Level before = root.getLevel();
    root.setLevel(Level.TRACE);
    List<String> personal = new ArrayList<>();
    try (TerminalSimulator simulator = simulator().lateness(Duration.ZERO).start()) {
      int number = 1;
      for (Scenario scenario : catalogue.scenarios()) {
        send(exchange, name(number++), request(scenario.query(DAY), true));
        SamplePerson person = scenario.person(DAY);
        personal.add(scenario.number());
        personal.add(person.identity().name());
        personal.add(person.identity().kana());
        personal.add(person.identity().birthdate().toString());
        personal.add(person.identity().birthdate().toString().replace("-", ""));
      }
      send(exchange, name(number), asking("valid").replace("<Birthdate>", "<Birthday>"));
      assertThat(simulator.awaitIdle(PATIENCE)).isTrue();
    } finally {
      root.setLevel(before);
      root.detachAppender(logged);
    }
    String everything =
        logged.list.stream()
            .map(event -> event.getFormattedMessage() + event.getThrowableProxy())
            .collect(Collectors.joining("\n"));
    assertThat(everything).contains("took").doesNotContain(personal);
  }

  private List<String> filesIn(String folder) throws Exception {
    try (Stream<Path> files = Files.list(exchange.resolve(folder))) {
      return files.map(f -> f.getFileName().toString()).toList();
    }
  }

  @Test
  void parser_ofTheTests_isTheOneOfTheJdk() {
    assertThat(DocumentBuilderFactory.newDefaultInstance().getClass().getModule().getName())
        .isEqualTo("java.xml");
  }
}
