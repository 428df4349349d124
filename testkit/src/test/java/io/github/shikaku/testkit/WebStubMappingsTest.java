package io.github.shikaku.testkit;

import static io.github.shikaku.testkit.JsonRequests.request;
import static io.github.shikaku.testkit.Requests.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The published files are what the catalogue says, and a plain WireMock answers with them as the
 * simulator does. {@code -Dshikaku.docs.write=true} writes them anew.
 */
class WebStubMappingsTest {
  private static final Path FOLDER =
      Path.of("src", "main", "resources", "META-INF", "shikaku", "wiremock", "mappings");
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static final Instant NOON = DAY.atTime(3, 0).toInstant(ZoneOffset.UTC);

  private static @Nullable WireMockServer plain;
  private static @Nullable WebApiSimulator simulator;
  private static @Nullable BareClient bare;
  private static String token = "";

  @BeforeAll
  static void start() throws Exception {
    if (Boolean.getBoolean("shikaku.docs.write")) {
      WebStubMappings.write(FOLDER, DAY);
    }
    plain =
        new WireMockServer(
            WireMockConfiguration.options()
                .dynamicPort()
                .usingFilesUnderClasspath("META-INF/shikaku/wiremock"));
    plain.start();
    simulator =
        WebApiSimulator.builder()
            .clock(Clock.fixed(NOON, ZoneOffset.UTC))
            .pace(Duration.ofMillis(1))
            .start();
    bare = BareClient.of(simulator);
    token = bare.token();
  }

  @AfterAll
  static void stop() {
    if (plain != null) {
      plain.stop();
    }
    if (simulator != null) {
      simulator.close();
    }
  }

  @Test
  void files_areThoseOfTheCatalogue() throws IOException {
    Map<String, String> published = new TreeMap<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        published.put(file.getFileName().toString(), Files.readString(file).replace("\r\n", "\n"));
      }
    }

    assertThat(published).isEqualTo(new TreeMap<>(WebStubMappings.files(DAY)));
  }

  static Stream<Scenario> answered() {
    return ScenarioCatalogue.standard().scenarios().stream()
        .filter(s -> !s.id().equals("silent") && !s.id().equals("late"));
  }

  @ParameterizedTest
  @MethodSource("answered")
  void plainWireMock_scenario_answersAsTheSimulator(Scenario scenario) throws Exception {
    List<String> consents =
        scenario.id().equals("ten-megabytes") ? List.of("0") : List.of("0", "1");
    for (String consent : consents) {
      String body =
          request(scenario.query(DAY)).replace("ConsFlg\":\"0\"", "ConsFlg\":\"" + consent + "\"");
      HttpResponse<byte[]> stub =
          plain("/oqs-api-pro/MSA01030/ILI01030SV01/search", WebStubMappings.TOKEN, body);
      HttpResponse<byte[]> real = bare().ask(token, body);

      assertThat(stub.statusCode()).isEqualTo(real.statusCode());
      assertThat(stub.headers().firstValue("Content-Type"))
          .isEqualTo(real.headers().firstValue("Content-Type"));
      assertThat(comparable(stub)).isEqualTo(comparable(real));
    }
  }

  private static Object comparable(HttpResponse<byte[]> response) {
    boolean shiftJis =
        response.headers().firstValue("Content-Type").orElse("").contains("Shift_JIS");
    // What is not UTF-8 cannot be a template, so it echoes nothing.
    return shiftJis
        ? tree(new String(response.body(), Requests.WINDOWS_31J), "ArbitraryFileIdentifier")
        : tree(BareClient.text(response), "ProcessExecutionTime");
  }

  private static Object tree(String text, String ignored) {
    try {
      JsonNode tree = MAPPER.readTree(text);
      if (tree.at("/XmlMsg/MessageHeader") instanceof ObjectNode header) {
        header.remove(ignored);
      }
      tree.findParents("SimulatorFiller")
          .forEach(
              parent ->
                  ((ObjectNode) parent)
                      .put("SimulatorFiller", parent.path("SimulatorFiller").asText().length()));
      return tree;
    } catch (IOException e) {
      return "no JSON";
    }
  }

  @Test
  void plainWireMock_login_bringsTheToken() throws Exception {
    HttpResponse<byte[]> right =
        plain(
            "/oqs-api-pro/MSA12020/ILI12020SV01/auth",
            null,
            "{\"userId\":\"shikaku\",\"password\":\"shikaku-simulator\"}");
    HttpResponse<byte[]> wrong =
        plain("/oqs-api-pro/MSA12020/ILI12020SV01/auth", null, "{\"userId\":\"x\"}");

    assertThat(MAPPER.readTree(right.body()).at("/result/idToken").asText())
        .isEqualTo(WebStubMappings.TOKEN);
    assertThat(wrong.statusCode()).isEqualTo(401);
  }

  @Test
  void plainWireMock_withoutTokenOrWithAnyNumber_answersAsTheSimulator() throws Exception {
    String body =
        request(ScenarioCatalogue.standard().byId("valid").query(DAY)).replace("5678910", "1");
    HttpResponse<byte[]> refused =
        plain("/oqs-api-pro/MSA01030/ILI01030SV01/search", "other", body);
    HttpResponse<byte[]> nobody =
        plain("/oqs-api-pro/MSA01030/ILI01030SV01/search", WebStubMappings.TOKEN, body);

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(comparable(nobody)).isEqualTo(comparable(bare().ask(token, body)));
  }

  @Test
  void plainWireMock_mark_isShown() throws Exception {
    HttpResponse<byte[]> response =
        HTTP.send(
            HttpRequest.newBuilder(base().resolve("/.shikaku-simulator")).build(),
            HttpResponse.BodyHandlers.ofByteArray());

    assertThat(response.headers().firstValue("Shikaku-Simulator")).hasValue("true");
  }

  private static HttpResponse<byte[]> plain(String path, @Nullable String header, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base().resolve(path))
            .header("Content-Type", "application/json;charset=UTF-8")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (header != null) {
      request.header("Authorization", header);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static URI base() {
    if (plain == null) {
      throw new IllegalStateException("not started");
    }
    return URI.create(plain.baseUrl());
  }

  private static BareClient bare() {
    if (bare == null) {
      throw new IllegalStateException("not started");
    }
    return bare;
  }
}
