package io.github.shikaku.testkit.message;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import org.jspecify.annotations.Nullable;

/** QualificationConfirmSearchInfo, in a request and echoed in its answer. */
@XmlAccessorType(XmlAccessType.FIELD)
final class SearchInfoXml {
  @XmlElement(name = "InsurerNumber")
  @Nullable String insurerNumber;

  @XmlElement(name = "InsuredCardSymbol")
  @Nullable String insuredCardSymbol;

  @XmlElement(name = "InsuredIdentificationNumber")
  @Nullable String insuredIdentificationNumber;

  @XmlElement(name = "InsuredBranchNumber")
  @Nullable String insuredBranchNumber;

  @XmlElement(name = "Birthdate")
  @Nullable String birthdate;

  @XmlElement(name = "LimitApplicationCertificateRelatedConsFlg")
  @Nullable String limitApplicationCertificateRelatedConsFlg;

  @XmlElement(name = "ArbitraryIdentifier")
  @Nullable String arbitraryIdentifier;
}
