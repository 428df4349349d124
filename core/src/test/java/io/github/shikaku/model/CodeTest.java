package io.github.shikaku.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTest {
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
  void received_knownCode_isTheSameAsMadeFromTheEntry(QualificationValidity entry) {
    Code<QualificationValidity> code = Code.received(QualificationValidity.class, entry.code());

    assertThat(code).isEqualTo(Code.of(entry));
    assertThat(code.is(entry)).isTrue();
    assertThat(code.isReported()).isTrue();
    assertThat(code.isKnown()).isTrue();
    assertThat(code.isValid()).isTrue();
    assertThat(code.label()).hasValue(entry.label());
    assertThat(code).hasToString(entry.code() + " " + entry.label());
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "　", "\n"})
  void received_nothing_isNotReported(@Nullable String text) {
    Code<Sex> code = Code.received(Sex.class, text);

    assertThat(code).isEqualTo(Code.notReported(Sex.class));
    assertThat(code.wire()).isEmpty();
    assertThat(code.known()).isEqualTo(Sex.UNKNOWN);
    assertThat(code.isReported()).isFalse();
    assertThat(code.isKnown()).isFalse();
    assertThat(code.isValid()).isFalse();
    assertThat(code.label()).isEmpty();
    assertThat(code).hasToString("-");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "7", "11", "01", "１", "A", "有効", "1 1", "\u0000", "\uD800"})
  void received_unknownCode_keepsTheTextAndIsNeverValid(String text) {
    Code<QualificationValidity> code = Code.received(QualificationValidity.class, text);

    assertThat(code.wire()).isEqualTo(text);
    assertThat(code.known()).isEqualTo(QualificationValidity.UNKNOWN);
    assertThat(code.isReported()).isTrue();
    assertThat(code.isKnown()).isFalse();
    assertThat(code.isValid()).isFalse();
    assertThat(code.label()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {" 01", "01 ", "　01\n"})
  void received_codeWithSpace_isKnownButNotValid(String text) {
    Code<CardClassification> code = Code.received(CardClassification.class, text);

    assertThat(code.wire()).isEqualTo(text);
    assertThat(code.is(CardClassification.GENERAL)).isTrue();
    assertThat(code.isValid()).isFalse();
    assertThat(code).hasToString("01 被保険者証（一般）");
  }

  @Test
  void received_conflictsBetweenSources_areResolvedAsDecided() {
    assertThat(Code.received(ResultSegment.class, "9").is(ResultSegment.ABNORMAL)).isTrue();
    assertThat(Code.received(ResultSegment.class, "3").isKnown()).isFalse();
    assertThat(Code.received(CharacterCode.class, "0").is(CharacterCode.UTF_8)).isTrue();
    assertThat(Code.received(CharacterCode.class, "2").isKnown()).isFalse();
    assertThat(Code.received(Preschool.class, "2").isKnown()).isFalse();
    assertThat(Code.received(ReferenceClassification.class, "A").isKnown()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "01, MEDICAL_EXPENSE_SUBSIDY",
    "1, MEDICAL_EXPENSE_SUBSIDY",
    "2, MATERNAL_AND_CHILD_HEALTH",
    "02, MATERNAL_AND_CHILD_HEALTH",
    "04, VACCINATION",
    "08, LONG_TERM_CARE_INSURANCE",
    "8, LONG_TERM_CARE_INSURANCE",
    "002, UNKNOWN",
    "3, UNKNOWN"
  })
  void received_linkedSystem_takesBothWidths(String text, LinkedSystem expected) {
    assertThat(Code.received(LinkedSystem.class, text).known()).isEqualTo(expected);
  }

  @Test
  void received_methodWithoutItsFactor_cannotBeTold() {
    assertThat(Code.received(AuthenticationMethod.class, "01").isKnown()).isFalse();
    assertThat(Code.received(AuthenticationMethod.class, "02").isValid()).isFalse();
    assertThat(Code.received(AuthenticationMethod.class, "02").wire()).isEqualTo("02");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
  void received_methodBesideItsFactor_isFound(AuthenticationMethod method) {
    Code<AuthenticationMethod> code =
        AuthenticationMethod.received(Code.of(method.factor()), method.code());

    assertThat(code).isEqualTo(Code.of(method));
    assertThat(code.isValid()).isTrue();
  }

  @Test
  void received_methodBesideAnotherFactor_isUnknown() {
    Code<AuthenticationFactor> knowledge = Code.of(AuthenticationFactor.KNOWLEDGE);
    Code<AuthenticationFactor> none = Code.notReported(AuthenticationFactor.class);

    assertThat(AuthenticationMethod.received(knowledge, "04").isKnown()).isFalse();
    assertThat(AuthenticationMethod.received(none, "01").isKnown()).isFalse();
    assertThat(AuthenticationMethod.received(knowledge, null).isReported()).isFalse();
    assertThat(AuthenticationMethod.received(knowledge, " 02").is(AuthenticationMethod.PIN))
        .isTrue();
  }

  @Test
  void of_unknown_throws() {
    assertThatThrownBy(() -> Code.of(Sex.UNKNOWN)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void constructor_meaningThatDoesNotBelongToTheText_throws() {
    assertThatThrownBy(() -> new Code<>("2", QualificationValidity.VALID))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"9, 9 (不明)", "ZZ99, ZZ99 (不明)", "5678910, *** (不明)", "山田, *** (不明)"})
  void toString_unknownCode_isPrintedOnlyWhenItLooksLikeOne(String text, String printed) {
    assertThat(Code.received(Sex.class, text)).hasToString(printed);
  }

  @Test
  void received_anyText_neverThrows() {
    Samples samples = new Samples(20261123);
    for (int i = 0; i < 5_000; i++) {
      String text = samples.anyText(6);
      Code<LimitCategory> code = Code.received(LimitCategory.class, text);

      boolean inTable =
          Arrays.stream(LimitCategory.values()).anyMatch(e -> e.code().equals(text.strip()));
      assertThat(code.isKnown()).isEqualTo(inTable && !text.isBlank());
      assertThat(code.isValid()).isEqualTo(code.isKnown() && text.equals(text.strip()));
    }
  }
}
