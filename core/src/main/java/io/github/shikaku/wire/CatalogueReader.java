package io.github.shikaku.wire;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.shikaku.error.InvalidConfigurationException;
import io.github.shikaku.model.Direction;
import io.github.shikaku.model.Evidence;
import io.github.shikaku.model.Facet;
import io.github.shikaku.model.InterfaceDefinition;
import io.github.shikaku.model.InterfaceId;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a definitions file. It goes through the whole of it and collects every mistake, because
 * whoever wrote the file wants to correct it once.
 */
final class CatalogueReader {
  private static final int FORMAT = 1;
  private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9_]*[A-Za-z0-9]");
  private static final Set<String> VALUED = Set.of("value", "evidence", "source");
  private static final Set<String> JUDGED = Set.of("evidence", "source");
  private static final Map<Facet, String> FACET_NAMES = Collections.unmodifiableMap(facetNames());

  private final List<String> mistakes = new ArrayList<>();

  private CatalogueReader() {}

  /**
   * The catalogue in a definitions file.
   *
   * @throws InvalidConfigurationException naming every mistake and where it stands
   * @throws IOException when the stream breaks
   */
  static Catalogue read(InputStream json) throws IOException {
    return new CatalogueReader().catalogue(tree(json));
  }

  private static JsonNode tree(InputStream json) throws IOException {
    JsonMapper mapper =
        JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    try {
      return mapper.readTree(json);
    } catch (CharConversionException notText) {
      throw new InvalidConfigurationException(List.of("not JSON: no text in a known encoding"));
    } catch (JsonProcessingException notJson) {
      JsonLocation where = notJson.getLocation();
      throw new InvalidConfigurationException(
          List.of(
              where == null
                  ? "not JSON"
                  : "not JSON, or a name twice in one object, at line "
                      + where.getLineNr()
                      + ", column "
                      + where.getColumnNr()));
    }
  }

  private Catalogue catalogue(JsonNode root) {
    onlyKnown(root, "the file", Set.of("format", "web", "interfaces"));
    if (root.path("format").asInt() != FORMAT) {
      mistakes.add("format is not " + FORMAT);
    }
    WebAccess web = web(root.path("web"));
    List<InterfaceDefinition> definitions = interfaces(root.path("interfaces"));
    checkTogether(definitions);
    if (!mistakes.isEmpty()) {
      throw new InvalidConfigurationException(mistakes);
    }
    return new Catalogue(definitions, web);
  }

  private WebAccess web(JsonNode node) {
    onlyKnown(node, "web", Set.of("loginPath", "contentType", "tokenHeader", "hosts"));
    Map<String, WebAccess.Fact> hosts = new LinkedHashMap<>();
    node.path("hosts")
        .properties()
        .forEach(
            host -> hosts.put(host.getKey(), fact(host.getValue(), "web host " + host.getKey())));
    return new WebAccess(
        fact(node.path("loginPath"), "web loginPath"),
        fact(node.path("contentType"), "web contentType"),
        fact(node.path("tokenHeader"), "web tokenHeader"),
        hosts);
  }

  private WebAccess.Fact fact(JsonNode node, String where) {
    onlyKnown(node, where, VALUED);
    return new WebAccess.Fact(
        text(node, "value", where), evidence(node, where), text(node, "source", where));
  }

  private List<InterfaceDefinition> interfaces(JsonNode node) {
    if (!node.isArray() || node.isEmpty()) {
      mistakes.add("interfaces is not a list or empty");
    }
    List<InterfaceDefinition> definitions = new ArrayList<>();
    for (JsonNode entry : node) {
      definitions.add(definition(entry, "interface " + (definitions.size() + 1)));
    }
    return definitions;
  }

  private InterfaceDefinition definition(JsonNode node, String position) {
    String id = text(node, "id", position);
    String where = id.isEmpty() ? position : id;
    onlyKnown(node, where, Set.of("id", "name", "direction", "answer", "facets"));
    JsonNode facets = node.path("facets");
    onlyKnown(facets, where + " facets", Set.copyOf(FACET_NAMES.values()));
    Map<Facet, Evidence> evidence = new EnumMap<>(Facet.class);
    Map<Facet, String> sources = new EnumMap<>(Facet.class);
    FACET_NAMES.forEach(
        (facet, name) -> {
          String at = where + " " + name;
          JsonNode judged = facets.path(name);
          onlyKnown(judged, at, hasValue(facet) ? VALUED : JUDGED);
          evidence.put(facet, evidence(judged, at));
          sources.put(facet, text(judged, "source", at));
        });
    return new InterfaceDefinition(
        new InterfaceId(id),
        text(node, "name", where),
        oneOf(Direction.class, node, "direction", where, Direction.UNKNOWN),
        prefix(facets.path("prefix"), evidence, where),
        webPath(facets.path("webPath"), where),
        answer(node, where),
        evidence,
        sources,
        null);
  }

  private static boolean hasValue(Facet facet) {
    return facet == Facet.PREFIX || facet == Facet.WEB_PATH;
  }

  private @Nullable String prefix(JsonNode node, Map<Facet, Evidence> evidence, String where) {
    String prefix = optionalText(node, "value", where + " prefix");
    if (prefix != null && !PREFIX.matcher(prefix).matches()) {
      mistakes.add(where + " prefix: only letters, digits and inner underscores");
    }
    if (prefix == null && evidence.get(Facet.PREFIX) != Evidence.PROVISIONAL) {
      mistakes.add(where + " prefix: not known, so its evidence can only be PROVISIONAL");
    }
    return prefix;
  }

  private @Nullable String webPath(JsonNode node, String where) {
    String path = optionalText(node, "value", where + " webPath");
    if (path != null && !path.startsWith("/")) {
      mistakes.add(where + " webPath: does not begin with a slash");
    }
    return path;
  }

  private @Nullable InterfaceId answer(JsonNode node, String where) {
    String answer = optionalText(node, "answer", where);
    return answer == null ? null : new InterfaceId(answer);
  }

  private void checkTogether(List<InterfaceDefinition> definitions) {
    Map<InterfaceId, InterfaceDefinition> byId = new HashMap<>();
    Map<String, InterfaceId> byPrefix = new HashMap<>();
    for (InterfaceDefinition definition : definitions) {
      if (!definition.id().value().isEmpty() && byId.put(definition.id(), definition) != null) {
        mistakes.add(definition.id() + ": the id occurs twice");
      }
      definition
          .knownPrefix()
          .map(prefix -> byPrefix.put(prefix.toLowerCase(Locale.ROOT), definition.id()))
          .ifPresent(
              other -> mistakes.add(definition.id() + " prefix: the same as that of " + other));
    }
    definitions.forEach(definition -> checkAnswer(definition, byId));
  }

  private void checkAnswer(
      InterfaceDefinition definition, Map<InterfaceId, InterfaceDefinition> byId) {
    InterfaceId id = definition.answer();
    if (id == null) {
      return;
    }
    InterfaceDefinition answer = byId.get(id);
    if (definition.direction() != Direction.REQUEST) {
      mistakes.add(definition.id() + " answer: only a request has one");
    }
    if (answer == null || answer.direction() != Direction.ANSWER) {
      mistakes.add(definition.id() + " answer: " + id + " is no answer of this file");
    }
  }

  private void onlyKnown(JsonNode node, String where, Set<String> known) {
    if (!node.isObject()) {
      mistakes.add(where + ": missing, or not an object");
      return;
    }
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                mistakes.add(where + ": " + name + " is not known");
              }
            });
  }

  private Evidence evidence(JsonNode node, String where) {
    return oneOf(Evidence.class, node, "evidence", where, Evidence.PROVISIONAL);
  }

  private <E extends Enum<E>> E oneOf(
      Class<E> type, JsonNode node, String field, String where, E otherwise) {
    String name = text(node, field, where);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    if (!name.isEmpty()) {
      mistakes.add(where + " " + field + ": " + name + " is not known");
    }
    return otherwise;
  }

  private String text(JsonNode node, String field, String where) {
    String text = optionalText(node, field, where);
    if (text == null && node.isObject()) {
      mistakes.add(where + " " + field + ": missing");
    }
    return text == null ? "" : text;
  }

  private @Nullable String optionalText(JsonNode node, String field, String where) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual() || value.asText().isBlank()) {
      mistakes.add(where + " " + field + ": blank, or not a text");
      return null;
    }
    return value.asText();
  }

  private static Map<Facet, String> facetNames() {
    Map<Facet, String> names = new EnumMap<>(Facet.class);
    names.put(Facet.ID, "id");
    names.put(Facet.PREFIX, "prefix");
    names.put(Facet.LAYOUT, "layout");
    names.put(Facet.WEB_PATH, "webPath");
    return names;
  }
}
