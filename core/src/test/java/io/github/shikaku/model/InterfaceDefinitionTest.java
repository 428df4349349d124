package io.github.shikaku.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InterfaceDefinitionTest {
  private final Map<Facet, Evidence> evidence = new EnumMap<>(Facet.class);
  private final Map<Facet, String> sources = new EnumMap<>(Facet.class);

  InterfaceDefinitionTest() {
    for (Facet facet : Facet.values()) {
      evidence.put(facet, Evidence.CONFIRMED);
      sources.put(facet, "somewhere");
    }
  }

  @Test
  void weakest_ofFacets_isThatOfTheWeakestOne() {
    evidence.put(Facet.PREFIX, Evidence.OBSERVED);
    evidence.put(Facet.WEB_PATH, Evidence.PROVISIONAL);
    InterfaceDefinition definition = definition();

    assertThat(definition.weakest(Facet.ID)).isEqualTo(Evidence.CONFIRMED);
    assertThat(definition.weakest(Facet.ID, Facet.PREFIX)).isEqualTo(Evidence.OBSERVED);
    assertThat(definition.weakest(Facet.WEB_PATH, Facet.PREFIX)).isEqualTo(Evidence.PROVISIONAL);
    assertThat(definition.source(Facet.ID)).isEqualTo("somewhere");
  }

  @ParameterizedTest
  @EnumSource
  void constructor_facetWithoutEvidence_throws(Facet facet) {
    evidence.remove(facet);

    assertThatThrownBy(this::definition)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(facet.name());
  }

  @Test
  void constructor_mapsChangedLater_doNotReachTheDefinition() {
    InterfaceDefinition definition = definition();
    evidence.put(Facet.ID, Evidence.PROVISIONAL);

    assertThat(definition.evidence(Facet.ID)).isEqualTo(Evidence.CONFIRMED);
  }

  private InterfaceDefinition definition() {
    return new InterfaceDefinition(
        InterfaceId.of("OQS-IF-001"),
        "資格確認要求",
        Direction.REQUEST,
        "OQSsiquc01req",
        null,
        InterfaceId.of("OQS-IF-002"),
        evidence,
        sources,
        null);
  }
}
