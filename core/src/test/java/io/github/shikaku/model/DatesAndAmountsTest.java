package io.github.shikaku.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesAndAmountsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "19700101",
        "20240229",
        "20000229",
        "99991231",
        "00010101",
        "18680101",
        "20261231"
      })
  void date_realDay_isTaken(String digits) {
    LocalDate day =
        LocalDate.of(
            Integer.parseInt(digits.substring(0, 4)),
            Integer.parseInt(digits.substring(4, 6)),
            Integer.parseInt(digits.substring(6)));

    assertThat(Birthdate.of(digits).date()).hasValue(day);
    assertThat(OqsDate.of(digits).date()).hasValue(day);
    assertThat(Birthdate.of(day).wire()).isEqualTo(digits);
    assertThat(OqsDate.of(day).wire()).isEqualTo(digits);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "20230229",
        "19000229",
        "20240431",
        "20241301",
        "20240001",
        "20240100",
        "00000000",
        "00000101",
        "1970011",
        "197001011",
        "1970-01-01",
        "1970/1/1",
        "S450101",
        "19700１01x",
        "①9700101"
      })
  void date_noSuchDay_isRefusedAndKept(String text) {
    assertThatThrownBy(() -> Birthdate.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a birthdate is a day of the calendar, yyyyMMdd");
    assertThatThrownBy(() -> OqsDate.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a date is a day of the calendar, yyyyMMdd");
    assertThat(Birthdate.received(text).wire()).isEqualTo(text);
    assertThat(Birthdate.received(text).date()).isEmpty();
    assertThat(Birthdate.received(text).isValid()).isFalse();
    assertThat(OqsDate.received(text).date()).isEmpty();
    assertThat(OqsDate.received(text).isValid()).isFalse();
  }

  @Test
  void date_fullWidthAndSpace_areTidiedWhenMadeAndNotValidWhenReceived() {
    assertThat(Birthdate.of("　１９７００１０１ ")).isEqualTo(Birthdate.of("19700101"));
    assertThat(Birthdate.received("19700101 ").date()).hasValue(LocalDate.of(1970, 1, 1));
    assertThat(Birthdate.received("19700101 ").isValid()).isFalse();
    assertThat(Birthdate.received("１９７００１０１").date()).isEmpty();
  }

  @Test
  void date_yearThatDoesNotFit_isRefused() {
    LocalDate tooLate = LocalDate.of(10_000, 1, 1);
    LocalDate tooEarly = LocalDate.of(0, 1, 1);

    assertThatThrownBy(() -> OqsDate.of(tooLate)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Birthdate.of(tooEarly)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void date_anyDay_comesBack() {
    Samples samples = new Samples(1970);
    for (int i = 0; i < 5_000; i++) {
      LocalDate day = LocalDate.of(1868, 1, 1).plusDays(samples.between(0, 80_000));

      assertThat(OqsDate.received(OqsDate.of(day).wire()).date()).hasValue(day);
      assertThat(Birthdate.of(Birthdate.of(day).wire()).date()).hasValue(day);
    }
  }

  @Test
  void time_anySecond_comesBackAndIsPrinted() {
    Samples samples = new Samples(86_400);
    for (int i = 0; i < 5_000; i++) {
      LocalDateTime second =
          LocalDate.of(2020, 1, 1)
              .plusDays(samples.between(0, 10_000))
              .atStartOfDay()
              .plusSeconds(samples.between(0, 86_399));
      OqsTime time = OqsTime.of(second.plusNanos(999_999_999));

      assertThat(time.wire()).hasSize(14).hasToString(time.toString());
      assertThat(OqsTime.received(time.wire()).time()).hasValue(second);
      assertThat(OqsTime.of(" " + samples.partlyFullWidth(time.wire()))).isEqualTo(time);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "20261123",
        "20261123240000",
        "20261123006000",
        "20261123000060",
        "20260229120000",
        "2026112309150",
        "202611230915000",
        "2026112309150x"
      })
  void time_noSuchSecond_isRefusedAndMasked(String text) {
    assertThatThrownBy(() -> OqsTime.of(text)).isInstanceOf(IllegalArgumentException.class);
    assertThat(OqsTime.received(text).time()).isEmpty();
    assertThat(OqsTime.received(text).isValid()).isFalse();
    assertThat(OqsTime.received(text)).hasToString("***");
  }

  @Test
  void month_anyMonth_comesBackAndIsPrinted() {
    for (int month = 1; month <= 12; month++) {
      YearMonth expected = YearMonth.of(2026, month);

      assertThat(OqsMonth.received(OqsMonth.of(expected).wire()).month()).hasValue(expected);
    }
    assertThat(OqsMonth.of("２０２６１１")).hasToString("202611");
    assertThat(OqsMonth.received(" 202611").month()).hasValue(YearMonth.of(2026, 11));
    assertThat(OqsMonth.received(" 202611").isValid()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "202600", "202613", "20261", "2026111", "000001", "2026-1"})
  void month_noSuchMonth_isRefusedAndMasked(String text) {
    assertThatThrownBy(() -> OqsMonth.of(text)).isInstanceOf(IllegalArgumentException.class);
    assertThat(OqsMonth.received(text).month()).isEmpty();
    assertThat(OqsMonth.received(text)).hasToString("***");
  }

  @Test
  void percentage_everyPercent_comesBack() {
    for (int percent = 0; percent <= 100; percent++) {
      Percentage percentage = Percentage.of(percent);

      assertThat(percentage.wire()).hasSize(3);
      assertThat(percentage.isValid()).isTrue();
      assertThat(Percentage.of(percentage.wire()).percent()).hasValue(percent);
    }
    assertThat(Percentage.of("０１０")).isEqualTo(Percentage.of(10)).hasToString("010");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "3", "30", "0030", "101", "999", "-10", "10%", "３割"})
  void percentage_anythingElse_isRefusedAndMasked(String text) {
    assertThatThrownBy(() -> Percentage.of(text)).isInstanceOf(IllegalArgumentException.class);
    assertThat(Percentage.received(text).percent()).isEmpty();
    assertThat(Percentage.received(text).isValid()).isFalse();
    assertThat(Percentage.received(text)).hasToString("***");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 101, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void percentage_outOfRange_isRefused(int percent) {
    assertThatThrownBy(() -> Percentage.of(percent)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void yen_amounts_comeBack() {
    assertThat(Yen.of("10000").amount()).hasValue(10_000);
    assertThat(Yen.of(0).wire()).isEqualTo("0");
    assertThat(Yen.of("００20000").amount()).hasValue(20_000);
    assertThat(Yen.of(9_999_999_999L).amount()).hasValue(9_999_999_999L);
    assertThat(Yen.received("10000 ").amount()).hasValue(10_000);
    assertThat(Yen.received("10000 ").isValid()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "10,000", "1万", "99999999999", "1.5"})
  void yen_anythingElse_isRefused(String text) {
    assertThatThrownBy(() -> Yen.of(text)).isInstanceOf(IllegalArgumentException.class);
    assertThat(Yen.received(text).amount()).isEmpty();
  }

  @Test
  void yen_outOfRange_isRefused() {
    assertThatThrownBy(() -> Yen.of(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Yen.of(10_000_000_000L)).isInstanceOf(IllegalArgumentException.class);
  }

  static Stream<Function<String, WireValue>> receivers() {
    return Stream.of(
        Birthdate::received,
        OqsDate::received,
        OqsTime::received,
        OqsMonth::received,
        Percentage::received,
        Yen::received);
  }

  @ParameterizedTest
  @MethodSource("receivers")
  void received_anyText_neverThrowsAndKeepsIt(Function<String, WireValue> received) {
    Samples samples = new Samples(14);
    for (int i = 0; i < 5_000; i++) {
      String text = samples.anyText(16);
      WireValue value = received.apply(text);

      assertThat(value.wire()).isEqualTo(text);
      assertThat(value.isValid() && !Texts.isDigits(text)).isFalse();
    }
  }
}
