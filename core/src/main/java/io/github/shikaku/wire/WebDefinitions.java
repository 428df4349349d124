package io.github.shikaku.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.shikaku.model.WebAccess;
import io.github.shikaku.model.WebAccess.Fact;
import io.github.shikaku.model.WebAccess.LoginBody;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The part of a definitions file that is about the Web API as a whole. */
final class WebDefinitions {
  private static final Set<String> KNOWN =
      Set.of(
          "loginPath",
          "contentType",
          "tokenHeader",
          "tokenField",
          "loginBody",
          "connectSeconds",
          "loginSeconds",
          "idleSeconds",
          "hosts");
  private static final Set<String> FACT = Set.of("value", "evidence", "source");

  /** A token of RFC 9110, as header names are. */
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

  static final String PATH_RULE = "not a path: one slash, then printable ASCII without ? and #";

  /** Two slashes would name another host. */
  private static final Pattern PATH = Pattern.compile("(?!//)/[!-~&&[^?#]]*");

  private static final Pattern MEDIA_TYPE = Pattern.compile("[ -~]+/[ -~]+");
  private static final Pattern FIELD = Pattern.compile("[^/]+(/[^/]+)*");
  private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{0,4}");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{.*}");
  private static final Set<String> PLACEHOLDERS =
      Set.of(LoginBody.USER, LoginBody.PASSWORD, LoginBody.INSTITUTION);

  private final DefinitionsJson json;
  private final @Nullable WebAccess base;
  private final @Nullable String overriddenBy;

  /** For a file that must have everything, or, with a base, one that corrects some of it. */
  WebDefinitions(DefinitionsJson json, @Nullable WebAccess base, @Nullable String overriddenBy) {
    this.json = json;
    this.base = base;
    this.overriddenBy = overriddenBy;
  }

  static boolean isPath(String text) {
    return PATH.matcher(text).matches();
  }

  WebAccess read(JsonNode node) {
    json.onlyKnown(node, "web", KNOWN);
    return new WebAccess(
        fact(node, "loginPath", PATH, base == null ? null : base.loginPath()),
        fact(node, "contentType", MEDIA_TYPE, base == null ? null : base.contentType()),
        fact(node, "tokenHeader", HEADER, base == null ? null : base.tokenHeader()),
        fact(node, "tokenField", FIELD, base == null ? null : base.tokenField()),
        loginBody(node.path("loginBody")),
        new WebAccess.Times(
            fact(node, "connectSeconds", SECONDS, base == null ? null : base.times().connect()),
            fact(node, "loginSeconds", SECONDS, base == null ? null : base.times().login()),
            fact(node, "idleSeconds", SECONDS, base == null ? null : base.times().idle())),
        hosts(node.path("hosts")));
  }

  private Fact fact(JsonNode web, String name, Pattern form, @Nullable Fact former) {
    JsonNode node = web.path(name);
    if (node.isMissingNode() && former != null) {
      return former;
    }
    String where = "web " + name;
    Fact fact = fact(node, where);
    if (!fact.value().isEmpty() && !form.matcher(fact.value()).matches()) {
      json.mistake(where + " value: does not have the form of a " + name);
    }
    return fact;
  }

  private Fact fact(JsonNode node, String where) {
    json.onlyKnown(node, where, FACT);
    return new Fact(
        json.text(node, "value", where),
        json.evidence(node, where),
        json.text(node, "source", where),
        overriddenBy);
  }

  private LoginBody loginBody(JsonNode node) {
    if (node.isMissingNode() && base != null) {
      return base.loginBody();
    }
    String where = "web loginBody";
    json.onlyKnown(node, where, FACT);
    Map<String, String> members = new LinkedHashMap<>();
    JsonNode value = node.path("value");
    if (!value.isObject() || value.isEmpty()) {
      json.mistake(where + " value: missing, empty, or not an object");
    }
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      members.put(member.getKey(), json.text(value, member.getKey(), where + " value"));
    }
    checkPlaceholders(members, where + " value");
    return new LoginBody(
        members, json.evidence(node, where), json.text(node, "source", where), overriddenBy);
  }

  private void checkPlaceholders(Map<String, String> members, String where) {
    for (String text : members.values()) {
      if (PLACEHOLDER.matcher(text).matches() && !PLACEHOLDERS.contains(text)) {
        json.mistake(where + ": " + text + " stands for nothing");
      }
    }
    if (!members.isEmpty() && !members.containsValue(LoginBody.PASSWORD)) {
      json.mistake(where + ": nothing carries " + LoginBody.PASSWORD);
    }
  }

  private Map<String, Fact> hosts(JsonNode node) {
    Map<String, Fact> hosts = new LinkedHashMap<>();
    if (base != null) {
      hosts.putAll(base.hosts());
    }
    for (Map.Entry<String, JsonNode> host : node.properties()) {
      hosts.put(host.getKey(), fact(host.getValue(), "web host " + host.getKey()));
    }
    return hosts;
  }
}
