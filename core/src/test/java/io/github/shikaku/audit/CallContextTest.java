package io.github.shikaku.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.shikaku.error.InvalidRequestException;
import io.github.shikaku.error.Violation;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class CallContextTest {
  @Test
  void build_everythingWrong_namesAllMistakesAtOnce() {
    CallContext.Builder builder =
        CallContext.builder().patientId("a\nb").purpose("x".repeat(201)).operatorId(" ");

    assertThatThrownBy(builder::build)
        .isInstanceOf(InvalidRequestException.class)
        .extracting(e -> ((InvalidRequestException) e).violations(), InstanceOfAssertFactories.LIST)
        .extracting(violation -> ((Violation) violation).field())
        .containsExactly("operatorId", "role", "patientId", "purpose");
  }

  @Test
  void constructor_brokenSurrogate_isRefusedWithoutRepeatingIt() {
    assertThatThrownBy(() -> new CallContext("op", OperatorRole.DOCTOR, "KANJA\ud800", "診察"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("patientId")
        .hasMessageNotContaining("KANJA");
  }

  @Test
  void build_longestValues_areTaken() {
    CallContext context =
        new CallContext(
            "o".repeat(64), OperatorRole.of("役".repeat(32)), "p".repeat(64), "理".repeat(200));

    assertThat(context.role().qualified()).isFalse();
  }

  @Test
  void toString_always_masksPatientAndPurpose() {
    assertThat(Audits.context()).hasToString("CallContext[op-17, 事務職員, patient ***, purpose ***]");
    assertThat(Audits.context().forPatient(null).toString()).contains("patient none");
  }

  @Test
  void operatorRole_declaredByVendor_isQualified() {
    assertThat(OperatorRole.DOCTOR.qualified()).isTrue();
    assertThat(OperatorRole.NURSE.qualified()).isFalse();
    assertThat(OperatorRole.NURSE.asQualified().qualified()).isTrue();
  }
}
