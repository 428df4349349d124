package io.github.shikaku.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one interface, and how well.
 *
 * @param id the official id; where that is not known, a stand-in with a question mark in it
 * @param japaneseName the name in the interface list, or one that describes it where that is not
 *     known
 * @param direction request or answer
 * @param prefix prefix of the file name without the underscore, for example {@code OQSsiquc01req};
 *     null when not known
 * @param webPath path of the Web API, beginning with a slash; null when not known and on answers,
 *     which come back on the path of their request
 * @param answer on a request, the id of its answer; null otherwise
 * @param evidence how well each facet is known; complete
 * @param sources where each facet is known from; complete
 * @param overriddenBy name of the vendor's definitions file that corrected a facet, null when the
 *     definition is ours
 */
public record InterfaceDefinition(
    InterfaceId id,
    String japaneseName,
    Direction direction,
    @Nullable String prefix,
    @Nullable String webPath,
    @Nullable InterfaceId answer,
    Map<Facet, Evidence> evidence,
    Map<Facet, String> sources,
    @Nullable String overriddenBy) {

  /**
   * Copies the maps.
   *
   * @throws IllegalArgumentException when a facet has no evidence or no source
   */
  public InterfaceDefinition {
    evidence = Collections.unmodifiableMap(new EnumMap<>(evidence));
    sources = Collections.unmodifiableMap(new EnumMap<>(sources));
    for (Facet facet : Facet.values()) {
      if (!evidence.containsKey(facet) || !sources.containsKey(facet)) {
        throw new IllegalArgumentException(facet + " has no evidence or no source");
      }
    }
  }

  /** How well a facet is known. */
  public Evidence evidence(Facet facet) {
    return Objects.requireNonNull(evidence.get(facet));
  }

  /** Where a facet is known from, in a few words. */
  public String source(Facet facet) {
    return Objects.requireNonNull(sources.get(facet));
  }

  /** The evidence of the weakest of the given facets, which is the one that decides. */
  public Evidence weakest(Facet first, Facet... more) {
    Evidence weakest = evidence(first);
    for (Facet facet : more) {
      weakest = weakest.weaker(evidence(facet));
    }
    return weakest;
  }

  /** The prefix of the file name, when known. */
  public Optional<String> knownPrefix() {
    return Optional.ofNullable(prefix);
  }

  /** The path of the Web API, when known. */
  public Optional<String> knownWebPath() {
    return Optional.ofNullable(webPath);
  }

  /** The id of the answer, on a request that has one. */
  public Optional<InterfaceId> answerId() {
    return Optional.ofNullable(answer);
  }
}
