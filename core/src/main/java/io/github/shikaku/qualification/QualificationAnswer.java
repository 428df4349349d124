package io.github.shikaku.qualification;

import io.github.shikaku.model.Basis;
import io.github.shikaku.model.Code;
import io.github.shikaku.model.PrescriptionIssueForm;
import io.github.shikaku.model.ProcessingStatus;
import io.github.shikaku.model.QualificationValidity;
import io.github.shikaku.model.ResultSegment;
import io.github.shikaku.wire.Received;
import io.github.shikaku.wire.UnknownElement;
import io.github.shikaku.wire.WireEncoding;
import java.util.List;
import java.util.Optional;

/**
 * The answer to a qualification check. It is an answer also when nothing was found or the
 * qualification is invalid; look at {@link #validity()} or {@link #isConfirmedValid()}.
 *
 * <p>A lookup by number prepares or completes reception. It does not replace presenting the マイナ保険証
 * or the 資格確認書, which is why every answer carries its basis.
 *
 * @param basis what the qualification rests on
 * @param message the message as it came in
 * @param unknown elements that the layout does not know
 * @param encoding the encoding the answer stood in
 */
public record QualificationAnswer(
    Basis basis,
    QualificationResultMessage message,
    List<UnknownElement> unknown,
    WireEncoding encoding) {

  /** Copies the list. */
  public QualificationAnswer {
    unknown = List.copyOf(unknown);
  }

  /** An answer on a basis. */
  public static QualificationAnswer of(Basis basis, Received<QualificationResultMessage> received) {
    return new QualificationAnswer(
        basis, received.message(), received.unknown(), received.encoding());
  }

  /** Header (MessageHeader): whose answer it is, and how the processing ended. */
  public QualificationResultMessage.Header header() {
    return message.header();
  }

  /** 処理結果区分 of the whole answer (SegmentOfResult). */
  public Code<ResultSegment> segment() {
    return header().segment();
  }

  /** 処理結果状況 of the person (ProcessingResultStatus). */
  public Code<ProcessingStatus> status() {
    return body()
        .map(QualificationResultMessage.Body::status)
        .orElseGet(() -> Code.notReported(ProcessingStatus.class));
  }

  /** 処理結果コード (ProcessingResultCode), verbatim. It also stands beside a normal end, as a notice. */
  public Optional<String> resultCode() {
    return body().map(QualificationResultMessage.Body::resultCode);
  }

  /** 処理結果メッセージ (ProcessingResultMessage), verbatim, to be shown to staff. */
  public Optional<String> resultMessage() {
    return body().map(QualificationResultMessage.Body::resultMessage);
  }

  /** 資格有効性 (QualificationValidity); never null, and never valid when it is absent or unknown. */
  public Code<QualificationValidity> validity() {
    return body()
        .map(QualificationResultMessage.Body::validity)
        .orElseGet(() -> Code.notReported(QualificationValidity.class));
  }

  /** 処方箋発行形態 (PrescriptionIssueSelect), from the body or else from the first record with one. */
  public Code<PrescriptionIssueForm> prescriptionIssue() {
    return body()
        .map(QualificationResultMessage.Body::prescriptionIssue)
        .filter(Code::isReported)
        .or(
            () ->
                qualifications().stream()
                    .map(QualificationResult::prescriptionIssue)
                    .filter(Code::isReported)
                    .findFirst())
        .orElseGet(() -> Code.notReported(PrescriptionIssueForm.class));
  }

  /** The qualifications found: none, usually one, several when 複数該当 or 医療扶助 comes along. */
  public List<QualificationResult> qualifications() {
    return body().map(QualificationResultMessage.Body::results).orElse(List.of());
  }

  /**
   * Whether a program may take the qualification over without staff looking: processing ended
   * normally (処理結果区分 1 and 処理結果状況 1), the qualification is 有効, and there is exactly one. 有効（未登録）of
   * 医療扶助 and answers with several records need a look.
   */
  public boolean isConfirmedValid() {
    return segment().is(ResultSegment.NORMAL)
        && status().is(ProcessingStatus.NORMAL)
        && validity().is(QualificationValidity.VALID)
        && qualifications().size() == 1;
  }

  private Optional<QualificationResultMessage.Body> body() {
    return Optional.ofNullable(message.body());
  }
}
