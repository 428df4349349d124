package io.github.shikaku.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.shikaku.error.CoreError;
import io.github.shikaku.error.InvalidConfigurationException;
import io.github.shikaku.error.InvalidRequestException;
import io.github.shikaku.model.InterfaceId;
import io.github.shikaku.model.MedicalInstitutionCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditRecordTest {
  @Test
  void build_mistakes_areNamedAtOnce() {
    AuditRecord.Builder builder =
        AuditRecord.started(
                "", InterfaceId.of("OQS-IF-001"), MedicalInstitutionCode.of("1319999991"))
            .requestName("x".repeat(129))
            .consent("a\tb", Audits.NOON);

    assertThatThrownBy(() -> builder.build(Audits.NOON, " "))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("operation")
        .hasMessageContaining("requestName")
        .hasMessageContaining("correlationId")
        .hasMessageContaining("consentAskedBy");
  }

  @Test
  void answered_afterStarted_keepsWhatJoinsThem() {
    AuditRecord started = Audits.started("c1");
    AuditRecord finished = started.answered(Audits.NOON.plusSeconds(2), "OQSsiquc01req_1");

    assertThat(finished.phase()).isEqualTo(AuditPhase.FINISHED);
    assertThat(finished.outcome()).isEqualTo(AuditOutcome.ANSWERED);
    assertThat(finished.correlationId()).isEqualTo("c1");
    assertThat(finished.requestName()).isEqualTo("OQSsiquc01req_1");
    assertThat(finished.context()).isEqualTo(started.context());
  }

  @Test
  void failed_knownError_keepsOutcomeAndErrorId() {
    AuditRecord failed =
        Audits.started("c1")
            .failed(Audits.NOON, null, new InvalidConfigurationException(List.of("wrong")));

    assertThat(failed.outcome()).isEqualTo(AuditOutcome.NOT_SENT);
    assertThat(failed.errorId()).isEqualTo(CoreError.INVALID_CONFIGURATION.id());
  }

  @ParameterizedTest
  @EnumSource(CoreError.class)
  void outcomeOf_anyError_isNotAnAnswer(CoreError error) {
    assertThat(AuditOutcome.of(error)).isNotEqualTo(AuditOutcome.ANSWERED);
  }

  @Test
  void toString_always_masksThePatient() {
    assertThat(Audits.started("c1").toString()).doesNotContain("KANJA").doesNotContain("受付");
  }

  @Test
  void none_anyRecord_keepsNothing() {
    assertThatCode(() -> AuditSink.none().record(Audits.started("c1"))).doesNotThrowAnyException();
    assertThat(AuditSink.none()).isSameAs(AuditSink.none());
  }
}
