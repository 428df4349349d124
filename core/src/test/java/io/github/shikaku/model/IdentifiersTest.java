package io.github.shikaku.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {
  /** One kind of identifier: how it is made, and how it is received. */
  record Kind(String name, Function<String, WireValue> of, Function<String, WireValue> received) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final Kind SYMBOL = new Kind("symbol", InsuredSymbol::of, InsuredSymbol::received);
  private static final Kind NUMBER = new Kind("number", InsuredNumber::of, InsuredNumber::received);
  private static final Kind BRANCH = new Kind("branch", BranchNumber::of, BranchNumber::received);
  private static final Kind REFERENCE =
      new Kind("reference", ReferenceNumber::of, ReferenceNumber::received);
  private static final Kind INSTITUTION =
      new Kind("institution", MedicalInstitutionCode::of, MedicalInstitutionCode::received);

  static Stream<Arguments> sound() {
    return Stream.of(
        Arguments.of(SYMBOL, "1234", "1234"),
        Arguments.of(SYMBOL, " 12－34　", "12－34"),
        Arguments.of(SYMBOL, "１２３４", "１２３４"),
        Arguments.of(SYMBOL, "東 京", "東 京"),
        Arguments.of(SYMBOL, "あ".repeat(20), "あ".repeat(20)),
        Arguments.of(SYMBOL, "𠮷".repeat(20), "𠮷".repeat(20)),
        Arguments.of(NUMBER, "5678910", "5678910"),
        Arguments.of(NUMBER, "　５６７8910 ", "5678910"),
        Arguments.of(NUMBER, "0012345", "0012345"),
        Arguments.of(NUMBER, "１２－３", "１２－３"),
        Arguments.of(NUMBER, "9".repeat(20), "9".repeat(20)),
        Arguments.of(BRANCH, "1", "01"),
        Arguments.of(BRANCH, "01", "01"),
        Arguments.of(BRANCH, "00", "00"),
        Arguments.of(BRANCH, " ０１ ", "01"),
        Arguments.of(BRANCH, "99", "99"),
        Arguments.of(REFERENCE, "0000123456", "0000123456"),
        Arguments.of(REFERENCE, " １２ ", "１２"),
        Arguments.of(REFERENCE, "x".repeat(50), "x".repeat(50)),
        Arguments.of(INSTITUTION, "1319999991", "1319999991"),
        Arguments.of(INSTITUTION, "　１３１９９９９９９１ ", "1319999991"));
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        Arguments.of(SYMBOL, ""),
        Arguments.of(SYMBOL, " 　"),
        Arguments.of(SYMBOL, "1".repeat(21)),
        Arguments.of(SYMBOL, "1\n2"),
        Arguments.of(SYMBOL, "1\u00002"),
        Arguments.of(SYMBOL, "1\uD842"),
        Arguments.of(NUMBER, ""),
        Arguments.of(NUMBER, "  "),
        Arguments.of(NUMBER, "9".repeat(21)),
        Arguments.of(NUMBER, "567\t8910"),
        Arguments.of(BRANCH, ""),
        Arguments.of(BRANCH, " "),
        Arguments.of(BRANCH, "001"),
        Arguments.of(BRANCH, "A1"),
        Arguments.of(BRANCH, "-1"),
        Arguments.of(BRANCH, "①"),
        Arguments.of(REFERENCE, " "),
        Arguments.of(REFERENCE, "x".repeat(51)),
        Arguments.of(REFERENCE, "a\u2028b"),
        Arguments.of(INSTITUTION, "131999999"),
        Arguments.of(INSTITUTION, "13199999911"),
        Arguments.of(INSTITUTION, "131999999X"));
  }

  @ParameterizedTest
  @MethodSource("sound")
  void of_soundText_isTidied(Kind kind, String text, String wire) {
    WireValue value = kind.of.apply(text);

    assertThat(value.wire()).isEqualTo(wire);
    assertThat(value.isValid()).isTrue();
    assertThat(kind.received.apply(wire)).isEqualTo(value);
  }

  @ParameterizedTest
  @MethodSource("broken")
  void of_brokenText_throwsWithoutQuotingIt(Kind kind, String text) {
    assertThatThrownBy(() -> kind.of.apply(text))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .satisfies(
            message -> {
              if (text.length() > 2) {
                assertThat(message).doesNotContain(text);
              }
            });
  }

  @ParameterizedTest
  @MethodSource("broken")
  void received_brokenText_isKeptAndNotValid(Kind kind, String text) {
    WireValue value = kind.received.apply(text);

    assertThat(value.wire()).isEqualTo(text);
    assertThat(value.isValid()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {" 5678910", "5678910 ", "　1"})
  void received_surroundingSpace_isNotValid(String text) {
    assertThat(InsuredNumber.received(text).isValid()).isFalse();
    assertThat(InsuredSymbol.received(text).isValid()).isFalse();
    assertThat(ReferenceNumber.received(text).isValid()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void of_whatItMade_staysTheSame(Kind kind) {
    Samples samples = new Samples(20);
    for (int i = 0; i < 10_000; i++) {
      String text = samples.anyText(12);
      assertThat(kind.received.apply(text).wire()).isEqualTo(text);
      try {
        WireValue value = kind.of.apply(text);
        assertThat(kind.of.apply(value.wire())).isEqualTo(value);
        assertThat(kind.received.apply(value.wire()).isValid()).isTrue();
      } catch (IllegalArgumentException refused) {
        assertThat(kind.received.apply(text).isValid()).isFalse();
      }
    }
  }

  static Stream<Kind> kinds() {
    return Stream.of(SYMBOL, NUMBER, BRANCH, REFERENCE, INSTITUTION);
  }

  @Test
  void hasValidCheckDigit_sampleInstitution_failsOnPurpose() {
    assertThat(MedicalInstitutionCode.of("1319999991").hasValidCheckDigit()).isFalse();
    assertThat(MedicalInstitutionCode.of("1319999999").hasValidCheckDigit()).isTrue();
    assertThat(MedicalInstitutionCode.received("9").hasValidCheckDigit()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "77777777"})
  void isLuhn_noCheckDigit_isFalse(String text) {
    assertThat(CheckDigit.isLuhn(text)).isFalse();
  }

  @Test
  void checkDigit_ofUnknownInsurer_isNineAsTheOfficialNumberHasIt() {
    assertThat(CheckDigit.of("7777777")).isEqualTo(9);
  }

  @Test
  void interfaceId_of_stripsAndRefusesBlank() {
    assertThat(InterfaceId.of(" OQS-IF-001 ")).hasToString("OQS-IF-001");
    assertThat(InterfaceId.of("OQS-IF-001")).isLessThan(InterfaceId.of("OQS-IF-002"));
    assertThatThrownBy(() -> InterfaceId.of(" ")).isInstanceOf(IllegalArgumentException.class);
  }
}
