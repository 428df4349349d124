package io.github.shikaku.testkit.message;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** OQS-IF-001, the request 資格確認要求. */
@XmlRootElement(name = "XmlMsg")
@XmlAccessorType(XmlAccessType.FIELD)
final class RequestXml {
  @XmlElement(name = "MessageHeader")
  @Nullable Header messageHeader;

  @XmlElement(name = "MessageBody")
  @Nullable Body messageBody;

  @XmlAccessorType(XmlAccessType.FIELD)
  static final class Header {
    @XmlElement(name = "QualificationConfirmationDate")
    @Nullable String qualificationConfirmationDate;

    @XmlElement(name = "MedicalInstitutionCode")
    @Nullable String medicalInstitutionCode;

    @XmlElement(name = "ArbitraryFileIdentifier")
    @Nullable String arbitraryFileIdentifier;
  }

  @XmlAccessorType(XmlAccessType.FIELD)
  static final class Body {
    @XmlElement(name = "QualificationConfirmSearchInfo")
    @Nullable SearchInfoXml qualificationConfirmSearchInfo;
  }
}
