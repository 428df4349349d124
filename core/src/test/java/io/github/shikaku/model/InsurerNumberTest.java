package io.github.shikaku.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InsurerNumberTest {
  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "06139992,06139992,06139992",
        "01139997,01139997,01139997",
        "39139993,39139993,39139993",
        "139998,139998,  139998",
        "  139998,139998,  139998",
        "00139998,139998,  139998",
        "　139998　,139998,  139998",
        "１３９９９８,139998,  139998",
        "００139998,139998,  139998",
        " 06139992 ,06139992,06139992",
        "０６１３９９９２,06139992,06139992",
        "010009,010009,  010009",
        "00010009,010009,  010009",
        "77777777,77777777,77777777"
      })
  void of_soundText_isNaturalAndPadsToEight(String text, String natural, String padded) {
    InsurerNumber number = InsurerNumber.of(text);

    assertThat(number.wire()).isEqualTo(natural);
    assertThat(number.natural()).isEqualTo(natural);
    assertThat(number.padded()).isEqualTo(padded);
    assertThat(number.isValid()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "13999",
        "1399981",
        "061399921",
        "001399",
        "00001399",
        "00000000",
        "000000",
        "0613999X",
        "0613 992",
        "0613-9992",
        "①39998",
        "00139998 0"
      })
  void of_brokenText_throwsWithoutQuotingIt(String text) {
    assertThatThrownBy(() -> InsurerNumber.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an insurer number has six or eight digits");
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "06139992,true,06139992",
        "139998,true,139998",
        "  139998,true,139998",
        "00139998,true,139998",
        " 139998,false,139998",
        "139998  ,false,139998",
        "１３９９９８,false,139998",
        "  139998 ,false,139998",
        " 6139992,false, 6139992",
        "0613999,false,0613999",
        "'      ',false,'      '",
        "  13999X,false,  13999X"
      })
  void received_anyText_isKeptAndJudgedExactly(String text, boolean valid, String natural) {
    InsurerNumber number = InsurerNumber.received(text);

    assertThat(number.wire()).isEqualTo(text);
    assertThat(number.isValid()).isEqualTo(valid);
    assertThat(number.natural()).isEqualTo(natural);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01139997",
        "02139996",
        "06139992",
        "31139991",
        "139998",
        "39139993",
        "67139998",
        "12139994",
        "77777779"
      })
  void hasValidCheckDigit_samples_isTrue(String number) {
    assertThat(InsurerNumber.of(number).hasValidCheckDigit()).isTrue();
    assertThat(
            InsurerNumber.received(" ".repeat(8 - number.length()) + number).hasValidCheckDigit())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"01139998", "77777777", "139997", "123456", "0613999", "x"})
  void hasValidCheckDigit_brokenSamples_isFalse(String number) {
    assertThat(InsurerNumber.received(number).hasValidCheckDigit()).isFalse();
  }

  @Test
  void padding_anyNumber_comesBackFromEveryForm() {
    Samples samples = new Samples(6139992);
    for (int i = 0; i < 5_000; i++) {
      String natural = samples.insurerNumber();
      InsurerNumber number = InsurerNumber.of(natural);

      assertThat(number.wire()).isEqualTo(natural);
      assertThat(number.padded()).hasSize(8).endsWith(natural);
      assertThat(InsurerNumber.of(number.padded())).isEqualTo(number);
      assertThat(InsurerNumber.of(number.padded().replace(' ', '0'))).isEqualTo(number);
      assertThat(InsurerNumber.of("　" + samples.partlyFullWidth(natural) + " ")).isEqualTo(number);
      assertThat(InsurerNumber.received(number.padded()).isValid()).isTrue();
      assertThat(InsurerNumber.received(number.padded()).natural()).isEqualTo(natural);
      assertThat(number.hasValidCheckDigit()).isTrue();
    }
  }

  @Test
  void checkDigit_oneDigitChanged_isNoticed() {
    Samples samples = new Samples(139998);
    for (int i = 0; i < 5_000; i++) {
      String natural = samples.insurerNumber();
      int at = samples.between(0, natural.length() - 1);
      char other = (char) ('0' + (natural.charAt(at) - '0' + samples.between(1, 9)) % 10);
      String changed = natural.substring(0, at) + other + natural.substring(at + 1);

      assertThat(CheckDigit.isLuhn(changed)).isFalse();
    }
  }

  @Test
  void received_anyText_neverThrowsAndAgreesWithOf() {
    Samples samples = new Samples(8);
    for (int i = 0; i < 20_000; i++) {
      String text = samples.anyText(10);
      InsurerNumber number = InsurerNumber.received(text);

      assertThat(number.wire()).isEqualTo(text);
      assertThat(number.padded().length()).isGreaterThanOrEqualTo(8);
      if (number.isValid()) {
        assertThat(InsurerNumber.of(text).wire()).isEqualTo(number.natural());
      }
    }
  }
}
