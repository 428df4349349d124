package io.github.shikaku.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.shikaku.error.InvalidConfigurationException;
import io.github.shikaku.model.Direction;
import io.github.shikaku.model.Evidence;
import io.github.shikaku.model.Facet;
import io.github.shikaku.model.InterfaceDefinition;
import io.github.shikaku.model.InterfaceId;
import io.github.shikaku.model.WebAccess;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a definitions file: a whole one, or one of the same form that corrects some facets of
 * another.
 */
final class CatalogueReader {
  private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9_]*[A-Za-z0-9]");
  private static final Set<String> VALUED = Set.of("value", "evidence", "source");
  private static final Set<String> JUDGED = Set.of("evidence", "source");
  private static final Map<Facet, String> FACET_NAMES = Collections.unmodifiableMap(facetNames());

  private final DefinitionsJson json = new DefinitionsJson();

  private CatalogueReader() {}

  /**
   * The catalogue in a definitions file.
   *
   * @throws InvalidConfigurationException naming every mistake and where it stands
   * @throws IOException when the stream breaks
   */
  static Catalogue read(InputStream file) throws IOException {
    return new CatalogueReader().catalogue(DefinitionsJson.tree(file));
  }

  /**
   * The catalogue {@code base} with the corrections of a vendor's file.
   *
   * @throws InvalidConfigurationException naming every mistake and where it stands
   * @throws IOException when the stream breaks
   */
  static Catalogue correct(Catalogue base, InputStream file, String fileName) throws IOException {
    return new CatalogueReader().corrected(base, DefinitionsJson.tree(file), fileName);
  }

  private Catalogue catalogue(JsonNode root) {
    json.checkFormat(root);
    WebAccess web = new WebDefinitions(json, null, null).read(root.path("web"));
    JsonNode interfaces = root.path("interfaces");
    if (!interfaces.isArray() || interfaces.isEmpty()) {
      json.mistake("interfaces is not a list or empty");
    }
    List<InterfaceDefinition> definitions = new ArrayList<>();
    for (JsonNode entry : interfaces) {
      definitions.add(definition(entry, "interface " + (definitions.size() + 1)));
    }
    checkTogether(definitions);
    json.throwMistakes();
    return new Catalogue(definitions, web);
  }

  private Catalogue corrected(Catalogue base, JsonNode root, String fileName) {
    json.checkFormat(root);
    WebAccess web =
        root.path("web").isMissingNode()
            ? base.web()
            : new WebDefinitions(json, base.web(), fileName).read(root.path("web"));
    Map<InterfaceId, InterfaceDefinition> definitions = new LinkedHashMap<>();
    base.all().forEach(definition -> definitions.put(definition.id(), definition));
    JsonNode interfaces = root.path("interfaces");
    if (!interfaces.isMissingNode() && !interfaces.isArray()) {
      json.mistake("interfaces is not a list");
    }
    Set<String> seen = new HashSet<>();
    int position = 1;
    for (JsonNode entry : interfaces) {
      String where = "interface " + position++;
      String id = json.text(entry, "id", where);
      InterfaceDefinition former = definitions.get(new InterfaceId(id));
      if (id.isEmpty()) {
        json.onlyKnown(entry, where, Set.of());
      } else if (former == null) {
        json.mistake(id + ": no such interface is known");
      } else if (!seen.add(id)) {
        json.mistake(id + ": the id occurs twice");
      } else {
        definitions.put(former.id(), corrected(former, entry, fileName));
      }
    }
    checkTogether(List.copyOf(definitions.values()));
    json.throwMistakes();
    return new Catalogue(definitions.values(), web);
  }

  private InterfaceDefinition definition(JsonNode node, String position) {
    String id = json.text(node, "id", position);
    String where = id.isEmpty() ? position : id;
    json.onlyKnown(node, where, Set.of("id", "name", "direction", "answer", "facets"));
    JsonNode facets = node.path("facets");
    json.onlyKnown(facets, where + " facets", Set.copyOf(FACET_NAMES.values()));
    Map<Facet, Evidence> evidence = new EnumMap<>(Facet.class);
    Map<Facet, String> sources = new EnumMap<>(Facet.class);
    FACET_NAMES.forEach((facet, name) -> judge(facet, facets.path(name), where, evidence, sources));
    return new InterfaceDefinition(
        new InterfaceId(id),
        json.text(node, "name", where),
        json.oneOf(Direction.class, node, "direction", where, Direction.UNKNOWN),
        prefix(facets.path("prefix"), evidence, where),
        webPath(facets.path("webPath"), where),
        answer(node, where),
        evidence,
        sources,
        null);
  }

  private InterfaceDefinition corrected(
      InterfaceDefinition former, JsonNode node, String fileName) {
    String where = former.id().value();
    json.onlyKnown(node, where, Set.of("id", "facets"));
    JsonNode facets = node.path("facets");
    json.onlyKnown(facets, where + " facets", Set.copyOf(FACET_NAMES.values()));
    Map<Facet, Evidence> evidence = new EnumMap<>(former.evidence());
    Map<Facet, String> sources = new EnumMap<>(former.sources());
    FACET_NAMES.forEach(
        (facet, name) -> {
          if (facets.has(name)) {
            judge(facet, facets.path(name), where, evidence, sources);
          }
        });
    JsonNode prefix = facets.path("prefix");
    JsonNode webPath = facets.path("webPath");
    return new InterfaceDefinition(
        former.id(),
        former.japaneseName(),
        former.direction(),
        prefix.isMissingNode() ? former.prefix() : prefix(prefix, evidence, where),
        webPath.isMissingNode() ? former.webPath() : correctedPath(former, webPath, where),
        former.answer(),
        evidence,
        sources,
        facets.isEmpty() ? former.overriddenBy() : fileName);
  }

  private void judge(
      Facet facet,
      JsonNode judged,
      String where,
      Map<Facet, Evidence> evidence,
      Map<Facet, String> sources) {
    String at = where + " " + FACET_NAMES.get(facet);
    json.onlyKnown(judged, at, hasValue(facet) ? VALUED : JUDGED);
    evidence.put(facet, json.evidence(judged, at));
    sources.put(facet, json.text(judged, "source", at));
  }

  private static boolean hasValue(Facet facet) {
    return facet == Facet.PREFIX || facet == Facet.WEB_PATH;
  }

  private @Nullable String prefix(JsonNode node, Map<Facet, Evidence> evidence, String where) {
    String prefix = json.optionalText(node, "value", where + " prefix");
    if (prefix != null && !PREFIX.matcher(prefix).matches()) {
      json.mistake(where + " prefix: only letters, digits and inner underscores");
    }
    if (prefix == null && evidence.get(Facet.PREFIX) != Evidence.PROVISIONAL) {
      json.mistake(where + " prefix: not known, so its evidence can only be PROVISIONAL");
    }
    return prefix;
  }

  private @Nullable String webPath(JsonNode node, String where) {
    String path = json.optionalText(node, "value", where + " webPath");
    if (path != null && !WebDefinitions.isPath(path)) {
      json.mistake(where + " webPath: " + WebDefinitions.PATH_RULE);
    }
    return path;
  }

  /** A correction of the evidence alone must not lose the path. */
  private @Nullable String correctedPath(InterfaceDefinition former, JsonNode node, String where) {
    String path = webPath(node, where);
    if (path == null && former.webPath() != null) {
      json.mistake(where + " webPath: the value is missing");
    }
    return path;
  }

  private @Nullable InterfaceId answer(JsonNode node, String where) {
    String answer = json.optionalText(node, "answer", where);
    return answer == null ? null : new InterfaceId(answer);
  }

  private void checkTogether(List<InterfaceDefinition> definitions) {
    Map<InterfaceId, InterfaceDefinition> byId = new HashMap<>();
    Map<String, InterfaceId> byPrefix = new HashMap<>();
    for (InterfaceDefinition definition : definitions) {
      if (!definition.id().value().isEmpty() && byId.put(definition.id(), definition) != null) {
        json.mistake(definition.id() + ": the id occurs twice");
      }
      definition
          .knownPrefix()
          .map(prefix -> byPrefix.put(prefix.toLowerCase(Locale.ROOT), definition.id()))
          .ifPresent(
              other -> json.mistake(definition.id() + " prefix: the same as that of " + other));
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
      json.mistake(definition.id() + " answer: only a request has one");
    }
    if (answer == null || answer.direction() != Direction.ANSWER) {
      json.mistake(definition.id() + " answer: " + id + " is no answer of this file");
    }
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
