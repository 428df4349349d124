package io.github.shikaku.testkit.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.shikaku.Endurance;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PersonRulesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final String Q = "qualifications.";

  @ParameterizedTest
  @MethodSource("dates")
  void generator_anyBirthdateOnThisDate_obeysEveryRule(LocalDate date) {
    List<LocalDate> birthdates = new ArrayList<>(edges(date));
    Random random = new Random(date.toEpochDay());
    LocalDate first = LocalDate.of(1900, 1, 1);
    for (int i = 0; i < Endurance.rounds(400); i++) {
      birthdates.add(
          first.plusDays((long) (random.nextDouble() * (date.toEpochDay() - first.toEpochDay()))));
    }
    for (LocalDate birthdate : birthdates) {
      for (long seed = 0; seed < 8; seed++) {
        SamplePerson person =
            new PersonGenerator(seed + birthdate.toEpochDay()).any(birthdate, date);
        assertThat(PersonRules.check(person))
            .as(
                "born %s, on %s, seed %s: %s",
                birthdate,
                date,
                seed,
                person.qualifications().stream()
                    .map(
                        q ->
                            q.period().acquired()
                                + " "
                                + q.period().lost()
                                + " "
                                + q.membership().cardClass())
                    .toList())
            .isEmpty();
      }
    }
  }

  @Test
  void generator_overManySeeds_makesEveryKind() {
    Set<String> kinds = new TreeSet<>();
    for (int age = 0; age < 100; age++) {
      for (long seed = 0; seed < 60; seed++) {
        SamplePerson person = new PersonGenerator(seed * 100 + age).any(DAY.minusYears(age), DAY);
        kinds.add("validity " + person.confirmation().validity());
        kinds.add("address " + (person.identity().address() != null));
        for (SampleQualification q : person.qualifications()) {
          kinds.add("scheme " + q.membership().insurerNumber());
          kinds.add("ratio " + q.burden().ratio());
          kinds.add("preschool " + q.burden().preschool());
          kinds.add(
              "elderly " + (q.burden().elderly() == null ? "" : q.burden().elderly().ratio()));
          kinds.add("limit " + (q.limit() == null ? "" : q.limit().category()));
          kinds.add("disabled " + (q.isLatterStage() && age < 75));
          kinds.add("tickets " + q.tickets().size());
          q.diseases().forEach(d -> kinds.add("disease " + d.category() + " " + d.selfPayYen()));
          q.consents().values().forEach(c -> kinds.add("consent " + c.flag()));
        }
      }
    }
    assertThat(kinds)
        .contains(
            "validity 1", "validity 2", "validity 3", "validity 4", "validity 5", "validity 6")
        .contains("address true", "address false", "disabled true", "tickets 1", "tickets 0")
        .contains("scheme 139998", "scheme 06139992", "scheme 39139993", "scheme null")
        .contains("ratio 010", "ratio 020", "ratio 030", "elderly 020", "elderly 030")
        .contains("preschool 1", "consent 0", "consent 1")
        .contains("disease 1 10000", "disease 1 20000", "disease 2 10000", "disease 3 10000")
        .contains("limit A01", "limit A06", "limit B01", "limit B05", "limit B09", "limit B10");
  }

  static Stream<LocalDate> dates() {
    List<LocalDate> dates = new ArrayList<>();
    for (LocalDate edge :
        List.of(
            LocalDate.of(2022, 10, 1),
            LocalDate.of(2024, 12, 2),
            LocalDate.of(2025, 12, 2),
            LocalDate.of(2024, 2, 29),
            LocalDate.of(2026, 8, 1),
            LocalDate.of(2026, 4, 1),
            LocalDate.of(2027, 3, 1))) {
      dates.add(edge.minusDays(1));
      dates.add(edge);
      dates.add(edge.plusDays(1));
    }
    Random random = new Random(20261120);
    for (int i = 0; i < 20; i++) {
      dates.add(LocalDate.of(2021, 1, 1).plusDays(random.nextInt(7000)));
    }
    return dates.stream();
  }

  private static List<LocalDate> edges(LocalDate date) {
    List<LocalDate> all = new ArrayList<>();
    all.add(date);
    all.add(date.minusDays(1));
    all.add(LocalDate.of(1900, 1, 1));
    for (int years : new int[] {6, 7, 16, 65, 70, 75}) {
      LocalDate then = date.minusYears(years);
      for (int shift = -2; shift <= 2; shift++) {
        all.add(then.plusDays(shift));
      }
      all.add(then.withDayOfMonth(1));
      all.add(then.withMonth(4).withDayOfMonth(1));
      all.add(then.withMonth(4).withDayOfMonth(2));
      all.add(then.withMonth(3).withDayOfMonth(31));
    }
    for (int year : new int[] {1948, 1952, 1956, 1960, 2016, 2020}) {
      all.add(LocalDate.of(year, 2, 29));
    }
    return all.stream().filter(b -> !b.isAfter(date)).toList();
  }

  @ParameterizedTest(name = "{0}: {2} = {3}")
  @MethodSource("mutations")
  void check_mutatedPerson_findsTheRule(
      PersonRule rule, SamplePerson valid, String path, @Nullable Object value) {
    assertThat(PersonRules.check(valid)).isEmpty();

    SamplePerson mutated = Mutation.of(valid, path, value);

    assertThat(PersonRules.check(mutated)).extracting(RuleViolation::rule).contains(rule);
  }

  static Stream<Arguments> mutations() {
    SamplePerson worker =
        make(plan(1980).scheme(Scheme.SOCIETY).limitConsent(true).limitCategory("A03"));
    SamplePerson poor =
        make(plan(1980).scheme(Scheme.SOCIETY).limitConsent(true).limitCategory("A05"));
    SamplePerson child = make(plan(2022).scheme(Scheme.SOCIETY));
    SamplePerson elderly =
        make(
            plan(1953)
                .scheme(Scheme.NATIONAL)
                .ratio("020")
                .limitConsent(true)
                .limitCategory("B05"));
    SamplePerson latter = make(plan(1940).ratio("010").limitConsent(true).limitCategory("B10"));
    SamplePerson soldier = make(plan(1990).scheme(Scheme.SELF_DEFENCE));
    SamplePerson poorhouse = make(plan(1960).scheme(Scheme.PUBLIC_ASSISTANCE));
    SamplePerson unregistered = make(plan(1960).scheme(Scheme.PUBLIC_ASSISTANCE).validity("6"));
    SamplePerson lost = make(plan(1980).scheme(Scheme.SOCIETY).validity("2"));
    SamplePerson replaced = make(plan(1980).scheme(Scheme.SOCIETY).validity("3"));
    SamplePerson several = make(plan(1980).scheme(Scheme.SOCIETY).validity("5"));
    SamplePerson card =
        make(
            plan(1980)
                .scheme(Scheme.SOCIETY)
                .source(AnswerSource.CARD)
                .limitCategory("A01")
                .disease("1")
                .consentsGiven());
    SampleConsent given = SampleConsent.given(LocalDateTime.of(2026, 11, 20, 9, 0));
    LocalDate july = LocalDate.of(2027, 7, 31);
    return Stream.of(
        row(PersonRule.INSURER_NUMBER, worker, Q + "membership.insurerNumber", "06139993"),
        row(PersonRule.INSURER_NUMBER, worker, Q + "membership.insurerNumber", "0613999"),
        row(PersonRule.INSURER_NUMBER, worker, Q + "membership.insurerNumber", null),
        row(PersonRule.INSURER_NUMBER, worker, Q + "membership.insurerNumber", "06139984"),
        row(PersonRule.INSURER_NUMBER, worker, Q + "membership.insurerNumber", "06489996"),
        row(PersonRule.INSURER_NUMBER, worker, Q + "membership.insurerNumber", "99139992"),
        row(PersonRule.SCHEME_AND_CARD_CLASS, worker, Q + "membership.cardClass", "07"),
        row(PersonRule.SCHEME_AND_CARD_CLASS, soldier, Q + "membership.cardClass", "01"),
        row(PersonRule.INSTITUTION, poorhouse, Q + "tickets.institution", "1319999999"),
        row(PersonRule.SCHEME_BY_AGE, latter, Q + "membership.insurerNumber", "06139992"),
        row(PersonRule.SCHEME_BY_AGE, worker, Q + "membership.insurerNumber", "39139993"),
        row(PersonRule.SCHEME_BY_AGE, elderly, "identity.birthdate", DAY.minusYears(75)),
        row(PersonRule.LATTER_STAGE_NUMBERS, latter, Q + "membership.symbol", "1234"),
        row(PersonRule.LATTER_STAGE_NUMBERS, latter, Q + "membership.branch", "01"),
        row(PersonRule.LATTER_STAGE_NUMBERS, latter, Q + "membership.personal", "2"),
        row(PersonRule.LATTER_STAGE_NUMBERS, latter, Q + "membership.number", "1234567"),
        row(PersonRule.PRESCHOOL, child, Q + "burden.preschool", null),
        row(PersonRule.PRESCHOOL, worker, Q + "burden.preschool", "1"),
        row(PersonRule.ELDERLY_RECIPIENT, elderly, Q + "burden.elderly", null),
        row(PersonRule.ELDERLY_RECIPIENT, elderly, Q + "burden.elderly.ratio", "010"),
        row(
            PersonRule.ELDERLY_RECIPIENT,
            elderly,
            Q + "burden.elderly.validUntil",
            july.plusDays(1)),
        row(
            PersonRule.ELDERLY_RECIPIENT,
            elderly,
            Q + "burden.elderly.validFrom",
            LocalDate.of(2020, 8, 1)),
        row(
            PersonRule.ELDERLY_RECIPIENT,
            worker,
            Q + "burden.elderly",
            elderly.qualification().burden().elderly()),
        row(PersonRule.RATIO, latter, Q + "burden.ratio", null),
        row(PersonRule.RATIO, latter, Q + "burden.ratio", "040"),
        row(PersonRule.RATIO, worker, Q + "burden.ratio", "030"),
        row(PersonRule.LIMIT_CATEGORY, worker, Q + "limit.category", "B05"),
        row(PersonRule.LIMIT_CATEGORY, elderly, Q + "limit.category", "A05"),
        row(PersonRule.LIMIT_CATEGORY, elderly, Q + "burden.elderly.ratio", "030"),
        row(PersonRule.LIMIT_CATEGORY, latter, Q + "limit.category", "B09"),
        row(PersonRule.LIMIT_CATEGORY, latter, Q + "limit.category", "B04"),
        row(PersonRule.LIMIT_CATEGORY, poor, Q + "limit.classification", "01"),
        row(PersonRule.LIMIT_CATEGORY, worker, Q + "limit.longTermFrom", DAY),
        row(PersonRule.LIMIT_DATES, worker, Q + "limit.validUntil", july.plusDays(1)),
        row(PersonRule.LIMIT_DATES, worker, Q + "limit.validUntil", DAY.minusDays(1)),
        row(PersonRule.LIMIT_DATES, worker, Q + "limit.validFrom", DAY.plusDays(1)),
        row(PersonRule.LIMIT_CONSENT, worker, Q + "limitConsent.flag", "0"),
        row(PersonRule.LIMIT_CONSENT, worker, Q + "limitConsent", null),
        row(PersonRule.SPECIFIC_DISEASE, card, "confirmation.source", AnswerSource.NUMBER),
        row(PersonRule.SPECIFIC_DISEASE, card, Q + "diseases.selfPayYen", 30000),
        row(PersonRule.SPECIFIC_DISEASE, card, Q + "diseases.category", "2"),
        row(PersonRule.SPECIFIC_DISEASE, card, Q + "diseases.validUntil", DAY.minusDays(1)),
        row(PersonRule.SPECIFIC_DISEASE, card, Q + "diseaseConsent", null),
        row(PersonRule.DATES, worker, Q + "period.acquired", DAY.plusDays(1)),
        row(PersonRule.DATES, worker, Q + "period.acquired", LocalDate.of(1979, 1, 1)),
        row(PersonRule.DATES, worker, Q + "period.validFrom", DAY.plusDays(1)),
        row(PersonRule.DATES, worker, Q + "period.issued", DAY.plusDays(1)),
        row(PersonRule.DATES, worker, Q + "period.validUntil", DAY.minusDays(1)),
        row(PersonRule.DATES, worker, Q + "period.lossReason", "99"),
        row(PersonRule.DATES, lost, Q + "period.lossReason", "77"),
        row(PersonRule.VALIDITY, worker, "confirmation.validity", "2"),
        row(PersonRule.VALIDITY, worker, "confirmation.validity", "4"),
        row(PersonRule.VALIDITY, worker, "confirmation.validity", "9"),
        row(PersonRule.VALIDITY, lost, "confirmation.validity", "1"),
        row(PersonRule.VALIDITY, lost, Q + "period.lost", DAY.plusDays(1)),
        row(PersonRule.VALIDITY, lost, "confirmation.validity", "3"),
        row(PersonRule.VALIDITY, replaced, "newer", null),
        row(PersonRule.VALIDITY, replaced, "newer.period.acquired", DAY.plusDays(1)),
        row(PersonRule.VALIDITY, replaced, Q + "period.lossReason", "99"),
        row(PersonRule.VALIDITY, replaced, "confirmation.source", AnswerSource.CARD),
        row(PersonRule.VALIDITY, several, "qualifications", List.of(several.qualification())),
        row(PersonRule.PAPER, worker, Q + "period.issued", LocalDate.of(2024, 12, 1)),
        row(PersonRule.PAPER, worker, Q + "period.validUntil", LocalDate.of(2040, 1, 1)),
        row(PersonRule.PUBLIC_ASSISTANCE, poorhouse, Q + "membership.insurerNumber", "12139994"),
        row(PersonRule.PUBLIC_ASSISTANCE, poorhouse, Q + "membership.number", "9999996"),
        row(PersonRule.PUBLIC_ASSISTANCE, poorhouse, Q + "tickets.month", YearMonth.of(2026, 10)),
        row(PersonRule.PUBLIC_ASSISTANCE, poorhouse, Q + "tickets", List.of()),
        row(PersonRule.PUBLIC_ASSISTANCE, poorhouse, "confirmation.validity", "6"),
        row(PersonRule.PUBLIC_ASSISTANCE, unregistered, "confirmation.validity", "1"),
        row(PersonRule.PUBLIC_ASSISTANCE, worker, "confirmation.validity", "6"),
        row(
            PersonRule.PUBLIC_ASSISTANCE,
            worker,
            Q + "tickets",
            poorhouse.qualification().tickets()),
        row(PersonRule.BRANCH, worker, Q + "membership.branch", "1"),
        row(PersonRule.BRANCH, worker, Q + "membership.branch", null),
        row(PersonRule.BRANCH, worker, Q + "membership.symbol", "123456789012345678901"),
        row(PersonRule.CONSENT, card, "confirmation.processedAt", DAY.atStartOfDay()),
        row(PersonRule.CONSENT, card, "confirmation.certificateExpired", true),
        row(
            PersonRule.CONSENT,
            card,
            Q + "consents",
            Map.of(
                ConsentFamily.MEDICATION,
                new SampleConsent("1", given.at(), given.at().plusHours(23)))),
        row(PersonRule.INVENTED, worker, "identity.name", "実在　太郎"),
        row(PersonRule.INVENTED, worker, "identity.address", "東京都千代田区霞が関一丁目"),
        row(PersonRule.INVENTED, worker, "identity.postNumber", null),
        row(PersonRule.INVENTED, worker, "identity.kana", "ミホン タロウ"),
        row(PersonRule.INVENTED, worker, "identity.sex", "9"),
        row(PersonRule.INVENTED, worker, Q + "membership.insurerName", "実在健康保険組合"));
  }

  @Test
  void mutations_touchEveryRule() {
    List<PersonRule> touched =
        mutations().map(row -> (PersonRule) row.get()[0]).distinct().toList();
    assertThat(touched).containsExactlyInAnyOrder(PersonRule.values());
  }

  @Test
  void checkHousehold_sameBranchTwice_isFound() {
    SamplePerson one =
        make(plan(1980).scheme(Scheme.SOCIETY).symbol("77").number("7408399").branch("01"));
    SamplePerson other =
        make(plan(1982).scheme(Scheme.SOCIETY).symbol("77").number("7408399").branch("02"));
    assertThat(PersonRules.checkHousehold(List.of(one, other))).isEmpty();

    SamplePerson twin = Mutation.of(other, Q + "membership.branch", "01");

    assertThat(PersonRules.checkHousehold(List.of(one, twin)))
        .extracting(RuleViolation::rule)
        .containsExactly(PersonRule.BRANCH);
  }

  @Test
  void make_impossiblePlan_isRefused() {
    assertThatThrownBy(() -> make(plan(1940).scheme(Scheme.SOCIETY)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> make(plan(1980).scheme(Scheme.LATTER_STAGE)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> make(plan(1980).limitCategory("B05")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> make(plan(1940).ratio("040")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PersonPlan.of(DAY.plusDays(1), DAY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void toString_ofAPerson_tellsNothing() {
    SamplePerson person = make(plan(1980).scheme(Scheme.SOCIETY));

    assertThat(
            person
                + " "
                + person.identity()
                + person.qualification()
                + person.qualification().membership())
        .doesNotContain(person.identity().name())
        .doesNotContain("1980")
        .doesNotContain(String.valueOf(person.qualification().membership().number()));
  }

  private static Arguments row(
      PersonRule rule, SamplePerson person, String path, @Nullable Object value) {
    return Arguments.of(rule, person, path, value);
  }

  private static PersonPlan plan(int year) {
    return PersonPlan.of(LocalDate.of(year, 3, 15), DAY);
  }

  private static SamplePerson make(PersonPlan plan) {
    return new PersonGenerator(7).make(plan);
  }
}
