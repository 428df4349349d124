package io.github.shikaku.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MaskingTest {
  static Stream<Arguments> personal() {
    Map<String, Function<String, WireValue>> kinds =
        Map.of(
            "insurer", InsurerNumber::received,
            "symbol", InsuredSymbol::received,
            "number", InsuredNumber::received,
            "branch", BranchNumber::received,
            "reference", ReferenceNumber::received,
            "birthdate", Birthdate::received,
            "date", OqsDate::received,
            "yen", Yen::received,
            "text", PersonalText::received);
    return kinds.entrySet().stream().map(kind -> Arguments.of(kind.getKey(), kind.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("personal")
  void toString_personalValue_isMaskedWhateverItHolds(
      String kind, Function<String, WireValue> received) {
    for (String text : new String[] {"", "01", "5678910", "19700101", "06139992", "山田　太郎"}) {
      assertThat(received.apply(text)).as(kind).hasToString("***");
    }
  }

  @Test
  void toString_printableValuesWithSomethingElseInThem_areMasked() {
    String marker = "山田5678910";

    assertThat(OqsTime.received(marker)).hasToString("***");
    assertThat(OqsMonth.received(marker)).hasToString("***");
    assertThat(Percentage.received(marker)).hasToString("***");
    assertThat(Code.received(Sex.class, marker).toString()).doesNotContain("5678910");
  }

  @Test
  void toString_recordAroundPersonalText_isMaskedToo() {
    record Person(PersonalText name, Birthdate birthdate) {}

    Person person = new Person(new PersonalText("山田　太郎"), Birthdate.of("19700101"));

    assertThat(person).hasToString("Person[name=***, birthdate=***]");
  }

  @Test
  void toString_ticket_leavesTheVendorsReferenceOut() {
    Ticket ticket =
        new Ticket(
            InterfaceId.of("OQS-IF-001"),
            "OQSsiquc01req_202611230001",
            "20261123091500000-0a1b2c3d",
            MedicalInstitutionCode.of("1319999991"),
            "a1b2",
            "patient 5678910",
            Basis.KNOWN_NUMBER,
            Instant.parse("2026-11-23T00:15:00Z"));

    assertThat(ticket.toString())
        .contains("OQSsiquc01req_202611230001")
        .doesNotContain("5678910")
        .doesNotContain("a1b2,");
    assertThat(ticket.callerReference()).hasValue("patient 5678910");
  }

  @Test
  void personalText_blank_isBlankWithFullWidthSpaceToo() {
    assertThat(new PersonalText(" 　").isBlank()).isTrue();
    assertThat(new PersonalText("●").isBlank()).isFalse();
    assertThat(PersonalText.received("x").wire()).isEqualTo("x");
    assertThat(PersonalText.received("").isValid()).isTrue();
  }
}
