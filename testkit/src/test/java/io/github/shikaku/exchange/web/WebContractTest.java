package io.github.shikaku.exchange.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.shikaku.Shikaku;
import io.github.shikaku.audit.AuditRecord;
import io.github.shikaku.audit.CallContext;
import io.github.shikaku.audit.OperatorRole;
import io.github.shikaku.error.ProvisionalLayoutException;
import io.github.shikaku.error.ShikakuException;
import io.github.shikaku.error.WebRejectionException;
import io.github.shikaku.exchange.Desk;
import io.github.shikaku.exchange.RawAnswer;
import io.github.shikaku.model.Direction;
import io.github.shikaku.model.InterfaceDefinition;
import io.github.shikaku.model.InterfaceId;
import io.github.shikaku.operation.CallOptions;
import io.github.shikaku.qualification.LimitConsent;
import io.github.shikaku.qualification.QualificationAnswer;
import io.github.shikaku.qualification.QualificationQuery;
import io.github.shikaku.testkit.BareClient;
import io.github.shikaku.testkit.ExpectedOutcome;
import io.github.shikaku.testkit.Scenario;
import io.github.shikaku.testkit.ScenarioCatalogue;
import io.github.shikaku.testkit.ScenarioQuery;
import io.github.shikaku.testkit.WebApiSimulator;
import io.github.shikaku.testkit.WebRequest;
import io.github.shikaku.testkit.WebStep;
import io.github.shikaku.wire.Catalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What goes out over the Web API and what comes back, for every interface with a known path and
 * every scenario. The schemas are written by hand from what is known of the interface.
 */
class WebContractTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final Instant NOON = DAY.atTime(3, 0).toInstant(ZoneOffset.UTC);
  private static final InterfaceId LOOKUP = InterfaceId.of("OQS-IF-001");
  private static final String LOGIN_PATH = "/oqs-api-pro/MSA12020/ILI12020SV01/auth";
  private static final String INQUIRY_PATH = "/oqs-api-pro/MSA01030/ILI01030SV01/search";

  /** An inquiry with a date, a number and a birthdate. */
  private static final String BODY =
      """
      {"XmlMsg":{"MessageHeader":{"QualificationConfirmationDate":"%s",\
      "MedicalInstitutionCode":"1319999991"},\
      "MessageBody":{"QualificationConfirmSearchInfo":{"InsurerNumber":"06139992",\
      "InsuredIdentificationNumber":"%s","Birthdate":"%s",\
      "LimitApplicationCertificateRelatedConsFlg":"0"}}}}\
      """;

  /** Of scenarios that are no answer. */
  private static final Map<String, Integer> STATUSES = Map.of("rejected", 400, "not-taken", 503);

  private static final ObjectMapper STRICT =
      new ObjectMapper(
          JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());
  private static final String JSON = "application/json;charset=UTF-8";

  /** Every request with a known path, and the schemas of what goes out and comes back. */
  private static final Map<InterfaceId, List<String>> CONTRACTS =
      Map.of(LOOKUP, List.of("OQS-IF-001", "OQS-IF-002"));

  private static final List<AuditRecord> AUDIT = new ArrayList<>();

  private static WebApiSimulator web;
  private static BareClient bare;
  private static Shikaku shikaku;

  @BeforeAll
  static void open() {
    web =
        WebApiSimulator.builder()
            .clock(Clock.fixed(NOON, ZoneOffset.UTC))
            .pace(Duration.ofMillis(5))
            .lateness(Duration.ofSeconds(1))
            .keepBodies()
            .start();
    bare = BareClient.of(web);
    shikaku = Clinic.of(web).open(way -> {}, client -> client.auditSink(WebContractTest::audit));
  }

  private static synchronized void audit(AuditRecord entry) {
    AUDIT.add(entry);
  }

  @AfterAll
  static void close() {
    shikaku.close();
    web.close();
  }

  static Stream<Scenario> scenarios() {
    return ScenarioCatalogue.standard().scenarios().stream();
  }

  @Test
  void interfaces_withAWebPath_allHaveAContract() {
    assertThat(
            Catalogue.standard().all().stream()
                .filter(definition -> definition.direction() == Direction.REQUEST)
                .filter(definition -> definition.knownWebPath().isPresent())
                .map(InterfaceDefinition::id))
        .containsExactlyInAnyOrderElementsOf(CONTRACTS.keySet());
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void lookup_everyScenario_goesOutAsPrescribed(Scenario scenario) {
    int before = web.requests(WebStep.INQUIRY).size();
    ask(scenario);

    List<WebRequest> sent =
        web.requests(WebStep.INQUIRY).subList(before, web.requests(WebStep.INQUIRY).size());
    assertThat(sent).isNotEmpty().allSatisfy(request -> checkInquiry(LOOKUP, request));
    ScenarioQuery asked = scenario.query(DAY);
    assertThat(sent.get(0).body())
        .contains("\"InsuredIdentificationNumber\":\"" + asked.number() + "\"")
        .contains("\"Birthdate\":\"" + asked.birthdate().toString().replace("-", "") + "\"");
  }

  private static void ask(Scenario scenario) {
    Duration patience =
        scenario.expectedOnWeb() == ExpectedOutcome.NO_ANSWER
            ? Duration.ofMillis(200)
            : Duration.ofSeconds(10);
    try {
      shikaku
          .qualifications()
          .lookup(query(scenario.query(DAY)), CallOptions.defaults().timeout(patience));
    } catch (ShikakuException e) {
      assertThat(scenario.expectedOnWeb()).as(e.toString()).isNotEqualTo(ExpectedOutcome.ANSWER);
    }
  }

  private static void checkInquiry(InterfaceId id, WebRequest request) {
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path())
        .isEqualTo(Catalogue.standard().require(id).knownWebPath().orElseThrow());
    checkHeaders(request);
    assertThat(request.header("Authorization").orElseThrow())
        .as("the bare token, no scheme")
        .matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    assertSchema(contract(id).get(0), request.body());
  }

  private static List<String> contract(InterfaceId id) {
    return requireNonNull(CONTRACTS.get(id));
  }

  private static void checkHeaders(WebRequest request) {
    assertThat(request.headers().keySet())
        .contains("host", "content-type", "content-length", "accept")
        .isSubsetOf(
            "host",
            "content-type",
            "content-length",
            "accept",
            "connection",
            "user-agent",
            "authorization");
    assertThat(request.header("Content-Type")).hasValue(JSON);
    assertThat(request.header("Accept")).hasValue("application/json");
    assertThat(request.header("Content-Length"))
        .hasValue("" + request.body().getBytes(StandardCharsets.UTF_8).length);
    assertThat(request.header("Host")).hasValue("localhost:" + web.port());
    assertThat(request.certificate()).isEqualTo("見本クリニック");
  }

  private static void assertSchema(String name, String json) {
    assertThat(WireMock.matchingJsonSchema(resource(name)).match(json).isExactMatch())
        .as("%s by its schema: %s", name, json)
        .isTrue();
  }

  private static String resource(String name) {
    try (InputStream in = WebContractTest.class.getResourceAsStream(name + ".schema.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void login_goesOutAsPrescribed() {
    try (Shikaku other = Clinic.of(web).open()) {
      other.qualifications().lookup(Desk.query("valid"));
    }
    List<WebRequest> logins = web.requests(WebStep.LOGIN);
    WebRequest login = logins.get(logins.size() - 1);

    assertThat(login.method()).isEqualTo("POST");
    assertThat(login.path()).isEqualTo(LOGIN_PATH);
    checkHeaders(login);
    assertThat(login.header("Authorization")).isEmpty();
    assertSchema("login", login.body());
    assertThat(login.body())
        .isEqualTo(
            "{\"userId\":\"%s\",\"password\":\"%s\"}"
                .formatted(WebApiSimulator.SAMPLE_USER, WebApiSimulator.SAMPLE_PASSWORD));
  }

  @Test
  void lookup_plainPatient_goesOutByteForByte() {
    QualificationAnswer answer =
        shikaku
            .qualifications()
            .lookup(query(ScenarioCatalogue.standard().byId("valid").query(DAY)));
    List<WebRequest> sent = web.requests(WebStep.INQUIRY);

    assertThat(sent.get(sent.size() - 1).body())
        .isEqualTo(
            "{\"XmlMsg\":{\"MessageHeader\":{\"QualificationConfirmationDate\":\"20261120\","
                + "\"MedicalInstitutionCode\":\"1319999991\",\"ArbitraryFileIdentifier\":\""
                + answer.header().fileIdentifier()
                + "\"},\"MessageBody\":{\"QualificationConfirmSearchInfo\":{"
                + "\"InsurerNumber\":\"06139992\",\"InsuredCardSymbol\":\"1234\","
                + "\"InsuredIdentificationNumber\":\"5678910\",\"InsuredBranchNumber\":\"01\","
                + "\"Birthdate\":\"19700101\","
                + "\"LimitApplicationCertificateRelatedConsFlg\":\"0\"}}}}");
  }

  @Test
  void lookup_ofSixDigitInsurerWithConsent_goesOutPaddedWithZeros() {
    ScenarioQuery asked = ScenarioCatalogue.standard().byId("limit-low").query(DAY);
    shikaku
        .qualifications()
        .lookup(builder(asked).limitConsent(LimitConsent.given("受付", NOON)).build());
    List<WebRequest> sent = web.requests(WebStep.INQUIRY);

    assertThat(sent.get(sent.size() - 1).body())
        .contains("\"InsurerNumber\":\"00139998\"")
        .contains("\"LimitApplicationCertificateRelatedConsFlg\":\"1\"");
  }

  static Stream<Scenario> answered() {
    return scenarios().filter(scenario -> scenario.expectedOnWeb() == ExpectedOutcome.ANSWER);
  }

  @ParameterizedTest
  @MethodSource("answered")
  void answer_everyScenario_isHandedOnAsPrescribed(Scenario scenario) throws IOException {
    RawAnswer raw =
        shikaku
            .onBehalfOf(staff())
            .raw()
            .send(LOOKUP, requestOf(scenario).getBytes(StandardCharsets.UTF_8));

    checkAnswer(scenario, new String(raw.content(), StandardCharsets.UTF_8));
  }

  /** Over a client that is not ours, with the request that ours sends. */
  @ParameterizedTest
  @MethodSource("scenarios")
  void answer_everyScenario_comesBackAsPrescribed(Scenario scenario) throws Exception {
    String request = requestOf(scenario);
    if (scenario.id().equals("silent")) {
      CompletableFuture<?> never =
          CompletableFuture.supplyAsync(() -> answerTo(request)).orTimeout(1, TimeUnit.SECONDS);
      assertThat(never).failsWithin(Duration.ofSeconds(5)).withThrowableThat().isNotNull();
      return;
    }
    HttpResponse<byte[]> answer = answerTo(request);

    assertThat(answer.statusCode()).isEqualTo(STATUSES.getOrDefault(scenario.id(), 200));
    assertThat(answer.headers().allValues("Content-Type"))
        .containsExactly(
            scenario.id().equals("shift-jis") ? "application/json;charset=Shift_JIS" : JSON);
    assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    checkAnswer(
        scenario,
        new String(
            answer.body(),
            scenario.id().equals("shift-jis")
                ? Charset.forName("windows-31j")
                : StandardCharsets.UTF_8));
  }

  private static HttpResponse<byte[]> answerTo(String request) {
    try {
      return bare.ask(bare.token(), request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What the SDK sends for a scenario. */
  private static String requestOf(Scenario scenario) {
    ask(scenario);
    List<WebRequest> sent = web.requests(WebStep.INQUIRY);
    return sent.get(sent.size() - 1).body();
  }

  private static void checkAnswer(Scenario scenario, String body) throws IOException {
    switch (scenario.id()) {
      case "rejected" -> {
        assertSchema("refusal", body);
        assertThat(body).contains("\"SIM-L100\"");
      }
      case "not-taken" -> {
        assertSchema("refusal", body);
        assertThat(body).contains("\"SIM-W503\"");
      }
      case "truncated", "malformed", "duplicate", "bomb", "encrypted" ->
          assertThatThrownBy(() -> STRICT.readTree(body))
              .as("no JSON that could be used")
              .isInstanceOf(JsonProcessingException.class);
      case "unknown-elements" ->
          checkKnown(
              body,
              "MessageBody.SimBodyItem=\"B1\"",
              "MessageHeader.SimHeaderItem=\"H1\"",
              "ResultList.SimListItem=\"L1\"",
              "ResultOfQualificationConfirmation.SimGroup={\"SimGroupItem\":[\"G1\",\"G2\"]}");
      case "ten-megabytes" -> {
        assertThat(body).hasSizeGreaterThan(10_000_000);
        checkKnown(
            body,
            "ResultOfQualificationConfirmation.SimulatorFiller=\""
                + "x".repeat(10 * 1024 * 1024)
                + "\"");
      }
      default -> {
        assertSchema(contract(LOOKUP).get(1), body);
        JsonNode message = STRICT.readTree(body).path("XmlMsg");
        JsonNode header = message.path("MessageHeader");
        assertThat(header.path("MedicalInstitutionCode").asText())
            .isEqualTo(scenario.id().equals("wrong-institution") ? "2719999991" : "1319999991");
        assertThat(header.path("ArbitraryFileIdentifier").asText())
            .matches(scenario.id().equals("wrong-identifier") ? "SIM-OTHER-FILE" : "[0-9a-f]{32}");
        boolean ended = scenario.expectedOnWeb() == ExpectedOutcome.SYSTEM_ERROR;
        assertThat(header.path("SegmentOfResult").asText()).isEqualTo(ended ? "9" : "1");
        assertThat(header.path("ErrorCode").asText()).isEqualTo(ended ? "SIM-S001" : "");
        assertThat(message.has("MessageBody")).isEqualTo(!ended);
      }
    }
  }

  /** These members are unknown, at these places, and all others are as prescribed. */
  private static void checkKnown(String body, String... unknown) throws IOException {
    JsonNode answer = STRICT.readTree(body);
    List<String> found = new ArrayList<>();
    takeUnknown("", answer, found);

    assertThat(found).containsExactlyInAnyOrder(unknown);
    assertSchema(contract(LOOKUP).get(1), answer.toString());
  }

  private static void takeUnknown(String name, JsonNode node, List<String> found) {
    for (Map.Entry<String, JsonNode> member : List.copyOf(node.properties())) {
      if (member.getKey().startsWith("Sim")) {
        found.add(name + "." + member.getKey() + "=" + member.getValue());
        ((ObjectNode) node).remove(member.getKey());
      } else {
        takeUnknown(member.getKey(), member.getValue(), found);
      }
    }
    if (node instanceof ArrayNode items) {
      items.forEach(item -> takeUnknown(name, item, found));
      // An item that was nothing but unknown is no item.
      items.removeIf(JsonNode::isEmpty);
    }
  }

  @ParameterizedTest
  @CsvSource({"rejected, 400, SIM-L100"})
  void refusal_ofTheRequest_reachesTheCallerAsItCame(String id, int status, String code) {
    WebRejectionException refused =
        catchThrowableOfType(
            WebRejectionException.class,
            () ->
                shikaku
                    .qualifications()
                    .lookup(query(ScenarioCatalogue.standard().byId(id).query(DAY))));

    assertThat(refused.status()).isEqualTo(status);
    assertSchema("refusal", refused.serverText());
    assertThat(refused.serverText()).contains("\"" + code + "\"");
  }

  @Test
  void login_comesBackAsPrescribed() throws Exception {
    HttpResponse<byte[]> answer = bare.login();

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().allValues("Content-Type")).containsExactly(JSON);
    assertSchema("login-answer", BareClient.text(answer));
  }

  /** Everything that is refused before a scenario is played. */
  static Stream<Arguments> refusals() {
    String login = "{\"userId\":\"shikaku\",\"password\":\"shikaku-simulator\"}";
    String inquiry = BODY.formatted("20261120", "5678910", "19700101");
    return Stream.of(
        Arguments.of(LOGIN_PATH, login.replace("-simulator", ""), "", 401, "SIM-A001"),
        Arguments.of(LOGIN_PATH, "{", "", 400, "SIM-A005"),
        Arguments.of(LOGIN_PATH, "[]", "", 400, "SIM-A005"),
        Arguments.of(LOGIN_PATH, "{\"userId\":\"shikaku\"}", "", 400, "SIM-A006"),
        Arguments.of(LOGIN_PATH, login.replace("userId", "user"), "", 400, "SIM-A006"),
        Arguments.of("/elsewhere", login, "", 404, "SIM-W404"),
        Arguments.of(INQUIRY_PATH, inquiry, "", 401, "SIM-A003"),
        Arguments.of(INQUIRY_PATH, inquiry, "invented", 401, "SIM-A003"),
        Arguments.of(INQUIRY_PATH, inquiry, "of another", 403, "SIM-A004"),
        Arguments.of(INQUIRY_PATH, "{", "own", 400, "SIM-L002"),
        Arguments.of(
            INQUIRY_PATH, inquiry.replace("Birthdate", "Birthday"), "own", 400, "SIM-L004"),
        Arguments.of(INQUIRY_PATH, "{\"XmlMsg\":{}}", "own", 400, "SIM-L006"),
        Arguments.of(INQUIRY_PATH, BODY.formatted("2026", "1", "2"), "own", 400, "SIM-L007"));
  }

  @ParameterizedTest(name = "{4} {0} {2}")
  @MethodSource("refusals")
  void refusal_comesBackAsPrescribed(
      String path, String body, String token, int status, String code) throws Exception {
    String carried =
        switch (token) {
          case "own" -> bare.token();
          case "of another" -> new BareClient(web, web.certificates().client("他院")).token();
          default -> token;
        };
    HttpResponse<byte[]> answer =
        carried.isEmpty()
            ? bare.postJson(path, body)
            : bare.postJson(path, body, "Authorization", carried);

    checkRefusal(answer, status, code);
  }

  @Test
  void refusal_ofMethodAndType_comesBackAsPrescribed() throws Exception {
    checkRefusal(bare.get(LOGIN_PATH), 405, "SIM-W405");
    checkRefusal(bare.get(INQUIRY_PATH), 405, "SIM-W405");
    checkRefusal(bare.post(LOGIN_PATH, "{}", "Content-Type", "text/plain"), 415, "SIM-W415");
    checkRefusal(bare.post(INQUIRY_PATH, "{}", "Content-Type", "text/xml"), 415, "SIM-W415");
  }

  private static void checkRefusal(HttpResponse<byte[]> answer, int status, String code) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().allValues("Content-Type")).containsExactly(JSON);
    assertSchema("refusal", BareClient.text(answer));
    assertThat(BareClient.text(answer)).contains("\"status\":\"" + code + "\"");
  }

  private static CallContext staff() {
    return CallContext.builder()
        .operatorId("staff-1")
        .role(OperatorRole.CLERK)
        .purpose("trial")
        .build();
  }

  @Test
  void interface_withoutAPath_isRefusedByName() {
    List<WebRequest> before = web.requests();

    assertThatThrownBy(
            () ->
                shikaku
                    .onBehalfOf(staff())
                    .raw()
                    .send(InterfaceId.of("OQS-IF-003"), "{}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(ProvisionalLayoutException.class)
        .hasMessageContaining("OQS-IF-003");
    assertThat(web.requests()).as("nothing went out").isEqualTo(before);
  }

  @Test
  void relayServer_withAPathAndTwoNames_isAskedThere() {
    try (WebApiSimulator relay =
            WebApiSimulator.builder()
                .paths(
                    "/relay/login" + LOGIN_PATH,
                    "/relay/ask" + "/oqs-api-pro/MSA01030/ILI01030SV01/search")
                .start();
        Shikaku client =
            Clinic.of(relay)
                .open(
                    way ->
                        way.loginAt(relay.uri().resolve("/relay/login"))
                            .inquiriesAt(
                                URI.create("https://127.0.0.1:" + relay.port() + "/relay/ask")),
                    settings -> {})) {
      assertThat(client.qualifications().lookup(Desk.query("valid")).isConfirmedValid()).isTrue();
      assertThat(relay.requests(WebStep.LOGIN))
          .singleElement()
          .satisfies(
              request -> assertThat(request.header("Host")).hasValue("localhost:" + relay.port()));
      assertThat(relay.requests(WebStep.INQUIRY))
          .singleElement()
          .satisfies(
              request -> assertThat(request.header("Host")).hasValue("127.0.0.1:" + relay.port()));
    }
  }

  @Test
  void definitions_ofTheVendor_serveClientAndSimulator(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("own.json");
    Files.writeString(
        file,
        """
        {"format":1,
         "web":{"loginPath":{"value":"/own/login","evidence":"CONFIRMED","source":"own"},
                "contentType":{"value":"application/json;charset=UTF-8","evidence":"CONFIRMED","source":"own"},
                "loginBody":{"value":{"ID":"{user}","PW":"{password}","KIKAN":"{institution}","V":"1"},
                             "evidence":"CONFIRMED","source":"own"},
                "tokenHeader":{"value":"X-Own-Token","evidence":"CONFIRMED","source":"own"},
                "tokenField":{"value":"data/token","evidence":"CONFIRMED","source":"own"}},
         "interfaces":[{"id":"OQS-IF-001","facets":{"webPath":
                {"value":"/own/ask","evidence":"CONFIRMED","source":"own"}}}]}
        """);
    try (WebApiSimulator own = WebApiSimulator.builder().definitions(file).keepBodies().start();
        Shikaku client =
            Clinic.of(own)
                .open(
                    way -> {},
                    settings -> settings.definitions(Catalogue.standard().overriddenBy(file)))) {
      assertThat(client.qualifications().lookup(Desk.query("valid")).isConfirmedValid()).isTrue();
      assertThat(own.requests(WebStep.LOGIN).get(0).body())
          .isEqualTo(
              "{\"ID\":\"shikaku\",\"PW\":\"shikaku-simulator\",\"KIKAN\":\"1319999991\",\"V\":\"1\"}");
      assertThat(own.requests(WebStep.INQUIRY).get(0).header("X-Own-Token")).isPresent();
      assertThat(own.requests(WebStep.INQUIRY).get(0).header("Authorization")).isEmpty();
    }
  }

  private static QualificationQuery query(ScenarioQuery asked) {
    return builder(asked).build();
  }

  private static QualificationQuery.Builder builder(ScenarioQuery asked) {
    QualificationQuery.Builder query =
        QualificationQuery.builder()
            .insurerNumber(asked.insurerNumber())
            .number(asked.number())
            .birthdate(asked.birthdate())
            .confirmationDate(DAY);
    if (asked.symbol() != null) {
      query.symbol(asked.symbol());
    }
    if (asked.branch() != null) {
      query.branch(asked.branch());
    }
    return query;
  }
}
