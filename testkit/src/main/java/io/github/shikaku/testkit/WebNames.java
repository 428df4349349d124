package io.github.shikaku.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names and paths as a client of the simulated Web API has to use them.
 *
 * @param loginPath path of the login
 * @param lookupPath path of 資格確認
 * @param tokenHeader header of the token
 * @param tokenField where the token stands in the answer to a login, names separated by slashes
 * @param loginBody the members of a login and what each has to carry
 */
record WebNames(
    String loginPath,
    String lookupPath,
    String tokenHeader,
    String tokenField,
    Map<String, String> loginBody) {
  private static final String USER = "{user}";
  private static final String PASSWORD = "{password}";
  private static final String INSTITUTION = "{institution}";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What was seen of the real system; the members of a login are invented. */
  static WebNames observed() {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("userId", USER);
    body.put("password", PASSWORD);
    return new WebNames(
        "/oqs-api-pro/MSA12020/ILI12020SV01/auth",
        "/oqs-api-pro/MSA01030/ILI01030SV01/search",
        "Authorization",
        "result/idToken",
        body);
  }

  WebNames withPaths(String login, String lookup) {
    return new WebNames(login, lookup, tokenHeader, tokenField, loginBody);
  }

  WebNames withTokenHeader(String name) {
    return new WebNames(loginPath, lookupPath, name, tokenField, loginBody);
  }

  WebNames withLoginBody(Map<String, String> members) {
    return new WebNames(
        loginPath, lookupPath, tokenHeader, tokenField, new LinkedHashMap<>(members));
  }

  WebNames correctedBy(Path definitions) throws IOException {
    JsonNode file = JSON.readTree(definitions.toFile());
    JsonNode web = file.path("web");
    Map<String, String> members = new LinkedHashMap<>();
    web.path("loginBody")
        .path("value")
        .properties()
        .forEach(member -> members.put(member.getKey(), member.getValue().asText()));
    String lookup = lookupPath;
    for (JsonNode definition : file.path("interfaces")) {
      if (definition.path("id").asText().equals("OQS-IF-001")) {
        lookup = definition.at("/facets/webPath/value").asText(lookup);
      }
    }
    return new WebNames(
        web.at("/loginPath/value").asText(loginPath),
        lookup,
        web.at("/tokenHeader/value").asText(tokenHeader),
        web.at("/tokenField/value").asText(tokenField),
        members.isEmpty() ? loginBody : members);
  }

  /** The user in the body of a login; null when the body is not as prescribed. */
  @Nullable String user(Map<String, String> login) {
    return isAsPrescribed(login) ? carrying(USER, login) : null;
  }

  /** The password in the body of a login; null when the body is not as prescribed. */
  @Nullable String password(Map<String, String> login) {
    return isAsPrescribed(login) ? carrying(PASSWORD, login) : null;
  }

  private @Nullable String carrying(String what, Map<String, String> login) {
    return loginBody.entrySet().stream()
        .filter(member -> member.getValue().equals(what))
        .findFirst()
        .map(member -> login.get(member.getKey()))
        .orElse(null);
  }

  private boolean isAsPrescribed(Map<String, String> login) {
    return login.keySet().equals(loginBody.keySet())
        && loginBody.entrySet().stream()
            .allMatch(
                member -> {
                  String given = String.valueOf(login.get(member.getKey()));
                  return switch (member.getValue()) {
                    case USER, PASSWORD -> !given.isEmpty();
                    case INSTITUTION -> given.matches("\\d{10}");
                    default -> given.equals(member.getValue());
                  };
                });
  }

  /** The body of a login that went well. */
  String loggedIn(String user, String token) {
    ObjectNode answer = JSON.createObjectNode();
    answer.put("status", "SIM-0000").put("msg", "【模擬】認証しました");
    answer
        .putObject("result")
        .put("accessToken", user + "-access")
        .put("refreshToken", user + "-refresh")
        .put("linkSysCharCd", "0");
    ObjectNode at = answer;
    String[] path = tokenField.split("/", -1);
    for (int i = 0; i < path.length - 1; i++) {
      at = at.withObject("/" + path[i]);
    }
    at.put(path[path.length - 1], token);
    return answer.toString();
  }

  /** The body of a login, as a client would write it. */
  String login(String user, String password) {
    ObjectNode body = JSON.createObjectNode();
    loginBody.forEach(
        (name, what) ->
            body.put(
                name,
                switch (what) {
                  case USER -> user;
                  case PASSWORD -> password;
                  case INSTITUTION -> "1319999991";
                  default -> what;
                }));
    return body.toString();
  }
}
