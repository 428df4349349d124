package io.github.shikaku.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.shikaku.model.Basis;
import io.github.shikaku.model.PrescriptionIssueForm;
import io.github.shikaku.model.QualificationValidity;
import io.github.shikaku.wire.XmlReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualificationAnswerTest {
  @ParameterizedTest
  @CsvSource({
    "1,1,1,1,true",
    "2,1,1,1,false",
    "9,1,1,1,false",
    "1,2,1,1,false",
    "1,1,2,1,false",
    "1,1,6,1,false",
    "1,1,Z,1,false",
    "1,1,'',1,false",
    "1,'',1,1,false",
    "'',1,1,1,false",
    "1,1,1,0,false",
    "1,1,1,2,false"
  })
  void isConfirmedValid_everyCondition_isNecessary(
      String segment, String status, String validity, int results, boolean expected) {
    QualificationAnswer answer =
        answer(
            "<ErrorCode>x</ErrorCode><SegmentOfResult>" + segment + "</SegmentOfResult>",
            "<ProcessingResultStatus>"
                + status
                + "</ProcessingResultStatus><QualificationValidity>"
                + validity
                + "</QualificationValidity><ResultList>"
                + "<ResultOfQualificationConfirmation/>".repeat(results)
                + "</ResultList>");

    assertThat(answer.isConfirmedValid()).isEqualTo(expected);
    assertThat(answer.qualifications()).hasSize(results);
  }

  @Test
  void accessors_withoutBody_areNeverNull() {
    QualificationAnswer answer =
        QualificationAnswer.of(
            Basis.READER,
            XmlReader.create()
                .read(
                    "<XmlMsg><MessageHeader><SegmentOfResult>9</SegmentOfResult></MessageHeader></XmlMsg>"
                        .getBytes(StandardCharsets.UTF_8),
                    QualificationResultMessage.layout()));

    assertThat(answer.validity().known()).isEqualTo(QualificationValidity.UNKNOWN);
    assertThat(answer.status().isReported()).isFalse();
    assertThat(answer.prescriptionIssue().isReported()).isFalse();
    assertThat(answer.resultCode()).isEmpty();
    assertThat(answer.resultMessage()).isEmpty();
    assertThat(answer.qualifications()).isEmpty();
    assertThat(answer.isConfirmedValid()).isFalse();
    assertThat(answer.basis()).isEqualTo(Basis.READER);
    assertThat(answer.segment().wire()).isEqualTo("9");
  }

  @ParameterizedTest
  @CsvSource({"1,,ELECTRONIC", ",2,PAPER", "1,2,ELECTRONIC", ",,UNKNOWN"})
  void prescriptionIssue_atEitherLevel_isFound(
      @Nullable String inBody, @Nullable String inRecord, PrescriptionIssueForm expected) {
    QualificationAnswer answer =
        answer(
            "<ErrorCode>x</ErrorCode>",
            issue(inBody)
                + "<ResultList><ResultOfQualificationConfirmation/>"
                + "<ResultOfQualificationConfirmation>"
                + issue(inRecord)
                + "</ResultOfQualificationConfirmation></ResultList>");

    assertThat(answer.prescriptionIssue().known()).isEqualTo(expected);
  }

  @Test
  void notice_besideNormalResult_isKeptVerbatim() {
    QualificationAnswer answer =
        answer(
            "<SegmentOfResult>1</SegmentOfResult>",
            "<ProcessingResultCode>X1</ProcessingResultCode>"
                + "<ProcessingResultMessage>証明書の有効期限</ProcessingResultMessage>");

    assertThat(answer.resultCode()).hasValue("X1");
    assertThat(answer.resultMessage()).hasValue("証明書の有効期限");
  }

  @Test
  void consents_everyFamily_isReachableInOrder() {
    QualificationAnswer answer =
        answer(
            "<SegmentOfResult>1</SegmentOfResult>",
            "<ResultList><ResultOfQualificationConfirmation>"
                + "<PharmacistsInfoConsFlg>1</PharmacistsInfoConsFlg>"
                + "<PharmacistsInfoConsTime>20261120093000</PharmacistsInfoConsTime>"
                + "<PharmacistsInfoAvailableTime>20261121093000</PharmacistsInfoAvailableTime>"
                + "<DiagnosisNameConsFlg>0</DiagnosisNameConsFlg>"
                + "</ResultOfQualificationConfirmation></ResultList>");

    QualificationResult result = answer.qualifications().get(0);
    assertThat(result.consents().keySet()).containsExactly(ConsentFamily.values());
    MedicalConsent medication = consent(result, ConsentFamily.MEDICATION);
    assertThat(medication.isGiven()).isTrue();
    assertThat(Objects.requireNonNull(medication.availableUntil()).wire())
        .isEqualTo("20261121093000");
    assertThat(consent(result, ConsentFamily.DISEASE_NAME).isReported()).isTrue();
    assertThat(consent(result, ConsentFamily.DISEASE_NAME).isGiven()).isFalse();
    assertThat(consent(result, ConsentFamily.TEST).isReported()).isFalse();
  }

  private static MedicalConsent consent(QualificationResult result, ConsentFamily family) {
    return Objects.requireNonNull(result.consents().get(family));
  }

  private static String issue(@Nullable String code) {
    return code == null ? "" : "<PrescriptionIssueSelect>" + code + "</PrescriptionIssueSelect>";
  }

  private static QualificationAnswer answer(String header, String body) {
    String document =
        "<XmlMsg><MessageHeader>"
            + header
            + "</MessageHeader><MessageBody>"
            + body
            + "</MessageBody></XmlMsg>";
    return QualificationAnswer.of(
        Basis.KNOWN_NUMBER,
        XmlReader.create()
            .read(document.getBytes(StandardCharsets.UTF_8), QualificationResultMessage.layout()));
  }
}
