package io.github.shikaku.testkit.message;

import io.github.shikaku.testkit.person.SamplePerson;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What an answer says.
 *
 * @param header the message header
 * @param echo the query it answers, null at the reader
 * @param outcome the body, null when there is none
 * @param person whose qualification is reported, null when nobody was found
 */
public record AnswerContent(
    Header header,
    @Nullable ReceivedQuery echo,
    @Nullable Outcome outcome,
    @Nullable SamplePerson person) {

  /** The same answer with another header. */
  public AnswerContent withHeader(Header other) {
    return new AnswerContent(other, echo, outcome, person);
  }

  @Override
  public String toString() {
    return "AnswerContent[***]";
  }

  /**
   * The message header.
   *
   * @param processedAt 処理実行日時
   * @param confirmationDate 資格確認日
   * @param institution 医療機関コード
   * @param fileIdentifier 任意のファイル識別子
   * @param reference 照会区分 (OQSCD002)
   * @param segment 処理結果区分 (OQSCD003)
   * @param errorCode エラーコード
   * @param errorMessage エラーメッセージ
   * @param encoding the encoding that 文字コード識別 names
   */
  public record Header(
      LocalDateTime processedAt,
      LocalDate confirmationDate,
      String institution,
      @Nullable String fileIdentifier,
      String reference,
      String segment,
      @Nullable String errorCode,
      @Nullable String errorMessage,
      TextEncoding encoding) {
    /** The same header from another institution. */
    public Header withInstitution(String other) {
      return new Header(
          processedAt,
          confirmationDate,
          other,
          fileIdentifier,
          reference,
          segment,
          errorCode,
          errorMessage,
          encoding);
    }

    /** The same header for another file. */
    public Header withFileIdentifier(String other) {
      return new Header(
          processedAt,
          confirmationDate,
          institution,
          other,
          reference,
          segment,
          errorCode,
          errorMessage,
          encoding);
    }
  }

  /**
   * How the query of one person ended.
   *
   * @param status 処理結果状況 (OQSCD004)
   * @param code 処理結果コード
   * @param message 処理結果メッセージ
   * @param validity 資格有効性 (OQSCD006)
   * @param prescriptionIssue 処方箋発行形態 (OQSCD017)
   */
  public record Outcome(
      String status,
      @Nullable String code,
      @Nullable String message,
      @Nullable String validity,
      @Nullable String prescriptionIssue) {
    /** A normal end with the validity and nothing more to say. */
    public static Outcome normal(String validity) {
      return new Outcome("1", null, null, validity, null);
    }
  }
}
