package io.github.shikaku.qualification;

import io.github.shikaku.model.CharacterCode;
import io.github.shikaku.model.Code;
import io.github.shikaku.model.MedicalInstitutionCode;
import io.github.shikaku.model.OqsDate;
import io.github.shikaku.model.OqsTime;
import io.github.shikaku.model.PrescriptionIssueForm;
import io.github.shikaku.model.ProcessingStatus;
import io.github.shikaku.model.QualificationValidity;
import io.github.shikaku.model.ReferenceClassification;
import io.github.shikaku.model.ResultSegment;
import io.github.shikaku.wire.Layout;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 資格確認結果 (OQS-IF-002), from the exchange folder, the Web API or the face-authentication reader.
 *
 * @param header ヘッダー (MessageHeader)
 * @param body ボディー (MessageBody); absent when OQS ended abnormally
 */
@XmlRootElement(name = "XmlMsg")
public record QualificationResultMessage(
    @XmlElement(name = "MessageHeader", required = true) Header header,
    @XmlElement(name = "MessageBody") @Nullable Body body) {

  /** The layout of OQS-IF-002. It costs reflection, so it is asked for once and kept. */
  public static Layout<QualificationResultMessage> layout() {
    return Layout.of(QualificationResultMessage.class);
  }

  /**
   * Whose answer it is, and how the processing ended.
   *
   * @param processedAt 処理実行日時 (ProcessExecutionTime)
   * @param confirmationDate 資格確認日 (QualificationConfirmationDate)
   * @param institution 医療機関コード (MedicalInstitutionCode)
   * @param fileIdentifier 任意のファイル識別子, the request's (ArbitraryFileIdentifier)
   * @param inquiry 照会区分 (ReferenceClassification)
   * @param segment 処理結果区分 (SegmentOfResult)
   * @param errorCode エラーコード (ErrorCode); the list of codes is not public
   * @param errorMessage エラーメッセージ (ErrorMessage), verbatim
   * @param characterCode 文字コード識別 (CharacterCodeIdentifier)
   */
  public record Header(
      @XmlElement(name = "ProcessExecutionTime") @Nullable OqsTime processedAt,
      @XmlElement(name = "QualificationConfirmationDate") @Nullable OqsDate confirmationDate,
      @XmlElement(name = "MedicalInstitutionCode") @Nullable MedicalInstitutionCode institution,
      @XmlElement(name = "ArbitraryFileIdentifier") @Nullable String fileIdentifier,
      @XmlElement(name = "ReferenceClassification") Code<ReferenceClassification> inquiry,
      @XmlElement(name = "SegmentOfResult") Code<ResultSegment> segment,
      @XmlElement(name = "ErrorCode") @Nullable String errorCode,
      @XmlElement(name = "ErrorMessage") @Nullable String errorMessage,
      @XmlElement(name = "CharacterCodeIdentifier") Code<CharacterCode> characterCode) {
    /** Free text of the answer is not printed. */
    @Override
    public String toString() {
      return "Header[processedAt="
          + processedAt
          + ", institution="
          + institution
          + ", inquiry="
          + inquiry
          + ", segment="
          + segment
          + "]";
    }
  }

  /**
   * What was found.
   *
   * @param searchInfo 資格確認照会情報, the request's (QualificationConfirmSearchInfo); absent in answers
   *     by card
   * @param prescriptionIssue 処方箋発行形態 (PrescriptionIssueSelect); some answers have it in the record
   * @param status 処理結果状況 (ProcessingResultStatus)
   * @param resultCode 処理結果コード (ProcessingResultCode), also beside a normal end; the list of codes
   *     is not public
   * @param resultMessage 処理結果メッセージ (ProcessingResultMessage), verbatim
   * @param validity 資格有効性 (QualificationValidity)
   * @param results 資格確認結果 (ResultList / ResultOfQualificationConfirmation)
   */
  public record Body(
      @XmlElement(name = "QualificationConfirmSearchInfo")
          @Nullable QualificationSearchInfo searchInfo,
      @XmlElement(name = "PrescriptionIssueSelect") Code<PrescriptionIssueForm> prescriptionIssue,
      @XmlElement(name = "ProcessingResultStatus") Code<ProcessingStatus> status,
      @XmlElement(name = "ProcessingResultCode") @Nullable String resultCode,
      @XmlElement(name = "ProcessingResultMessage") @Nullable String resultMessage,
      @XmlElement(name = "QualificationValidity") Code<QualificationValidity> validity,
      @XmlElementWrapper(name = "ResultList")
          @XmlElement(name = "ResultOfQualificationConfirmation")
          List<QualificationResult> results) {
    /** Free text of the answer is not printed. */
    @Override
    public String toString() {
      return "Body[status=" + status + ", validity=" + validity + ", results=" + results + "]";
    }
  }
}
