package io.github.shikaku.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.shikaku.model.MedicalInstitutionCode;
import io.github.shikaku.testkit.ExpectedOutcome;
import io.github.shikaku.testkit.Scenario;
import io.github.shikaku.testkit.ScenarioCatalogue;
import io.github.shikaku.testkit.ScenarioQuery;
import io.github.shikaku.testkit.TerminalSimulator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
  private static final ScenarioCatalogue CATALOGUE = ScenarioCatalogue.standard();

  /** What no sample person has, under a name that tells nothing. */
  private static final String RARE =
      """
      <?xml version="1.0" encoding="UTF-8" standalone="no"?>
      <XmlMsg>
        <MessageHeader><SegmentOfResult>1</SegmentOfResult></MessageHeader>
        <MessageBody>
          <QualificationConfirmSearchInfo><ArbitraryIdentifier>A1</ArbitraryIdentifier></QualificationConfirmSearchInfo>
          <QualificationValidity>1</QualificationValidity>
          <ResultList><ResultOfQualificationConfirmation>
            <NameOfOther>見本　別名</NameOfOther>
            <NameOfOtherKana>ﾐﾎﾝ ﾍﾞﾂﾒｲ</NameOfOtherKana>
            <Sex2>2</Sex2>
            <LimitApplicationCertificateRelatedInfo>
              <LimitApplicationCertificateLongTermDate>20260801</LimitApplicationCertificateLongTermDate>
            </LimitApplicationCertificateRelatedInfo>
            <PublicExpenseResultList><MedicalTicketInfo>
              <PrescriptionIssuerMedicalInstitutionCode>1319999991</PrescriptionIssuerMedicalInstitutionCode>
              <PrescriptionIssuerMedicalInstitutionName>見本医院</PrescriptionIssuerMedicalInstitutionName>
              <InjuryName2>傷病二</InjuryName2>
              <InjuryName3>傷病三</InjuryName3>
              <ConsistencyFlag>1</ConsistencyFlag>
              <Remarks1>備考一</Remarks1>
              <Remarks2>備考二</Remarks2>
              <Remarks3>備考三</Remarks3>
            </MedicalTicketInfo></PublicExpenseResultList>
            <ArbitraryIdentifier>A1</ArbitraryIdentifier>
            <QualificationConfirmationKey>K1</QualificationConfirmationKey>
            <LimitApplicationCertificateChanged>1</LimitApplicationCertificateChanged>
            <PublicExpenseNumber>12139994</PublicExpenseNumber>
            <BeneficiaryNumber>9999996</BeneficiaryNumber>
            <WelfareOfficeName>見本福祉事務所</WelfareOfficeName>
          </ResultOfQualificationConfirmation></ResultList>
        </MessageBody>
      </XmlMsg>
      """;

  @TempDir Path exchange;
  private TerminalSimulator simulator;
  private int number;

  @BeforeEach
  void start() {
    Clock clock = Clock.fixed(Instant.parse("2026-11-20T01:30:00Z"), ZoneOffset.UTC);
    simulator = TerminalSimulator.builder(exchange).createFolders().clock(clock).start();
  }

  @AfterEach
  void end() {
    simulator.close();
  }

  @Test
  void inspect_answersOfEveryScenario_haveTheDocumentedShape() throws Exception {
    Shape shape = Shape.ofTheGuide();
    List<String> args = new ArrayList<>(List.of("inspect", "--json"));
    for (Scenario scenario : CATALOGUE.scenarios()) {
      if (scenario.expected() == ExpectedOutcome.ANSWER) {
        args.add(answer(scenario).toString());
        args.add(face(scenario).toString());
      }
    }
    args.add(answer(CATALOGUE.byId("system-error")).toString());
    args.add(Files.writeString(exchange.resolve("by-hand.xml"), RARE).toString());

    Run run = Run.of(args);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.json()).hasSize(args.size() - 2);
    run.json().forEach(shape::check);
    assertThat(shape.seen()).containsExactlyInAnyOrderElementsOf(shape.all());
  }

  @Test
  void inspect_answerByNumber_isToldInFull() throws Exception {
    Path file = answer(CATALOGUE.byId("valid"));
    JsonNode json = Run.of("inspect", file.toString(), "--json").json();
    assertThat(json.path("interface").asText()).isEqualTo("OQS-IF-002");
    assertThat(json.path("file").asText()).isEqualTo(file.toString());
    assertThat(json.path("encoding").asText()).isEqualTo("UTF-8");
    assertThat(json.path("basis").asText()).isEqualTo("KNOWN_NUMBER");
    assertThat(json.at("/header/processedAt").asText()).isEqualTo("2026-11-20T10:30:00");
    assertThat(json.at("/header/institution").asText()).isEqualTo("1319999991");
    assertThat(json.at("/validity/code").asText()).isEqualTo("1");
    assertThat(json.at("/validity/label").asText()).isEqualTo("有効");
    assertThat(json.at("/qualifications/0/insurerNumber").asText()).isEqualTo("06139992");
    assertThat(json.at("/qualifications/0/birthdate").asText()).isEqualTo("1970-01-01");
    assertThat(json.at("/qualifications/0/name").asText()).isNotBlank();
    assertThat(json.at("/unknown")).isEmpty();
  }

  @Test
  void inspect_insurerOfSixDigits_isNotPadded() throws Exception {
    Path file = answer(CATALOGUE.byId("national"));
    assertThat(Files.readString(file)).contains("<InsurerNumber>  139998<");
    JsonNode json = Run.of("inspect", file.toString(), "--json").json();
    assertThat(json.at("/qualifications/0/insurerNumber").asText()).isEqualTo("139998");
  }

  @Test
  void inspect_face_isKnownByTheReader() throws Exception {
    JsonNode json =
        Run.of("inspect", face(CATALOGUE.byId("specific-disease")).toString(), "--json").json();
    assertThat(json.path("interface").asText()).isEqualTo("OQS-IF-002");
    assertThat(json.path("basis").asText()).isEqualTo("READER");
    assertThat(json.at("/header/inquiry/code").asText()).isEqualTo("1");
    assertThat(json.at("/qualifications/0/specificDiseases/certificates/0/selfPayYen").asInt())
        .isEqualTo(20000);
  }

  @Test
  void inspect_unknownElementsAndCodes_areKept() throws Exception {
    JsonNode elements =
        Run.of("inspect", answer(CATALOGUE.byId("unknown-elements")).toString(), "--json").json();
    Map<String, String> unknown = new LinkedHashMap<>();
    elements
        .path("unknown")
        .forEach(one -> unknown.put(one.path("path").asText(), one.path("value").asText()));
    assertThat(unknown)
        .containsEntry("XmlMsg/MessageHeader/SimHeaderItem", "H1")
        .containsEntry("XmlMsg/MessageBody/SimBodyItem", "B1");

    JsonNode codes =
        Run.of("inspect", answer(CATALOGUE.byId("unknown-codes")).toString(), "--json").json();
    assertThat(codes.at("/qualifications/0/cardClass/code").asText()).isEqualTo("Z9");
    assertThat(codes.at("/qualifications/0/cardClass/label").isNull()).isTrue();
  }

  @Test
  void inspect_shiftJis_isDecodedByItsDeclaration() throws Exception {
    JsonNode json =
        Run.of("inspect", answer(CATALOGUE.byId("shift-jis")).toString(), "--json").json();
    assertThat(json.path("encoding").asText()).isEqualTo("Shift_JIS");
    assertThat(json.at("/qualifications/0/name").asText()).contains("德");
  }

  @Test
  void inspect_answerUnderAnotherName_isKnownByItsContent() throws Exception {
    Path file = answer(CATALOGUE.byId("valid"));
    Path renamed = Files.copy(file, exchange.resolve("answer.xml"));
    JsonNode json = Run.of("inspect", renamed.toString(), "--json").json();
    assertThat(json.path("interface").asText()).isEqualTo("OQS-IF-002");
    assertThat(json.path("identifiedBy").asText()).isEqualTo("CONTENT");
    Shape.ofTheGuide().check(json);
  }

  @Test
  void inspect_request_isToldWithTheNamesOfTheSdk() throws Exception {
    Path file = exchange.resolve("OQSsiquc01req_202611200001.xml");
    Files.writeString(file, request(CATALOGUE.byId("valid").query(DAY)), SHIFT_JIS);
    JsonNode json = Run.of("inspect", file.toString(), "--json").json();
    assertThat(json.path("interface").asText()).isEqualTo("OQS-IF-001");
    assertThat(json.path("encoding").asText()).isEqualTo("Shift_JIS");
    assertThat(json.at("/header/confirmationDate").asText()).isEqualTo("2026-11-20");
    assertThat(json.at("/body/number").asText()).isEqualTo("5678910");
    assertThat(json.at("/body/limitConsent/code").asText()).isEqualTo("1");
    assertThat(json.path("unknown").isArray()).isTrue();
  }

  @Test
  void inspect_otherInterface_printsHeaderAndBodyAsTheyAreNamed() throws Exception {
    Path file = exchange.resolve("OQSmuquc01res_202611200001.xml");
    Files.writeString(
        file,
        """
        <?xml version="1.0" encoding="UTF-8" standalone="no"?>
        <XmlMsg>
          <MessageHeader><MedicalInstitutionCode>1319999991</MedicalInstitutionCode></MessageHeader>
          <MessageBody>
            <ReceptionNumber>20261120000001</ReceptionNumber>
            <Item>一</Item><Item>二</Item><Group><Inner>三</Inner></Group>
          </MessageBody>
        </XmlMsg>
        """);
    JsonNode json = Run.of("inspect", file.toString(), "--json").json();
    assertThat(json.properties().stream().map(Map.Entry::getKey))
        .containsExactly("interface", "file", "encoding", "header", "body", "unknown");
    assertThat(json.path("interface").asText()).startsWith("OQS-IF-");
    assertThat(json.at("/header/MedicalInstitutionCode").asText()).isEqualTo("1319999991");
    assertThat(json.at("/body/ReceptionNumber").asText()).isEqualTo("20261120000001");
    assertThat(json.at("/body/Item/1").asText()).isEqualTo("二");
    assertThat(json.at("/body/Group/Inner").asText()).isEqualTo("三");
  }

  @Test
  void inspect_jsonOfTheWeb_isReadToo() throws Exception {
    Path file = exchange.resolve("answer.json");
    Files.writeString(
        file,
        """
        {"XmlMsg": {
          "MessageHeader": {"SegmentOfResult": "1", "MedicalInstitutionCode": "1319999991"},
          "MessageBody": {"ProcessingResultStatus": "1", "QualificationValidity": "1",
            "ResultList": [{"ResultOfQualificationConfirmation": {"InsurerNumber": "06139992"}}]}}}
        """);
    Run run = Run.of("inspect", file.toString(), "--json");
    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.json().path("interface").asText()).isEqualTo("OQS-IF-002");
    Shape.ofTheGuide().check(run.json());
  }

  @Test
  void inspect_severalFiles_areAnArrayInWhichABadOneHidesNothing() throws Exception {
    Path good = answer(CATALOGUE.byId("valid"));
    Path bad = answer(CATALOGUE.byId("truncated"));
    Path missing = exchange.resolve("nowhere.xml");
    Run run = Run.of("inspect", "--json", bad.toString(), missing.toString(), good.toString());
    assertThat(run.exitCode()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(run.json()).hasSize(3);
    assertThat(run.json().at("/0/file").asText()).isEqualTo(bad.toString());
    assertThat(run.json().at("/0/error/id").asText()).isNotBlank();
    assertThat(run.json().at("/1/error/id").asText()).isEqualTo("SHK-C-401");
    assertThat(run.json().at("/2/validity/code").asText()).isEqualTo("1");
  }

  @Test
  void inspect_oneBadFile_isOneDocument() throws Exception {
    Run run = Run.of("inspect", "--json", answer(CATALOGUE.byId("bomb")).toString());
    assertThat(run.exitCode()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(run.json().path("error").path("message").asText()).isNotBlank();
    assertThat(run.out() + run.err()).doesNotContain("simsimsim");
  }

  @Test
  void inspect_zip_showsItsEntries() throws Exception {
    Path zip = exchange.resolve("OQSsiquc01res_202611200001.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (String id : List.of("valid", "invalid")) {
        Path file = answer(CATALOGUE.byId(id));
        entries.putNextEntry(new ZipEntry(String.valueOf(file.getFileName())));
        Files.copy(file, entries);
      }
    }
    Run run = Run.of("inspect", zip.toString(), "--json");
    assertThat(run.json()).hasSize(2);
    assertThat(run.json().at("/0/file").asText()).startsWith(zip + "!/OQSsiquc01res_");
    assertThat(run.json().at("/1/validity/code").asText()).isEqualTo("2");
  }

  @Test
  void inspect_withoutJson_printsLines() throws Exception {
    Run run = Run.of("inspect", answer(CATALOGUE.byId("valid")).toString());
    assertThat(run.out()).contains("interface: OQS-IF-002").contains("validity: 1 有効");
  }

  @Test
  void inspect_pdf_isForPeople() throws Exception {
    Path pdf = Files.writeString(exchange.resolve("OQSsiimm01res_1.pdf"), "%PDF-1.7\n");
    assertThat(Run.of("inspect", pdf.toString()).exitCode()).isEqualTo(ExitCode.UNUSABLE);
  }

  /** Asked for by hand, so that nothing of the SDK is believed. */
  private Path answer(Scenario scenario) throws IOException, InterruptedException {
    number++;
    String name = "OQSsiquc01req_20261120%04d".formatted(number);
    Path temporary = exchange.resolve("req/." + name);
    Files.writeString(temporary, request(scenario.query(DAY)), SHIFT_JIS);
    Files.move(temporary, exchange.resolve("req/" + name + ".xml"));
    assertThat(simulator.awaitIdle(Duration.ofSeconds(60))).isTrue();
    return exchange.resolve("res/" + name.replace("req", "res") + ".xml");
  }

  private Path face(Scenario scenario) {
    return simulator.writeFace(scenario.personByCard(DAY), MedicalInstitutionCode.of("1319999991"));
  }

  private static String request(ScenarioQuery query) {
    return """
        <?xml version="1.0" encoding="Shift_JIS" standalone="no"?>
        <XmlMsg>
        <MessageHeader>
        <QualificationConfirmationDate>20261120</QualificationConfirmationDate>
        <MedicalInstitutionCode>1319999991</MedicalInstitutionCode>
        <ArbitraryFileIdentifier>BY-HAND-1</ArbitraryFileIdentifier>
        </MessageHeader>
        <MessageBody>
        <QualificationConfirmSearchInfo>
        <InsurerNumber>%8s</InsurerNumber>
        <InsuredCardSymbol>%s</InsuredCardSymbol>
        <InsuredIdentificationNumber>%s</InsuredIdentificationNumber>
        <InsuredBranchNumber>%s</InsuredBranchNumber>
        <Birthdate>%s</Birthdate>
        <LimitApplicationCertificateRelatedConsFlg>1</LimitApplicationCertificateRelatedConsFlg>
        </QualificationConfirmSearchInfo>
        </MessageBody>
        </XmlMsg>
        """
        .formatted(
            query.insurerNumber(),
            Objects.requireNonNullElse(query.symbol(), ""),
            query.number(),
            Objects.requireNonNullElse(query.branch(), ""),
            query.birthdate().toString().replace("-", ""));
  }
}
