package io.github.shikaku.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.shikaku.testkit.person.AnswerSource;
import io.github.shikaku.testkit.person.PersonRules;
import io.github.shikaku.testkit.person.SamplePerson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioCatalogueTest {
  private final ScenarioCatalogue catalogue = ScenarioCatalogue.standard();

  @ParameterizedTest
  @MethodSource("scenarios")
  void person_ofEveryScenarioOnEveryDate_obeysTheRules(Scenario scenario) {
    for (LocalDate date : sweep()) {
      List<SamplePerson> forms = new ArrayList<>();
      forms.add(scenario.person(date));
      forms.add(scenario.person(date, date.atTime(23, 59, 59), true));
      forms.add(scenario.personByCard(date));
      for (SamplePerson person : forms) {
        assertThat(PersonRules.check(person)).as("%s on %s", scenario, date).isEmpty();
      }
      assertThat(scenario.query(date).birthdate())
          .isEqualTo(scenario.person(date).identity().birthdate());
    }
  }

  static Stream<Scenario> scenarios() {
    return ScenarioCatalogue.standard().scenarios().stream();
  }

  private static List<LocalDate> sweep() {
    List<LocalDate> dates = new ArrayList<>();
    for (LocalDate day = LocalDate.of(2022, 9, 28);
        day.isBefore(LocalDate.of(2036, 1, 1));
        day = day.plusDays(23)) {
      dates.add(day);
    }
    for (int year = 2022; year < 2036; year++) {
      for (int month : new int[] {1, 4, 8, 10, 12}) {
        dates.add(LocalDate.of(year, month, 1).minusDays(1));
        dates.add(LocalDate.of(year, month, 1));
        dates.add(LocalDate.of(year, month, 2));
      }
      dates.add(LocalDate.of(year, 6, 9));
      dates.add(LocalDate.of(year, 6, 10));
    }
    dates.add(LocalDate.of(2024, 2, 29));
    return dates;
  }

  @Test
  void query_ofThePlainValidOne_isTheDocumentedPerson() {
    assertThat(catalogue.byId("valid").query(LocalDate.of(2026, 11, 20)))
        .isEqualTo(
            new ScenarioQuery("06139992", "1234", "5678910", "01", LocalDate.of(1970, 1, 1)));
  }

  @Test
  void numbers_areLongUniqueAndNotPartsOfEachOther() {
    List<String> numbers = catalogue.scenarios().stream().map(Scenario::number).toList();
    assertThat(numbers).doesNotHaveDuplicates().allMatch(n -> n.matches("\\d{7,}"));
    assertThat(numbers)
        .allSatisfy(n -> assertThat(numbers).filteredOn(m -> m.contains(n)).hasSize(1));
    assertThat(catalogue.scenarios()).extracting(Scenario::id).doesNotHaveDuplicates();
  }

  @Test
  void query_withinOneYear_staysTheSame() {
    for (Scenario scenario : catalogue.scenarios()) {
      assertThat(scenario.query(LocalDate.of(2026, 1, 1)))
          .isEqualTo(scenario.query(LocalDate.of(2026, 12, 31)));
    }
  }

  @Test
  void find_fullWidthAndUnknown_normalisesAndIsEmpty() {
    assertThat(catalogue.find("５６７８９１０ ")).hasValue(catalogue.byId("valid"));
    assertThat(catalogue.find("1111111")).isEmpty();
    assertThatThrownBy(() -> catalogue.byId("nothing"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void alsoUnder_ownNumber_choosesTheScenario() {
    ScenarioCatalogue mine = catalogue.alsoUnder(Map.of("1234567", "invalid"));

    assertThat(mine.find("1234567")).hasValue(mine.byId("invalid"));
    assertThat(mine.scenarios()).hasSameSizeAs(catalogue.scenarios());
    assertThatThrownBy(() -> catalogue.alsoUnder(Map.of("1", "nothing")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void markdown_hasOneRowPerScenario() {
    String table = catalogue.markdown(LocalDate.of(2026, 11, 20));

    assertThat(table.lines()).hasSize(catalogue.scenarios().size() + 2);
    assertThat(table.lines()).allMatch(line -> line.chars().filter(c -> c == '|').count() == 12);
    assertThat(table)
        .contains("| 5678910 | `valid` | 06139992 | 1234 | 01 | 1970-01-01 |")
        .contains("| UnusableAnswerException | 5 |")
        .contains("| TerminalRejectionException | 3 | HTTP 400（WebRejectionException、3） |")
        .contains("| NoAnswerException | 4 | HTTP 503（ExchangeUnavailableException、6） |");
  }

  @Test
  void specificDisease_byNumberAndByCard_isReportedByCardOnly() {
    Scenario scenario = catalogue.byId("specific-disease");
    LocalDate date = LocalDate.of(2026, 11, 20);

    assertThat(scenario.person(date).qualification().diseases()).isEmpty();
    assertThat(scenario.person(date).confirmation().source()).isEqualTo(AnswerSource.NUMBER);
    assertThat(scenario.personByCard(date).qualification().diseases())
        .singleElement()
        .satisfies(d -> assertThat(d.selfPayYen()).isEqualTo(20000));
  }
}
