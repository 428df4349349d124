package io.github.shikaku.benchmarks;

import io.github.shikaku.model.InterfaceId;
import io.github.shikaku.model.MedicalInstitutionCode;
import io.github.shikaku.qualification.QualificationQuery;
import io.github.shikaku.testkit.ScenarioCatalogue;
import io.github.shikaku.testkit.ScenarioQuery;
import java.time.LocalDate;
import java.time.ZoneId;

/** Whom to ask as, and for whom. */
final class Samples {
  static final MedicalInstitutionCode INSTITUTION = MedicalInstitutionCode.of("1319999991");

  /** 資格確認要求. */
  static final InterfaceId LOOKUP = InterfaceId.of("OQS-IF-001");

  private Samples() {}

  /** A query that gets the simulator's scenario of that short name. */
  static QualificationQuery query(String scenario) {
    ScenarioQuery asked =
        ScenarioCatalogue.standard().byId(scenario).query(LocalDate.now(ZoneId.of("Asia/Tokyo")));
    QualificationQuery.Builder query =
        QualificationQuery.builder()
            .insurerNumber(asked.insurerNumber())
            .number(asked.number())
            .birthdate(asked.birthdate());
    if (asked.symbol() != null) {
      query.symbol(asked.symbol());
    }
    if (asked.branch() != null) {
      query.branch(asked.branch());
    }
    return query.build();
  }
}
