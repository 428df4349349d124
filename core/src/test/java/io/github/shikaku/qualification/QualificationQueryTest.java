package io.github.shikaku.qualification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.shikaku.error.InvalidRequestException;
import io.github.shikaku.error.Violation;
import io.github.shikaku.model.Basis;
import io.github.shikaku.model.BranchNumber;
import io.github.shikaku.model.InsuredNumber;
import io.github.shikaku.model.InsuredSymbol;
import io.github.shikaku.model.InsurerNumber;
import io.github.shikaku.model.LimitConsentFlag;
import io.github.shikaku.model.MedicalInstitutionCode;
import io.github.shikaku.model.WireValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QualificationQueryTest {
  private static final MedicalInstitutionCode INSTITUTION = MedicalInstitutionCode.of("1319999991");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final Instant NOW = Instant.parse("2026-11-20T00:30:15Z");

  @Test
  void build_valid_keepsWhatWasTyped() {
    QualificationQuery query =
        valid()
            .symbol(" 記－１ ")
            .branch("１")
            .confirmationDate(LocalDate.of(2026, 11, 1))
            .limitConsent(LimitConsent.given("受付 花子", NOW))
            .basis(Basis.CERTIFICATE_SHOWN)
            .arbitraryIdentifier("visit-77")
            .build();

    assertThat(query.insurerNumber().wire()).isEqualTo("06139992");
    assertThat(query.symbol().map(WireValue::wire)).hasValue("記－１");
    assertThat(query.number().wire()).isEqualTo("5678910");
    assertThat(query.branch().map(WireValue::wire)).hasValue("01");
    assertThat(query.birthdate()).isEqualTo(LocalDate.of(1970, 1, 1));
    assertThat(query.confirmationDate()).hasValue(LocalDate.of(2026, 11, 1));
    assertThat(query.limitConsent().askedBy()).hasValue("受付 花子");
    assertThat(query.limitConsent().askedAt()).hasValue(NOW);
    assertThat(query.basis()).isEqualTo(Basis.CERTIFICATE_SHOWN);
    assertThat(query.arbitraryIdentifier().map(WireValue::wire)).hasValue("visit-77");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {" ", "職員\t一", "12345678901234567890123456789012345678901234567890123456789012345"})
  void build_consentAskedByNobodyTheTrailCouldName_isRefusedAtOnce(String askedBy) {
    InvalidRequestException refused =
        refusal(valid().limitConsent(LimitConsent.given(askedBy, NOW)));

    assertThat(refused.violations()).extracting(Violation::field).containsExactly("limitConsent");
  }

  @Test
  void build_onlyMandatory_hasDefaults() {
    QualificationQuery query = valid().build();

    assertThat(query.symbol()).isEmpty();
    assertThat(query.branch()).isEmpty();
    assertThat(query.confirmationDate()).isEmpty();
    assertThat(query.limitConsent().flag()).isEqualTo(LimitConsentFlag.NOT_CONSENTED);
    assertThat(query.limitConsent().askedBy()).isEmpty();
    assertThat(query.basis()).isEqualTo(Basis.KNOWN_NUMBER);
    assertThat(query.arbitraryIdentifier()).isEmpty();
  }

  @Test
  void build_typedSetters_areTheSame() {
    QualificationQuery query =
        QualificationQuery.builder()
            .insurerNumber(InsurerNumber.received("  139998"))
            .symbol(InsuredSymbol.of("12"))
            .number(InsuredNumber.of("34"))
            .branch(BranchNumber.of("05"))
            .birthdate(LocalDate.of(1990, 2, 3))
            .build();

    assertThat(query.insurerNumber().wire()).isEqualTo("139998");
    assertThat(query.branch().map(WireValue::wire)).hasValue("05");
  }

  @Test
  void build_everythingWrong_namesEveryViolationAtOnce() {
    InvalidRequestException refused =
        refusal(
            QualificationQuery.builder()
                .insurerNumber("1234")
                .symbol("0".repeat(21))
                .branch("123")
                .confirmationDate(LocalDate.of(1999, 1, 1))
                .limitConsent(LimitConsent.given(" ", NOW))
                .arbitraryIdentifier("x".repeat(51)));

    assertThat(refused.violations())
        .extracting(Violation::field)
        .containsExactly(
            "insurerNumber",
            "symbol",
            "number",
            "branch",
            "birthdate",
            "confirmationDate",
            "limitConsent",
            "arbitraryIdentifier");
    assertThat(refused.violations())
        .allSatisfy(
            violation -> {
              assertThat(violation.japanese()).isNotBlank();
              assertThat(violation.english()).isNotBlank();
            });
    assertThat(refused.getMessage()).doesNotContain("1234", "000");
    assertThat(refused.userMessage(Locale.JAPANESE)).contains("6桁または8桁");
  }

  @ParameterizedTest
  @CsvSource({
    "06139993,insurerNumber",
    "0613999,insurerNumber",
    "'',insurerNumber",
    "77777777,insurerNumber"
  })
  void build_insurerNumberWrong_isRefused(String number, String field) {
    assertThat(refusal(valid().insurerNumber(number)).violations())
        .extracting(Violation::field)
        .containsExactly(field);
  }

  @Test
  void build_withoutCheckDigit_takesBrokenRealNumbers() {
    assertThat(valid().insurerNumber("06139993").withoutCheckDigit().build().insurerNumber().wire())
        .isEqualTo("06139993");
    assertThatThrownBy(() -> valid().insurerNumber("061399").withoutCheckDigit().number("").build())
        .isInstanceOf(InvalidRequestException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1867-12-31", "2026-11-02"})
  void build_birthdateImpossible_isRefused(LocalDate birthdate) {
    assertThat(
            refusal(valid().confirmationDate(LocalDate.of(2026, 11, 1)).birthdate(birthdate))
                .violations())
        .extracting(Violation::field)
        .containsExactly("birthdate");
  }

  @Test
  void toMessage_query_isPaddedAndDatedToday() {
    QualificationRequestMessage message =
        valid().insurerNumber("00139998").build().toMessage(INSTITUTION, "id", TODAY);

    QualificationSearchInfo search = message.body().searchInfo();
    assertThat(Objects.requireNonNull(search.insurerNumber()).wire()).isEqualTo("  139998");
    assertThat(search.limitConsent().wire()).isEqualTo("0");
    assertThat(Objects.requireNonNull(message.header().confirmationDate()).wire())
        .isEqualTo("20261120");
    assertThat(message.header().fileIdentifier()).isEqualTo("id");
  }

  @Test
  void toMessage_bornAfterToday_isRefused() {
    QualificationQuery query = valid().birthdate(TODAY.plusDays(1)).build();

    assertThatThrownBy(() -> query.toMessage(INSTITUTION, null, TODAY))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void toString_always_hidesThePerson() {
    QualificationQuery.Builder builder =
        valid().symbol("9182").limitConsent(LimitConsent.given("受付花子", NOW));

    assertThat(builder.toString() + builder.build() + builder.build().limitConsent())
        .doesNotContain("06139992", "5678910", "1970", "9182", "花子");
  }

  private static QualificationQuery.Builder valid() {
    return QualificationQuery.builder()
        .insurerNumber("06139992")
        .number("5678910")
        .birthdate(LocalDate.of(1970, 1, 1));
  }

  private static InvalidRequestException refusal(QualificationQuery.Builder builder) {
    InvalidRequestException refused =
        catchThrowableOfType(InvalidRequestException.class, builder::build);
    assertThat(refused).isNotNull();
    return refused;
  }
}
