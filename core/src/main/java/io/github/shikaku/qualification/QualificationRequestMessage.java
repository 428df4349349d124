package io.github.shikaku.qualification;

import io.github.shikaku.model.MedicalInstitutionCode;
import io.github.shikaku.model.OqsDate;
import io.github.shikaku.wire.Layout;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/**
 * 資格確認要求 (OQS-IF-001). {@link QualificationQuery#toMessage} makes one.
 *
 * @param header ヘッダー (MessageHeader)
 * @param body ボディー (MessageBody)
 */
@XmlRootElement(name = "XmlMsg")
public record QualificationRequestMessage(
    @XmlElement(name = "MessageHeader", required = true) Header header,
    @XmlElement(name = "MessageBody", required = true) Body body) {

  /** The layout of OQS-IF-001. It costs reflection, so it is asked for once and kept. */
  public static Layout<QualificationRequestMessage> layout() {
    return Layout.of(QualificationRequestMessage.class);
  }

  /**
   * Who asks, and for which day.
   *
   * @param confirmationDate 資格確認日 (QualificationConfirmationDate)
   * @param institution 医療機関コード (MedicalInstitutionCode)
   * @param fileIdentifier 任意のファイル識別子 (ArbitraryFileIdentifier), at most 50 characters
   */
  public record Header(
      @XmlElement(name = "QualificationConfirmationDate") @Nullable OqsDate confirmationDate,
      @XmlElement(name = "MedicalInstitutionCode") @Nullable MedicalInstitutionCode institution,
      @XmlElement(name = "ArbitraryFileIdentifier") @Nullable String fileIdentifier) {
    /** The identifier is free text of whoever asks, so it is not printed. */
    @Override
    public String toString() {
      return "Header[institution=" + institution + "]";
    }
  }

  /**
   * Who is asked about.
   *
   * @param searchInfo 資格確認照会情報 (QualificationConfirmSearchInfo)
   */
  public record Body(
      @XmlElement(name = "QualificationConfirmSearchInfo", required = true)
          QualificationSearchInfo searchInfo) {}
}
