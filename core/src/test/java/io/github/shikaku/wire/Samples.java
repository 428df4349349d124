package io.github.shikaku.wire;

import io.github.shikaku.qualification.QualificationRequestMessage;
import io.github.shikaku.qualification.QualificationResultMessage;
import java.nio.charset.StandardCharsets;

/** Documents as code. */
public final class Samples {
  /** The layout of OQS-IF-001. */
  public static final Layout<QualificationRequestMessage> REQUEST =
      QualificationRequestMessage.layout();

  /** The layout of OQS-IF-002. */
  public static final Layout<QualificationResultMessage> RESULT =
      QualificationResultMessage.layout();

  private Samples() {}

  /** An ordinary answer, with children in no special order. */
  public static String answer() {
    return """
        <?xml version="1.0" encoding="UTF-8" standalone="no"?>
        <XmlMsg>
          <MessageHeader>
            <ProcessExecutionTime>20261120093015</ProcessExecutionTime>
            <CharacterCodeIdentifier>0</CharacterCodeIdentifier>
            <SegmentOfResult>1</SegmentOfResult>
            <QualificationConfirmationDate>20261120</QualificationConfirmationDate>
            <ReferenceClassification>2</ReferenceClassification>
            <ArbitraryFileIdentifier>shk-20261120-0001</ArbitraryFileIdentifier>
            <MedicalInstitutionCode>1319999991</MedicalInstitutionCode>
          </MessageHeader>
          <MessageBody>
            <ResultList>
              <ResultOfQualificationConfirmation>
                <Address>東京都千代田区霞が関九丁目九九番九九号</Address>
                <Name>資格　太郎</Name>
                <InsuredCardClassification>01</InsuredCardClassification>
                <InsurerNumber>06139992</InsurerNumber>
                <InsuredCardSymbol>－１２３４</InsuredCardSymbol>
                <InsuredIdentificationNumber>5678910</InsuredIdentificationNumber>
                <InsuredBranchNumber>01</InsuredBranchNumber>
                <PersonalFamilyClassification>1</PersonalFamilyClassification>
                <NameKana>ｼｶｸ ﾀﾛｳ</NameKana>
                <Sex1>1</Sex1>
                <Birthdate>19700101</Birthdate>
                <QualificationDate>20200401</QualificationDate>
                <InsuredCardValidDate>20200401</InsuredCardValidDate>
                <InsurerName>例示健康保険組合</InsurerName>
                <LimitApplicationCertificateRelatedConsFlg>1</LimitApplicationCertificateRelatedConsFlg>
                <LimitApplicationCertificateRelatedConsTime>20261120093000</LimitApplicationCertificateRelatedConsTime>
                <LimitApplicationCertificateRelatedInfo>
                  <LimitApplicationCertificateClassification>01</LimitApplicationCertificateClassification>
                  <LimitApplicationCertificateClassificationFlag>A03</LimitApplicationCertificateClassificationFlag>
                  <LimitApplicationCertificateValidStartDate>20260801</LimitApplicationCertificateValidStartDate>
                  <LimitApplicationCertificateValidEndDate>20270731</LimitApplicationCertificateValidEndDate>
                </LimitApplicationCertificateRelatedInfo>
                <PharmacistsInfoConsFlg>1</PharmacistsInfoConsFlg>
                <PharmacistsInfoConsTime>20261120093000</PharmacistsInfoConsTime>
                <PharmacistsInfoAvailableTime>20261121093000</PharmacistsInfoAvailableTime>
                <PostNumber>100-9999</PostNumber>
              </ResultOfQualificationConfirmation>
            </ResultList>
            <ProcessingResultStatus>1</ProcessingResultStatus>
            <QualificationValidity>1</QualificationValidity>
          </MessageBody>
        </XmlMsg>""";
  }

  /** An answer that consists of little but the given body content. */
  public static byte[] answerWithBody(String body) {
    return utf8(
        "<XmlMsg><MessageHeader><SegmentOfResult>1</SegmentOfResult></MessageHeader><MessageBody>"
            + body
            + "</MessageBody></XmlMsg>");
  }

  /** UTF-8 bytes. */
  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The same document in Shift_JIS, declared so. */
  public static byte[] shiftJis(String document) {
    return document
        .replace("encoding=\"UTF-8\"", "encoding=\"Shift_JIS\"")
        .replace(
            "<CharacterCodeIdentifier>0</CharacterCodeIdentifier>",
            "<CharacterCodeIdentifier>1</CharacterCodeIdentifier>")
        .getBytes(WireEncoding.SHIFT_JIS.charset());
  }
}
