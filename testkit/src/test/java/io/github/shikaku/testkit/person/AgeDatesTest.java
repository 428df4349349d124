package io.github.shikaku.testkit.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeDatesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  @ParameterizedTest
  @CsvSource({"2020-04-02, true", "2020-04-01, false", "2026-11-20, true", "1990-01-01, false"})
  void isPreschool_aroundTheFirstOfApril_changesBetweenTheFirstAndTheSecond(
      LocalDate birthdate, boolean expected) {
    assertThat(AgeDates.isPreschool(birthdate, DAY)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "1951-11-20, false",
    "1951-11-21, true",
    "1956-11-01, true",
    "1956-11-02, false",
    "1956-10-31, true"
  })
  void isElderlyRecipient_atTheEdges_followsTheMonthAfterSeventy(
      LocalDate birthdate, boolean expected) {
    assertThat(AgeDates.isElderlyRecipient(birthdate, DAY)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "1952-02-29, 75, 2027-03-01",
    "1952-02-29, 72, 2024-02-29",
    "1951-11-20, 75, 2026-11-20"
  })
  void birthday_ofALeapDay_isTheFirstOfMarchInACommonYear(
      LocalDate birthdate, int age, LocalDate expected) {
    assertThat(AgeDates.birthday(birthdate, age)).isEqualTo(expected);
  }

  @Test
  void insuranceYear_endsOnTheLastOfJuly() {
    assertThat(AgeDates.insuranceYearEnd(LocalDate.of(2026, 7, 31))).isEqualTo("2026-07-31");
    assertThat(AgeDates.insuranceYearEnd(LocalDate.of(2026, 8, 1))).isEqualTo("2027-07-31");
    assertThat(AgeDates.insuranceYearStart(LocalDate.of(2026, 7, 31))).isEqualTo("2025-08-01");
  }
}
