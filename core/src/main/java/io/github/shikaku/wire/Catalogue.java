package io.github.shikaku.wire;

import io.github.shikaku.error.InvalidConfigurationException;
import io.github.shikaku.model.InterfaceDefinition;
import io.github.shikaku.model.InterfaceId;
import io.github.shikaku.model.WebAccess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Every interface that is known of, with its names and how well each of them is known. It is read
 * once from a resource and does not change afterwards.
 */
public final class Catalogue {
  private static final String RESOURCE = "interfaces.json";

  private final Map<InterfaceId, InterfaceDefinition> byId = new LinkedHashMap<>();
  private final Map<String, InterfaceDefinition> byPrefix = new HashMap<>();
  private final WebAccess web;

  Catalogue(Collection<InterfaceDefinition> definitions, WebAccess web) {
    for (InterfaceDefinition definition : definitions) {
      byId.put(definition.id(), definition);
      definition
          .knownPrefix()
          .ifPresent(prefix -> byPrefix.put(prefix.toLowerCase(Locale.ROOT), definition));
    }
    this.web = web;
  }

  /**
   * The catalogue that comes with this release.
   *
   * @throws InvalidConfigurationException when the resource is missing or has mistakes, naming all
   *     of them
   */
  public static Catalogue standard() {
    return Standard.CATALOGUE;
  }

  /** Read once and shared by every client, because it never changes. */
  private static final class Standard {
    static final Catalogue CATALOGUE = load();
  }

  private static Catalogue load() {
    try (InputStream resource = Catalogue.class.getResourceAsStream(RESOURCE)) {
      if (resource == null) {
        throw new InvalidConfigurationException(List.of(RESOURCE + " is missing"));
      }
      return CatalogueReader.read(resource);
    } catch (IOException unreadable) {
      throw new InvalidConfigurationException(List.of(RESOURCE + " cannot be read"));
    }
  }

  /**
   * This catalogue with the corrections of a vendor who holds the official documents. The file has
   * the form of {@code interfaces.json} with only what it corrects: {@code {"format": 1, "web":
   * {"loginBody": …}, "interfaces": [{"id": "OQS-IF-003", "facets": {"webPath": {"value": "/…",
   * "evidence": "CONFIRMED", "source": "…"}}}]}}.
   *
   * @throws InvalidConfigurationException when it cannot be read, naming every mistake
   */
  public Catalogue overriddenBy(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      return overriddenBy(stream, String.valueOf(file.getFileName()));
    } catch (IOException unreadable) {
      throw new InvalidConfigurationException(List.of(file + " cannot be read"));
    }
  }

  /** The same from a stream, which is not closed; the name says where a correction comes from. */
  public Catalogue overriddenBy(InputStream file, String name) {
    try {
      return CatalogueReader.correct(this, file, name);
    } catch (IOException unreadable) {
      throw new InvalidConfigurationException(List.of(name + " cannot be read"));
    }
  }

  /** The definition of an interface, when there is one. */
  public Optional<InterfaceDefinition> find(InterfaceId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * The definition of an interface.
   *
   * @throws IllegalArgumentException when there is none
   */
  public InterfaceDefinition require(InterfaceId id) {
    return find(id)
        .orElseThrow(() -> new IllegalArgumentException("the catalogue has no interface " + id));
  }

  /**
   * The interface to which a file belongs by its name, for example {@code
   * OQSsiquc01res_face_….xml}. Of several prefixes the longest one decides; case does not matter,
   * and neither does a path before the name.
   */
  public Optional<InterfaceDefinition> byFileName(String fileName) {
    String name = withoutPath(fileName).toLowerCase(Locale.ROOT);
    for (int end = name.length(); end > 0; end--) {
      if (end == name.length() || isBoundary(name.charAt(end))) {
        InterfaceDefinition definition = byPrefix.get(name.substring(0, end));
        if (definition != null) {
          return Optional.of(definition);
        }
      }
    }
    return Optional.empty();
  }

  /** All interfaces in the order of the resource. */
  public List<InterfaceDefinition> all() {
    return List.copyOf(byId.values());
  }

  /** The interface that answers a request; empty for answers and for requests without one. */
  public Optional<InterfaceDefinition> answerOf(InterfaceId request) {
    return find(request).flatMap(InterfaceDefinition::answerId).flatMap(this::find);
  }

  /** What is known about reaching the Web API. */
  public WebAccess web() {
    return web;
  }

  private static String withoutPath(String fileName) {
    return fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
  }

  private static boolean isBoundary(char c) {
    return c == '_' || c == '.';
  }
}
