package io.github.shikaku.testkit;

import static io.github.shikaku.testkit.BareClient.LOGIN;
import static io.github.shikaku.testkit.BareClient.SEARCH;
import static io.github.shikaku.testkit.BareClient.text;
import static io.github.shikaku.testkit.JsonRequests.request;
import static io.github.shikaku.testkit.Requests.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.shikaku.model.MedicalInstitutionCode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WebApiSimulatorTest {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final Instant NOW = DAY.atTime(LocalTime.of(9, 30)).atZone(TOKYO).toInstant();
  private static final ScenarioCatalogue CATALOGUE = ScenarioCatalogue.standard();
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final TestCertificates CERTIFICATES = TestCertificates.generate();
  private static volatile Instant time = NOW;

  private static @Nullable WebApiSimulator shared;
  private static @Nullable BareClient bare;

  private static WebApiSimulator.Builder simulator() {
    return WebApiSimulator.builder()
        .certificates(CERTIFICATES)
        .clock(new MovableClock())
        .pace(Duration.ofMillis(10))
        .lateness(Duration.ofMillis(50));
  }

  @BeforeAll
  static void start() {
    shared = simulator().keepBodies().start();
    bare = BareClient.of(shared);
  }

  @AfterAll
  static void stop() {
    shared().close();
  }

  @BeforeEach
  void healthy() {
    shared().heal();
    time = NOW;
  }

  private static WebApiSimulator shared() {
    if (shared == null) {
      throw new IllegalStateException("not started");
    }
    return shared;
  }

  private static BareClient client() {
    if (bare == null) {
      throw new IllegalStateException("not started");
    }
    return bare;
  }

  private static HttpResponse<byte[]> asking(String id) throws Exception {
    BareClient client = client();
    return client.ask(client.token(), request(CATALOGUE.byId(id).query(DAY)));
  }

  private static JsonNode answered(String id) throws Exception {
    HttpResponse<byte[]> response = asking(id);
    assertThat(response.statusCode()).isEqualTo(200);
    return MAPPER.readTree(response.body()).path("XmlMsg");
  }

  @Test
  void valid_requestByHand_isAnsweredInFull() throws Exception {
    HttpResponse<byte[]> response = asking("valid");
    JsonNode message = MAPPER.readTree(response.body()).path("XmlMsg");
    JsonNode header = message.path("MessageHeader");
    JsonNode body = message.path("MessageBody");

    assertThat(response.headers().firstValue("Content-Type"))
        .hasValue("application/json;charset=UTF-8");
    assertThat(header.path("ProcessExecutionTime").asText()).isEqualTo("20261120093000");
    assertThat(header.path("QualificationConfirmationDate").asText()).isEqualTo("20261120");
    assertThat(header.path("MedicalInstitutionCode").asText()).isEqualTo("1319999991");
    assertThat(header.path("ArbitraryFileIdentifier").asText()).isEqualTo("BY-HAND-1");
    assertThat(header.path("SegmentOfResult").asText()).isEqualTo("1");
    assertThat(header.path("CharacterCodeIdentifier").asText()).isEqualTo("0");
    assertThat(body.path("QualificationValidity").asText()).isEqualTo("1");
    assertThat(body.path("QualificationConfirmSearchInfo").path("InsurerNumber").asText())
        .isEqualTo("06139992");
    assertThat(body.path("ResultList").isArray()).isTrue();
    assertThat(body.path("ResultList")).hasSize(1);
    JsonNode record = body.path("ResultList").path(0).path("ResultOfQualificationConfirmation");
    assertThat(record.path("Birthdate").asText()).isEqualTo("19700101");
    assertThat(record.path("Name").asText()).contains("　");
  }

  @Test
  void scalars_ofEveryAnswer_areStrings() throws Exception {
    for (String id : new String[] {"valid", "latter-stage", "public-assistance", "several"}) {
      assertThat(onlyStrings(answered(id))).as(id).isTrue();
    }
  }

  private static boolean onlyStrings(JsonNode node) {
    if (node.isValueNode()) {
      return node.isTextual();
    }
    for (Iterator<JsonNode> children = node.elements(); children.hasNext(); ) {
      if (!onlyStrings(children.next())) {
        return false;
      }
    }
    return true;
  }

  @ParameterizedTest
  @CsvSource({"several, 2", "none, 0", "public-assistance, 1"})
  void resultList_ofAScenario_hasOneObjectPerQualification(String id, int results)
      throws Exception {
    assertThat(answered(id).path("MessageBody").path("ResultList")).hasSize(results);
  }

  @Test
  void medicalTickets_areAnArrayToo() throws Exception {
    JsonNode record =
        answered("public-assistance")
            .path("MessageBody")
            .path("ResultList")
            .path(0)
            .path("ResultOfQualificationConfirmation");

    assertThat(record.path("PublicExpenseResultList").isArray()).isTrue();
    assertThat(record.path("PublicExpenseResultList").path(0).has("MedicalTicketInfo")).isTrue();
  }

  @Test
  void listsAsObjects_oneResult_isNoArray() throws Exception {
    try (WebApiSimulator simulator = simulator().listsAsObjects().start()) {
      BareClient client = BareClient.of(simulator);
      String token = client.token();
      JsonNode one = MAPPER.readTree(client.ask(token, request(query("valid"))).body());
      JsonNode two = MAPPER.readTree(client.ask(token, request(query("several"))).body());

      assertThat(one.at("/XmlMsg/MessageBody/ResultList").isObject()).isTrue();
      assertThat(two.at("/XmlMsg/MessageBody/ResultList").isArray()).isTrue();
    }
  }

  private static ScenarioQuery query(String id) {
    return CATALOGUE.byId(id).query(DAY);
  }

  @ParameterizedTest
  @CsvSource({"rejected, 400, SIM-L100", "not-taken, 503, SIM-W503"})
  void scenarios_withoutAnAnswer_areRefused(String id, int status, String code) throws Exception {
    HttpResponse<byte[]> response = asking(id);

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(MAPPER.readTree(response.body()).path("status").asText()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"late", "twice", "pieces", "empty-first", "random-order", "utf-8"})
  void scenarios_ofDelivery_bringTheWholeAnswer(String id) throws Exception {
    assertThat(answered(id).path("MessageBody").path("QualificationValidity").asText())
        .isEqualTo("1");
  }

  @Test
  void shiftJis_isDeclaredAndWritten() throws Exception {
    HttpResponse<byte[]> response = asking("shift-jis");

    assertThat(response.headers().firstValue("Content-Type"))
        .hasValue("application/json;charset=Shift_JIS");
    JsonNode message = MAPPER.readTree(new String(response.body(), Requests.WINDOWS_31J));
    assertThat(message.at("/XmlMsg/MessageHeader/CharacterCodeIdentifier").asText()).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource({"truncated", "malformed", "bomb", "encrypted"})
  void damaged_isNoJson(String id) throws Exception {
    HttpResponse<byte[]> response = asking(id);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThatThrownBy(() -> MAPPER.readTree(response.body())).isInstanceOf(IOException.class);
  }

  @Test
  void duplicate_hasTheNameTwice() throws Exception {
    assertThat(text(asking("duplicate")).split("\"Name\":", -1)).hasSize(3);
  }

  @Test
  void unknownElements_standAtEveryLevel() throws Exception {
    JsonNode message = answered("unknown-elements");

    assertThat(message.at("/MessageHeader/SimHeaderItem").asText()).isEqualTo("H1");
    assertThat(message.at("/MessageBody/SimBodyItem").asText()).isEqualTo("B1");
    assertThat(message.at("/MessageBody/ResultList/1/SimListItem").asText()).isEqualTo("L1");
    assertThat(
            message
                .at(
                    "/MessageBody/ResultList/0/ResultOfQualificationConfirmation/SimGroup/SimGroupItem")
                .toString())
        .isEqualTo("[\"G1\",\"G2\"]");
  }

  static Stream<String> wrongRequests() {
    String right = request(query("valid"));
    return Stream.of(
        right.replace("\"Birthdate\"", "\"Sim\":\"1\",\"Birthdate\""),
        right.replace("\"Birthdate\":\"19700101\"", "\"Birthdate\":19700101"),
        right.replace("\"Birthdate\":\"19700101\"", "\"Birthdate\":null"),
        right.replace("\"Birthdate\":\"19700101\"", "\"Birthdate\":\"19700132\""),
        right.replace("\"InsurerNumber\"", "\"InsurerNumber\":\"06139992\",\"InsurerNumber\""),
        right.replace("\"06139992\"", "\"6139992\""),
        right.replace("\"MessageHeader\":{", "\"MessageHeader\":[{").replace("\"},", "\"}],"),
        right.replace("{\"XmlMsg\":", "{\"Message\":"),
        right + "{}",
        "",
        "[]",
        "{}",
        right.substring(0, right.length() / 2));
  }

  @ParameterizedTest
  @MethodSource("wrongRequests")
  void inquiry_notAsPrescribed_isRefusedWith400(String body) throws Exception {
    BareClient client = client();
    HttpResponse<byte[]> response = client.ask(client.token(), body);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(MAPPER.readTree(response.body()).path("status").asText()).startsWith("SIM-L00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"userId\":\"shikaku\",\"password\":\"wrong\"} | 401",
        "{\"userId\":\"nobody\",\"password\":\"x\"} | 401",
        "{\"userId\":\"shikaku\"} | 400",
        "{\"userId\":\"shikaku\",\"password\":\"shikaku-simulator\",\"more\":\"x\"} | 400",
        "{\"userId\":\"shikaku\",\"password\":1} | 400",
        "nonsense | 400"
      })
  void login_wrong_isRefused(String body, int status) throws Exception {
    assertThat(client().postJson(LOGIN, body).statusCode()).isEqualTo(status);
  }

  @Test
  void requests_notAsPrescribed_areRefused() throws Exception {
    BareClient client = client();

    assertThat(client.post(LOGIN, "{}").statusCode()).isEqualTo(415);
    assertThat(client.post(SEARCH, "{}", "Content-Type", "application/json").statusCode())
        .isEqualTo(415);
    assertThat(client.get(LOGIN).statusCode()).isEqualTo(405);
    assertThat(client.postJson("/oqs-api-pro/other", "{}").statusCode()).isEqualTo(404);
    assertThat(client.ask("not-a-token", request(query("valid"))).statusCode()).isEqualTo(401);
    assertThat(client.postJson(SEARCH, request(query("valid"))).statusCode()).isEqualTo(401);
    assertThat(client.ask("Bearer " + client.token(), request(query("valid"))).statusCode())
        .isEqualTo(401);
  }

  @Test
  void mark_isAnswered() throws Exception {
    HttpResponse<byte[]> response = client().get("/.shikaku-simulator");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Shikaku-Simulator")).hasValue("true");
    assertThat(MAPPER.readTree(response.body()).path("started").asText())
        .isEqualTo("2026-11-20T00:30:00Z");
  }

  @Test
  void token_afterItsLifetime_isWorthNothing() throws Exception {
    BareClient client = client();
    String token = client.token();
    assertThat(client.ask(token, request(query("valid"))).statusCode()).isEqualTo(200);

    time = NOW.plus(Duration.ofHours(1));

    assertThat(client.ask(token, request(query("valid"))).statusCode()).isEqualTo(401);
  }

  @Test
  void token_ofAnotherCertificate_isRefused() throws Exception {
    BareClient a = new BareClient(shared(), CERTIFICATES.client("A"));
    BareClient b = new BareClient(shared(), CERTIFICATES.client("B"));

    assertThat(b.ask(a.token(), request(query("valid"))).statusCode()).isEqualTo(403);
    assertThat(shared().requests(WebStep.INQUIRY))
        .last()
        .satisfies(request -> assertThat(request.certificate()).isEqualTo("B"));
  }

  @Test
  void requests_areWrittenDownWithoutShowingThem() throws Exception {
    asking("valid");
    WebRequest last = shared().requests().get(shared().requests().size() - 1);

    assertThat(last.step()).isEqualTo(WebStep.INQUIRY);
    assertThat(last.institution()).isEqualTo("1319999991");
    assertThat(last.certificate()).isEqualTo("見本クリニック");
    assertThat(last.status()).isEqualTo(200);
    assertThat(last.processed()).isTrue();
    assertThat(last.body()).contains("5678910");
    assertThat(last.toString()).doesNotContain("5678910");
    assertThat(last.header("Content-Type")).hasValue("application/json;charset=UTF-8");
  }

  @Test
  void clients_withoutRightCertificate_areTurnedAwayAtTheDoor() {
    for (TestIdentity identity :
        new @Nullable TestIdentity[] {
          null, CERTIFICATES.expiredClient("見本"), TestCertificates.generate().client("見本")
        }) {
      assertThatThrownBy(() -> new BareClient(shared(), identity).get("/.shikaku-simulator"))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void certificateAtLoginOnly_clientWithoutOne_isRefusedAtLogin() throws Exception {
    try (WebApiSimulator simulator = simulator().certificateAtLoginOnly().start()) {
      BareClient none = new BareClient(simulator, null);
      String token = BareClient.of(simulator).token();

      assertThat(none.login().statusCode()).isEqualTo(403);
      assertThat(none.ask(token, request(query("valid"))).statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource({"expired", "wrongHost", "untrusted"})
  void server_withAWrongCertificate_isNotBelieved(String kind) {
    TestIdentity shown =
        switch (kind) {
          case "expired" -> CERTIFICATES.expiredServer();
          case "wrongHost" -> CERTIFICATES.wrongHost();
          default -> TestCertificates.generate().server();
        };
    try (WebApiSimulator simulator = simulator().showing(shown).start()) {
      assertThatThrownBy(() -> BareClient.of(simulator).get("/.shikaku-simulator"))
          .isInstanceOf(SSLHandshakeException.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TLSv1.3, TLS_AES_256_GCM_SHA384",
    "TLSv1.2, TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256"
  })
  void protocols_chosen_areTheOnlyOnes(String protocol, String suite) throws Exception {
    try (WebApiSimulator simulator = simulator().protocols(protocol).cipherSuites(suite).start()) {
      HttpResponse<byte[]> response = BareClient.of(simulator).get("/.shikaku-simulator");

      assertThat(response.sslSession().orElseThrow().getProtocol()).isEqualTo(protocol);
      assertThat(response.sslSession().orElseThrow().getCipherSuite()).isEqualTo(suite);
    }
  }

  @Test
  void institution_another_getsASystemError() throws Exception {
    try (WebApiSimulator simulator =
        simulator().institution(MedicalInstitutionCode.of("1319999983")).start()) {
      BareClient client = BareClient.of(simulator);
      JsonNode answer = MAPPER.readTree(client.ask(client.token(), request(query("valid"))).body());

      assertThat(answer.at("/XmlMsg/MessageHeader/SegmentOfResult").asText()).isEqualTo("9");
      assertThat(answer.at("/XmlMsg/MessageHeader/ErrorCode").asText()).isEqualTo("SIM-S002");
    }
  }

  @Test
  void otherNames_areTheOnlyOnes() throws Exception {
    try (WebApiSimulator simulator =
        simulator()
            .paths("/login", "/ask")
            .loginBody(
                Map.of("id", "{user}", "pw", "{password}", "kind", "1", "by", "{institution}"))
            .tokenHeader("X-Token")
            .account("u", "p")
            .opaqueTokens()
            .start()) {
      BareClient client = BareClient.of(simulator);
      String login =
          text(
              client.postJson(
                  "/login", "{\"id\":\"u\",\"pw\":\"p\",\"kind\":\"1\",\"by\":\"1319999991\"}"));
      String token = MAPPER.readTree(login).at("/result/idToken").asText();

      assertThat(token).doesNotContain(".");
      assertThat(client.postJson("/ask", request(query("valid")), "X-Token", token).statusCode())
          .isEqualTo(200);
      assertThat(client.login().statusCode()).isEqualTo(404);
    }
  }

  @Test
  void definitions_ofAVendor_correctNamesAndPaths(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("own.json");
    Files.writeString(
        file,
        """
        {"format":1,
         "web":{"loginPath":{"value":"/own/login","evidence":"CONFIRMED","source":"own"},
                "loginBody":{"value":{"ID":"{user}","PW":"{password}"},"evidence":"CONFIRMED","source":"own"},
                "tokenHeader":{"value":"X-Own","evidence":"CONFIRMED","source":"own"},
                "tokenField":{"value":"data/token","evidence":"CONFIRMED","source":"own"}},
         "interfaces":[{"id":"OQS-IF-001","facets":{"webPath":
                {"value":"/own/ask","evidence":"CONFIRMED","source":"own"}}}]}
        """);
    try (WebApiSimulator simulator = simulator().definitions(file).start()) {
      BareClient client = BareClient.of(simulator);
      String login =
          text(client.postJson("/own/login", "{\"ID\":\"shikaku\",\"PW\":\"shikaku-simulator\"}"));
      String token = MAPPER.readTree(login).at("/data/token").asText();

      assertThat(client.postJson("/own/ask", request(query("valid")), "X-Own", token).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void faults_areDueOnceEach() throws Exception {
    BareClient client = client();
    String token = client.token();
    shared()
        .failNext(
            WebStep.INQUIRY,
            WebFault.status(503).withHeader("Retry-After", "2"),
            WebFault.html(),
            WebFault.emptyBody());
    String body = request(query("valid"));

    HttpResponse<byte[]> first = client.ask(token, body);
    assertThat(first.statusCode()).isEqualTo(503);
    assertThat(first.headers().firstValue("Retry-After")).hasValue("2");
    HttpResponse<byte[]> second = client.ask(token, body);
    assertThat(second.headers().allValues("Content-Type"))
        .containsExactly("text/html;charset=UTF-8");
    assertThat(client.ask(token, body).body()).isEmpty();
    assertThat(text(client.ask(token, body))).contains("5678910");
  }

  static Stream<WebFault> spoilt() {
    return Stream.of(WebFault.truncatedJson(), WebFault.compressed(), WebFault.wrongCharset());
  }

  @ParameterizedTest
  @MethodSource("spoilt")
  void body_spoilt_isNoJsonInUtf8(WebFault fault) throws Exception {
    BareClient client = client();
    String token = client.token();
    shared().failNext(WebStep.INQUIRY, fault);

    byte[] body = client.ask(token, request(query("valid"))).body();

    assertThatThrownBy(
            () ->
                MAPPER.readTree(
                    StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(java.nio.ByteBuffer.wrap(body))
                        .toString()))
        .isInstanceOf(IOException.class);
  }

  @Test
  void body_large_isThatLarge() throws Exception {
    BareClient client = client();
    String token = client.token();
    shared().failNext(WebStep.INQUIRY, WebFault.large(20_000_000), WebFault.duplicateKeys());
    String body = request(query("valid"));

    assertThat(client.ask(token, body).body()).hasSizeGreaterThan(20_000_000);
    assertThat(text(client.ask(token, body))).startsWith("{\"XmlMsg\":\"\",\"XmlMsg\":{");
  }

  static Stream<WebFault> broken() {
    return Stream.of(WebFault.reset(), WebFault.closed(), WebFault.resetInTheMiddle());
  }

  @ParameterizedTest
  @MethodSource("broken")
  void connection_broken_bringsNoAnswer(WebFault fault) throws Exception {
    BareClient client = client();
    String token = client.token();
    shared().failAlways(WebStep.INQUIRY, fault);

    assertThatThrownBy(() -> client.ask(token, request(query("valid"))))
        .isInstanceOf(IOException.class);

    shared().heal();
    assertThat(client.ask(token, request(query("valid"))).statusCode()).isEqualTo(200);
  }

  @Test
  void connection_closedAfterwards_bringsTheAnswerFirst() throws Exception {
    BareClient client = client();
    String token = client.token();
    shared().failNext(WebStep.INQUIRY, WebFault.closedAfterwards());

    assertThat(client.ask(token, request(query("valid"))).statusCode()).isEqualTo(200);
    // Not on the old connection: it may be used before it is seen to be closed.
    BareClient other = BareClient.of(shared());
    assertThat(other.ask(other.token(), request(query("valid"))).statusCode()).isEqualTo(200);
  }

  @Test
  void pause_refusesAndResumeAnswersAtTheSameAddress() throws Exception {
    try (WebApiSimulator simulator = simulator().start()) {
      BareClient client = BareClient.of(simulator);
      String token = client.token();

      simulator.pause();
      assertThatThrownBy(() -> client.login()).isInstanceOf(ConnectException.class);
      simulator.resume();

      assertThat(client.ask(token, request(query("valid"))).statusCode()).isEqualTo(200);
      assertThat(simulator.processed(WebStep.INQUIRY)).isEqualTo(1);
      assertThat(simulator.processed(WebStep.LOGIN)).isEqualTo(1);
    }
  }

  @Test
  void port_taken_isSaid() {
    assertThatThrownBy(() -> simulator().port(shared().port()).start())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(String.valueOf(shared().port()));
  }

  @Test
  void certificates_inAFolder_areTheSameAfterwards(@TempDir Path folder) throws Exception {
    TestCertificates first = TestCertificates.in(folder);
    TestCertificates second = TestCertificates.in(folder);
    Path chain = folder.resolve("chain.pem");
    second.client("見本").writePem(chain, folder.resolve("key.pem"));
    second.writeAuthority(folder.resolve("ca.pem"));

    assertThat(second.authority()).isEqualTo(first.authority());
    assertThat(Files.readString(chain)).startsWith("-----BEGIN CERTIFICATE-----\n");
    assertThat(Files.readString(folder.resolve("key.pem")))
        .startsWith("-----BEGIN PRIVATE KEY-----\n");
    try (WebApiSimulator simulator = simulator().certificates(first).start()) {
      assertThat(new BareClient(simulator, second.rsaClient("RSA")).login().statusCode())
          .isEqualTo(200);
    }
  }

  /** Shows what the test says. */
  private static final class MovableClock extends Clock {
    @Override
    public ZoneId getZone() {
      return TOKYO;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return time;
    }
  }
}
