package io.github.shikaku.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.shikaku.testkit.Script.Delivery;
import io.github.shikaku.testkit.message.AnswerTree;
import io.github.shikaku.testkit.message.Damage;
import io.github.shikaku.testkit.message.JsonText;
import io.github.shikaku.testkit.message.ReceivedQuery;
import io.github.shikaku.testkit.message.TextEncoding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The scenario catalogue as stub mappings of WireMock, for those who test in another language: any
 * WireMock 3 loads them, nothing of this library is needed then.
 *
 * <p>The files under {@code META-INF/shikaku/wiremock/mappings} of this library's jar were made
 * with it. They do not check requests as {@link WebApiSimulator} does, know one token, and show
 * people as they are on one day.
 */
public final class WebStubMappings {
  /** The token that a login brings and an inquiry needs. */
  public static final String TOKEN = "shikaku-stub-token";

  private static final WebNames NAMES = WebNames.observed();
  private static final String JSON_TYPE = "application/json;charset=UTF-8";
  private static final String HEADER = "$.XmlMsg.MessageHeader";
  private static final String SEARCH = "$.XmlMsg.MessageBody.QualificationConfirmSearchInfo";
  private static final String ECHO = "QualificationConfirmSearchInfo";
  private static final String MARK_OF_OPTIONAL = "SimOptional";
  private static final int SILENCE_MILLIS = 600_000;
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final ObjectWriter PRETTY =
      MAPPER.writer().with(SerializationFeature.INDENT_OUTPUT);

  private final LocalDate day;
  private final ScenarioCatalogue catalogue = ScenarioCatalogue.standard();
  private final JsonText json = new JsonText(false);
  private final Answers answers;

  private WebStubMappings(LocalDate day) {
    this.day = day;
    Instant noon = day.atTime(3, 0).toInstant(ZoneOffset.UTC);
    this.answers =
        new Answers(
            new Answers.Rules(
                catalogue, AnswerEncoding.UTF_8, Clock.fixed(noon, ZoneOffset.UTC), null, false),
            json);
  }

  /**
   * Writes the mappings into a folder, which becomes the {@code mappings} folder of a WireMock.
   *
   * @param folder where to, made when it is missing
   * @param day the day on which people are shown
   * @throws IOException when the folder cannot be written
   */
  public static void write(Path folder, LocalDate day) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, String> file : files(day).entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
  }

  /** The mappings by file name. */
  static Map<String, String> files(LocalDate day) {
    WebStubMappings mappings = new WebStubMappings(day);
    Map<String, String> files = new LinkedHashMap<>();
    files.put("login.json", text(mappings.login()));
    files.put("mark.json", text(mappings.mark()));
    files.put("others.json", text(mappings.others()));
    for (Scenario scenario : mappings.catalogue.scenarios()) {
      files.put("scenario-" + scenario.id() + ".json", text(mappings.scenario(scenario)));
    }
    return files;
  }

  private static String text(ObjectNode mapping) {
    try {
      return PRETTY.writeValueAsString(mapping).replace("\r\n", "\n") + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a mapping could not be written", e);
    }
  }

  private static ObjectNode several(ObjectNode... mappings) {
    ObjectNode all = MAPPER.createObjectNode();
    ArrayNode array = all.putArray("mappings");
    for (ObjectNode mapping : mappings) {
      array.add(mapping);
    }
    return all;
  }

  private ObjectNode login() {
    ObjectNode right = post("login", 1, NAMES.loginPath());
    request(right)
        .putArray("bodyPatterns")
        .addObject()
        .put(
            "equalToJson",
            NAMES.login(WebApiSimulator.SAMPLE_USER, WebApiSimulator.SAMPLE_PASSWORD));
    answer(right, 200).put("body", NAMES.loggedIn(WebApiSimulator.SAMPLE_USER, TOKEN));
    ObjectNode wrong = post("login refused", 10, NAMES.loginPath());
    refuse(wrong, 401, "SIM-A001", "【模擬】利用者IDまたはパスワードが誤っています");
    return several(right, wrong);
  }

  private ObjectNode mark() {
    ObjectNode mark = mapping("mark", 1);
    request(mark).put("method", "GET").put("urlPath", "/" + SimulatorMark.NAME);
    ObjectNode response = answer(mark, 200);
    ((ObjectNode) response.get("headers")).put("Shikaku-Simulator", "true");
    response.put("body", "{}");
    return mark;
  }

  private ObjectNode others() {
    ObjectNode unknown = post("any other number", 8, NAMES.lookupPath());
    withToken(unknown);
    ReceivedQuery nobody = query(catalogue.byId("none").query(day), "0000000", false);
    templated(answer(unknown, 200), nobody, Damage.NONE);
    ObjectNode refused = post("no token", 10, NAMES.lookupPath());
    refuse(refused, 401, "SIM-A003", "【模擬】トークンが無いか、有効ではありません");
    return several(unknown, refused);
  }

  private ObjectNode scenario(Scenario scenario) {
    ObjectNode with = inquiry(scenario, true, 4);
    ObjectNode without = inquiry(scenario, false, 5);
    if (with.get("response").equals(without.get("response"))) {
      return without;
    }
    ((ArrayNode) request(with).get("bodyPatterns"))
        .addObject()
        .putObject("matchesJsonPath")
        .put("expression", SEARCH + ".LimitApplicationCertificateRelatedConsFlg")
        .put("equalTo", "1");
    return several(with, without);
  }

  private ObjectNode inquiry(Scenario scenario, boolean consent, int priority) {
    ObjectNode mapping =
        post(scenario.id() + (consent ? " with consent" : ""), priority, NAMES.lookupPath());
    withToken(mapping);
    request(mapping)
        .putArray("bodyPatterns")
        .addObject()
        .putObject("matchesJsonPath")
        .put("expression", SEARCH + ".InsuredIdentificationNumber")
        .put("equalTo", scenario.number());
    Script script = scenario.script();
    if (script.delivery() == Delivery.REJECTED) {
      refuse(mapping, 400, "SIM-L100", "【模擬】要求を受け付けられません");
    } else if (script.delivery() == Delivery.NOT_TAKEN) {
      refuse(mapping, 503, "SIM-W503", "【模擬】要求を受け取れません");
    } else {
      ReceivedQuery query = query(scenario.query(day), scenario.number(), consent);
      ObjectNode response = answer(mapping, 200);
      delivered(response, script.delivery());
      if (script.encoding() == TextEncoding.SHIFT_JIS || script.damage() == Damage.SCRAMBLED) {
        fixed(response, query);
      } else {
        templated(response, query, script.damage());
      }
    }
    return mapping;
  }

  private static void delivered(ObjectNode response, Delivery how) {
    switch (how) {
      case LATE -> response.put("fixedDelayMilliseconds", 30_000);
      case SILENT -> response.put("fixedDelayMilliseconds", SILENCE_MILLIS);
      case EMPTY_FIRST -> response.put("fixedDelayMilliseconds", 300);
      case IN_PIECES ->
          response
              .putObject("chunkedDribbleDelay")
              .put("numberOfChunks", 8)
              .put("totalDuration", 480);
      case ONCE, TWICE, NOT_TAKEN, REJECTED -> {}
    }
  }

  /** Bytes that no template can stand in. */
  private void fixed(ObjectNode response, ReceivedQuery query) {
    ((ObjectNode) response.get("headers"))
        .put("Content-Type", "application/json;charset=" + answers.encoding(query).declared());
    response.put("base64Body", Base64.getEncoder().encodeToString(answers.answer(query)));
  }

  private void templated(ObjectNode response, ReceivedQuery query, Damage damage) {
    AnswerTree tree = answers.tree(query);
    tree.setBelow(
        "MessageHeader",
        "ProcessExecutionTime",
        "{{now timezone='Asia/Tokyo' format='yyyyMMddHHmmss'}}");
    tree.setBelow(
        "MessageHeader",
        "QualificationConfirmationDate",
        path(HEADER, "QualificationConfirmationDate"));
    if (!tree.textBelow("MessageHeader", "MedicalInstitutionCode")
        .equals(ScenarioCatalogue.OTHER_INSTITUTION)) {
      tree.setBelow(
          "MessageHeader", "MedicalInstitutionCode", path(HEADER, "MedicalInstitutionCode"));
    }
    if (tree.textBelow("MessageHeader", "ArbitraryFileIdentifier").isEmpty()) {
      tree.prepend("MessageHeader", AnswerTree.leaf(MARK_OF_OPTIONAL + "File", ""));
    }
    for (String name :
        new String[] {
          "InsurerNumber",
          "InsuredIdentificationNumber",
          "Birthdate",
          "LimitApplicationCertificateRelatedConsFlg"
        }) {
      tree.setBelow(ECHO, name, path(SEARCH, name));
    }
    for (String name :
        new String[] {"InsuredCardSymbol", "InsuredBranchNumber", "ArbitraryIdentifier"}) {
      tree.removeBelow(ECHO, name);
      tree.prepend(ECHO, AnswerTree.leaf(MARK_OF_OPTIONAL + name, ""));
    }
    tree.setBelow(
        "ResultOfQualificationConfirmation",
        "SimulatorFiller",
        "{{#each (range 1 10240)}}" + "x".repeat(1024) + "{{/each}}");
    String text = new String(json.write(tree, damage, TextEncoding.UTF_8), StandardCharsets.UTF_8);
    response.put("body", text(text));
    response.putArray("transformers").add("response-template");
  }

  /** Turns the marks of what a request may leave out into conditions. */
  private static String text(String json) {
    String text = optional(json, "File", HEADER, "ArbitraryFileIdentifier");
    for (String name :
        new String[] {"InsuredCardSymbol", "InsuredBranchNumber", "ArbitraryIdentifier"}) {
      text = optional(text, name, SEARCH, name);
    }
    String open = "[".repeat(JsonText.DEPTH_OF_NESTING);
    String shut = "]".repeat(JsonText.DEPTH_OF_NESTING);
    String range = "{{#each (range 1 " + JsonText.DEPTH_OF_NESTING + ")}}";
    return text.replace(open, range + "[{{/each}}").replace(shut, range + "]{{/each}}");
  }

  private static String optional(String json, String mark, String parent, String name) {
    String value = "jsonPath request.body '" + parent + "." + name + "'";
    return json.replace(
        "\"" + MARK_OF_OPTIONAL + mark + "\":\"\",",
        // The space keeps the brace before it from opening another kind of template.
        " {{#if (" + value + ")}}\"" + name + "\":\"{{" + value + "}}\",{{/if}}");
  }

  private static String path(String parent, String name) {
    return "{{jsonPath request.body '" + parent + "." + name + "'}}";
  }

  private ReceivedQuery query(ScenarioQuery q, String number, boolean consent) {
    return new ReceivedQuery(
        TextEncoding.UTF_8,
        day,
        "1319999991",
        null,
        "0".repeat(8 - q.insurerNumber().length()) + q.insurerNumber(),
        q.symbol(),
        number,
        q.branch(),
        q.birthdate(),
        consent,
        null);
  }

  private static ObjectNode mapping(String name, int priority) {
    ObjectNode mapping = MAPPER.createObjectNode();
    String full = "shikaku " + name;
    mapping.put("id", UUID.nameUUIDFromBytes(full.getBytes(StandardCharsets.UTF_8)).toString());
    mapping.put("name", full);
    mapping.put("priority", priority);
    mapping.putObject("request");
    return mapping;
  }

  private static ObjectNode post(String name, int priority, String path) {
    ObjectNode mapping = mapping(name, priority);
    request(mapping).put("method", "POST").put("urlPath", path);
    header(mapping, "Content-Type", "matches", "(?i)application/json\\s*;\\s*charset=utf-8");
    return mapping;
  }

  private static ObjectNode request(ObjectNode mapping) {
    return (ObjectNode) mapping.get("request");
  }

  private static void withToken(ObjectNode mapping) {
    header(mapping, NAMES.tokenHeader(), "equalTo", TOKEN);
  }

  private static void header(ObjectNode mapping, String name, String how, String value) {
    request(mapping).withObject("/headers").putObject(name).put(how, value);
  }

  private static ObjectNode answer(ObjectNode mapping, int status) {
    ObjectNode response = mapping.putObject("response");
    response.put("status", status);
    response.putObject("headers").put("Content-Type", JSON_TYPE);
    return response;
  }

  private static void refuse(ObjectNode mapping, int status, String code, String message) {
    answer(mapping, status)
        .put(
            "body",
            new String(WebAnswer.refused(status, code, message).body(), StandardCharsets.UTF_8));
  }
}
