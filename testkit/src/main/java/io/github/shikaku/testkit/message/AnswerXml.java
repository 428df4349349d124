package io.github.shikaku.testkit.message;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** OQS-IF-002, the answer 資格確認結果, which is also what the reader leaves in the face folder. */
@XmlRootElement(name = "XmlMsg")
@XmlAccessorType(XmlAccessType.FIELD)
final class AnswerXml {
  @XmlElement(name = "MessageHeader")
  @Nullable Header messageHeader;

  @XmlElement(name = "MessageBody")
  @Nullable Body messageBody;

  @XmlAccessorType(XmlAccessType.FIELD)
  static final class Header {
    @XmlElement(name = "ProcessExecutionTime")
    @Nullable String processExecutionTime;

    @XmlElement(name = "QualificationConfirmationDate")
    @Nullable String qualificationConfirmationDate;

    @XmlElement(name = "MedicalInstitutionCode")
    @Nullable String medicalInstitutionCode;

    @XmlElement(name = "ArbitraryFileIdentifier")
    @Nullable String arbitraryFileIdentifier;

    @XmlElement(name = "ReferenceClassification")
    @Nullable String referenceClassification;

    @XmlElement(name = "SegmentOfResult")
    @Nullable String segmentOfResult;

    @XmlElement(name = "ErrorCode")
    @Nullable String errorCode;

    @XmlElement(name = "ErrorMessage")
    @Nullable String errorMessage;

    @XmlElement(name = "CharacterCodeIdentifier")
    @Nullable String characterCodeIdentifier;
  }

  @XmlAccessorType(XmlAccessType.FIELD)
  static final class Body {
    @XmlElement(name = "QualificationConfirmSearchInfo")
    @Nullable SearchInfoXml qualificationConfirmSearchInfo;

    @XmlElement(name = "PrescriptionIssueSelect")
    @Nullable String prescriptionIssueSelect;

    @XmlElement(name = "ProcessingResultStatus")
    @Nullable String processingResultStatus;

    @XmlElement(name = "ProcessingResultCode")
    @Nullable String processingResultCode;

    @XmlElement(name = "ProcessingResultMessage")
    @Nullable String processingResultMessage;

    @XmlElement(name = "QualificationValidity")
    @Nullable String qualificationValidity;

    @XmlElementWrapper(name = "ResultList")
    @XmlElement(name = "ResultOfQualificationConfirmation")
    @Nullable List<Result> results;
  }

  @XmlAccessorType(XmlAccessType.FIELD)
  static final class Result {
    @XmlElement(name = "InsuredCardClassification")
    @Nullable String insuredCardClassification;

    @XmlElement(name = "InsurerNumber")
    @Nullable String insurerNumber;

    @XmlElement(name = "InsuredCardSymbol")
    @Nullable String insuredCardSymbol;

    @XmlElement(name = "InsuredIdentificationNumber")
    @Nullable String insuredIdentificationNumber;

    @XmlElement(name = "InsuredBranchNumber")
    @Nullable String insuredBranchNumber;

    @XmlElement(name = "PersonalFamilyClassification")
    @Nullable String personalFamilyClassification;

    @XmlElement(name = "InsuredName")
    @Nullable String insuredName;

    @XmlElement(name = "Name")
    @Nullable String name;

    @XmlElement(name = "NameOfOther")
    @Nullable String nameOfOther;

    @XmlElement(name = "NameKana")
    @Nullable String nameKana;

    @XmlElement(name = "NameOfOtherKana")
    @Nullable String nameOfOtherKana;

    @XmlElement(name = "Sex1")
    @Nullable String sex1;

    @XmlElement(name = "Sex2")
    @Nullable String sex2;

    @XmlElement(name = "Birthdate")
    @Nullable String birthdate;

    @XmlElement(name = "Address")
    @Nullable String address;

    @XmlElement(name = "PostNumber")
    @Nullable String postNumber;

    @XmlElement(name = "QualificationDate")
    @Nullable String qualificationDate;

    @XmlElement(name = "DisqualificationDate")
    @Nullable String disqualificationDate;

    @XmlElement(name = "InsuredCertificateIssuanceDate")
    @Nullable String insuredCertificateIssuanceDate;

    @XmlElement(name = "InsuredCardValidDate")
    @Nullable String insuredCardValidDate;

    @XmlElement(name = "InsuredCardExpirationDate")
    @Nullable String insuredCardExpirationDate;

    @XmlElement(name = "InsuredPartialContributionRatio")
    @Nullable String insuredPartialContributionRatio;

    @XmlElement(name = "PreschoolClassification")
    @Nullable String preschoolClassification;

    @XmlElement(name = "ReasonOfLoss")
    @Nullable String reasonOfLoss;

    @XmlElement(name = "InsurerName")
    @Nullable String insurerName;

    @XmlElement(name = "ElderlyRecipientCertificateInfo")
    @Nullable Elderly elderlyRecipientCertificateInfo;

    @XmlElement(name = "LimitApplicationCertificateRelatedConsFlg")
    @Nullable String limitApplicationCertificateRelatedConsFlg;

    @XmlElement(name = "LimitApplicationCertificateRelatedConsTime")
    @Nullable String limitApplicationCertificateRelatedConsTime;

    @XmlElement(name = "LimitApplicationCertificateRelatedInfo")
    @Nullable Limit limitApplicationCertificateRelatedInfo;

    @XmlElement(name = "SpecificDiseasesCertificateRelatedConsFlg")
    @Nullable String specificDiseasesCertificateRelatedConsFlg;

    @XmlElement(name = "SpecificDiseasesCertificateRelatedConsTime")
    @Nullable String specificDiseasesCertificateRelatedConsTime;

    @XmlElementWrapper(name = "SpecificDiseasesCertificateList")
    @XmlElement(name = "SpecificDiseasesCertificateInfo")
    @Nullable List<Disease> diseases;

    @XmlElementWrapper(name = "PublicExpenseResultList")
    @XmlElement(name = "MedicalTicketInfo")
    @Nullable List<Ticket> tickets;

    @XmlElement(name = "SpecificHealthCheckupsInfoConsFlg")
    @Nullable String specificHealthCheckupsInfoConsFlg;

    @XmlElement(name = "SpecificHealthCheckupsInfoConsTime")
    @Nullable String specificHealthCheckupsInfoConsTime;

    @XmlElement(name = "SpecificHealthCheckupsInfoAvailableTime")
    @Nullable String specificHealthCheckupsInfoAvailableTime;

    @XmlElement(name = "PharmacistsInfoConsFlg")
    @Nullable String pharmacistsInfoConsFlg;

    @XmlElement(name = "PharmacistsInfoConsTime")
    @Nullable String pharmacistsInfoConsTime;

    @XmlElement(name = "PharmacistsInfoAvailableTime")
    @Nullable String pharmacistsInfoAvailableTime;

    @XmlElement(name = "DiagnosisInfoConsFlg")
    @Nullable String diagnosisInfoConsFlg;

    @XmlElement(name = "DiagnosisInfoConsTime")
    @Nullable String diagnosisInfoConsTime;

    @XmlElement(name = "DiagnosisInfoAvailableTime")
    @Nullable String diagnosisInfoAvailableTime;

    @XmlElement(name = "OperationInfoConsFlg")
    @Nullable String operationInfoConsFlg;

    @XmlElement(name = "OperationInfoConsTime")
    @Nullable String operationInfoConsTime;

    @XmlElement(name = "OperationInfoAvailableTime")
    @Nullable String operationInfoAvailableTime;

    @XmlElement(name = "DiagnosisNameConsFlg")
    @Nullable String diagnosisNameConsFlg;

    @XmlElement(name = "DiagnosisNameConsTime")
    @Nullable String diagnosisNameConsTime;

    @XmlElement(name = "DiagnosisNameAvailableTime")
    @Nullable String diagnosisNameAvailableTime;

    @XmlElement(name = "InfectiousInfoConsFlg")
    @Nullable String infectiousInfoConsFlg;

    @XmlElement(name = "InfectiousInfoConsTime")
    @Nullable String infectiousInfoConsTime;

    @XmlElement(name = "InfectiousInfoAvailableTime")
    @Nullable String infectiousInfoAvailableTime;

    @XmlElement(name = "AllergyInfoConsFlg")
    @Nullable String allergyInfoConsFlg;

    @XmlElement(name = "AllergyInfoConsTime")
    @Nullable String allergyInfoConsTime;

    @XmlElement(name = "AllergyInfoAvailableTime")
    @Nullable String allergyInfoAvailableTime;

    @XmlElement(name = "ContraindicationInfoConsFlg")
    @Nullable String contraindicationInfoConsFlg;

    @XmlElement(name = "ContraindicationInfoConsTime")
    @Nullable String contraindicationInfoConsTime;

    @XmlElement(name = "ContraindicationInfoAvailableTime")
    @Nullable String contraindicationInfoAvailableTime;

    @XmlElement(name = "TestInfoConsFlg")
    @Nullable String testInfoConsFlg;

    @XmlElement(name = "TestInfoConsTime")
    @Nullable String testInfoConsTime;

    @XmlElement(name = "TestInfoAvailableTime")
    @Nullable String testInfoAvailableTime;

    @XmlElement(name = "PrescriptionInfoConsFlg")
    @Nullable String prescriptionInfoConsFlg;

    @XmlElement(name = "PrescriptionInfoConsTime")
    @Nullable String prescriptionInfoConsTime;

    @XmlElement(name = "PrescriptionInfoAvailableTime")
    @Nullable String prescriptionInfoAvailableTime;

    @XmlElement(name = "ReferenceNumber")
    @Nullable String referenceNumber;
  }

  @XmlAccessorType(XmlAccessType.FIELD)
  static final class Elderly {
    @XmlElement(name = "ElderlyRecipientCertificateDate")
    @Nullable String elderlyRecipientCertificateDate;

    @XmlElement(name = "ElderlyRecipientValidStartDate")
    @Nullable String elderlyRecipientValidStartDate;

    @XmlElement(name = "ElderlyRecipientValidEndDate")
    @Nullable String elderlyRecipientValidEndDate;

    @XmlElement(name = "ElderlyRecipientContributionRatio")
    @Nullable String elderlyRecipientContributionRatio;
  }

  @XmlAccessorType(XmlAccessType.FIELD)
  static final class Limit {
    @XmlElement(name = "LimitApplicationCertificateClassification")
    @Nullable String limitApplicationCertificateClassification;

    @XmlElement(name = "LimitApplicationCertificateClassificationFlag")
    @Nullable String limitApplicationCertificateClassificationFlag;

    @XmlElement(name = "LimitApplicationCertificateDate")
    @Nullable String limitApplicationCertificateDate;

    @XmlElement(name = "LimitApplicationCertificateValidStartDate")
    @Nullable String limitApplicationCertificateValidStartDate;

    @XmlElement(name = "LimitApplicationCertificateValidEndDate")
    @Nullable String limitApplicationCertificateValidEndDate;

    @XmlElement(name = "LimitApplicationCertificateLongTermDate")
    @Nullable String limitApplicationCertificateLongTermDate;
  }

  @XmlAccessorType(XmlAccessType.FIELD)
  static final class Disease {
    @XmlElement(name = "SpecificDiseasesDiseaseCategory")
    @Nullable String specificDiseasesDiseaseCategory;

    @XmlElement(name = "SpecificDiseasesCertificateDate")
    @Nullable String specificDiseasesCertificateDate;

    @XmlElement(name = "SpecificDiseasesValidStartDate")
    @Nullable String specificDiseasesValidStartDate;

    @XmlElement(name = "SpecificDiseasesValidEndDate")
    @Nullable String specificDiseasesValidEndDate;

    @XmlElement(name = "SpecificDiseasesSelfPay")
    @Nullable String specificDiseasesSelfPay;
  }

  @XmlAccessorType(XmlAccessType.FIELD)
  static final class Ticket {
    @XmlElement(name = "TicketType")
    @Nullable String ticketType;

    @XmlElement(name = "MedicalTicketValidDate")
    @Nullable String medicalTicketValidDate;

    @XmlElement(name = "MedicalTicketExpirationDate")
    @Nullable String medicalTicketExpirationDate;

    @XmlElement(name = "IssueNumber")
    @Nullable String issueNumber;

    @XmlElement(name = "MedicalTreatmentMonth")
    @Nullable String medicalTreatmentMonth;

    @XmlElement(name = "DesignatedMedicalInstitutionCode")
    @Nullable String designatedMedicalInstitutionCode;

    @XmlElement(name = "DesignatedMedicalInstitutionFlag")
    @Nullable String designatedMedicalInstitutionFlag;

    @XmlElement(name = "DesignatedMedicalInstitutionName")
    @Nullable String designatedMedicalInstitutionName;

    @XmlElement(name = "PrescriptionIssuerMedicalInstitutionCode")
    @Nullable String prescriptionIssuerMedicalInstitutionCode;

    @XmlElement(name = "PrescriptionIssuerMedicalInstitutionName")
    @Nullable String prescriptionIssuerMedicalInstitutionName;

    @XmlElement(name = "InjuryName1")
    @Nullable String injuryName1;

    @XmlElement(name = "InjuryName2")
    @Nullable String injuryName2;

    @XmlElement(name = "InjuryName3")
    @Nullable String injuryName3;

    @XmlElement(name = "MedicalTreatmentType")
    @Nullable String medicalTreatmentType;

    @XmlElement(name = "SelfPayAmount")
    @Nullable String selfPayAmount;

    @XmlElement(name = "DistrictContactName")
    @Nullable String districtContactName;

    @XmlElement(name = "HandlingContactName")
    @Nullable String handlingContactName;

    @XmlElement(name = "SingleOrCombinedUse")
    @Nullable String singleOrCombinedUse;

    @XmlElement(name = "StatusOfSocialInsurance")
    @Nullable String statusOfSocialInsurance;

    @XmlElement(name = "ConsistencyFlag")
    @Nullable String consistencyFlag;

    @XmlElement(name = "StatusOfInfecton")
    @Nullable String statusOfInfecton;

    @XmlElement(name = "StatusOfElderlyMedicalCare")
    @Nullable String statusOfElderlyMedicalCare;

    @XmlElement(name = "StatusOfPrefecturalExpenses")
    @Nullable String statusOfPrefecturalExpenses;

    @XmlElement(name = "Remarks1")
    @Nullable String remarks1;

    @XmlElement(name = "Remarks2")
    @Nullable String remarks2;

    @XmlElement(name = "Remarks3")
    @Nullable String remarks3;
  }
}
