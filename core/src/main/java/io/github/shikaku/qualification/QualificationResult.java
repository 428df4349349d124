package io.github.shikaku.qualification;

import io.github.shikaku.model.Birthdate;
import io.github.shikaku.model.BranchNumber;
import io.github.shikaku.model.CardClassification;
import io.github.shikaku.model.Code;
import io.github.shikaku.model.ConsentFlag;
import io.github.shikaku.model.InsuredNumber;
import io.github.shikaku.model.InsuredSymbol;
import io.github.shikaku.model.InsurerNumber;
import io.github.shikaku.model.LimitChanged;
import io.github.shikaku.model.LimitConsentFlag;
import io.github.shikaku.model.LossReason;
import io.github.shikaku.model.OqsDate;
import io.github.shikaku.model.OqsTime;
import io.github.shikaku.model.Percentage;
import io.github.shikaku.model.PersonalFamily;
import io.github.shikaku.model.PersonalText;
import io.github.shikaku.model.Preschool;
import io.github.shikaku.model.PrescriptionIssueForm;
import io.github.shikaku.model.ReferenceNumber;
import io.github.shikaku.model.Sex;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One qualification of a person (資格確認結果, ResultOfQualificationConfirmation). An absent element
 * means not reported, never gone: it is null, a code that is not reported, or an empty list.
 *
 * @param cardClass 被保険者証区分 (InsuredCardClassification)
 * @param insurerNumber 保険者番号 (InsurerNumber)
 * @param symbol 記号 (InsuredCardSymbol)
 * @param number 番号 (InsuredIdentificationNumber)
 * @param branch 枝番 (InsuredBranchNumber)
 * @param personal 本人・家族の別 (PersonalFamilyClassification)
 * @param insuredName 被保険者氏名（世帯主氏名） (InsuredName)
 * @param name 氏名; characters OQS cannot represent arrive as ● (Name)
 * @param nameOther 氏名（その他） (NameOfOther)
 * @param nameKana 氏名カナ, half-width (NameKana)
 * @param nameOtherKana 氏名カナ（その他）, half-width (NameOfOtherKana)
 * @param sex 性別1 (Sex1)
 * @param sex2 性別2; set only under the notice of 2012-09-21 (Sex2)
 * @param birthdate 生年月日 (Birthdate)
 * @param address 住所; left out on purpose for protected people (Address)
 * @param postalCode 郵便番号 (PostNumber)
 * @param acquired 資格取得年月日 (QualificationDate)
 * @param lost 資格喪失年月日, the first day without cover (DisqualificationDate)
 * @param issued 証交付年月日 (InsuredCertificateIssuanceDate)
 * @param validFrom 証有効開始年月日 (InsuredCardValidDate)
 * @param validUntil 証有効終了年月日 (InsuredCardExpirationDate)
 * @param copay 証一部負担金割合; 010 is 1割 (InsuredPartialContributionRatio)
 * @param preschool 未就学区分 (PreschoolClassification)
 * @param lossReason 資格喪失事由 (ReasonOfLoss)
 * @param insurerName 保険者名称 (InsurerName)
 * @param elderlyRecipient 高齢受給者証情報 (ElderlyRecipientCertificateInfo)
 * @param limitConsent 限度額適用認定証提供同意フラグ (LimitApplicationCertificateRelatedConsFlg)
 * @param limitConsentAt 限度額適用認定証提供同意日時 (LimitApplicationCertificateRelatedConsTime)
 * @param limitCertificate 限度額適用認定証関連情報 (LimitApplicationCertificateRelatedInfo)
 * @param specificDiseasesConsent 特定疾病療養受療証提供同意フラグ (SpecificDiseasesCertificateRelatedConsFlg)
 * @param specificDiseasesConsentAt 特定疾病療養受療証提供同意日時 (SpecificDiseasesCertificateRelatedConsTime)
 * @param specificDiseases 特定疾病療養受療証情報 (SpecificDiseasesCertificateInfo)
 * @param medicalTickets 医療扶助資格確認結果: 医療券・調剤券 (MedicalTicketInfo)
 * @param checkupConsent 特定健診情報閲覧 同意フラグ (SpecificHealthCheckupsInfoConsFlg)
 * @param checkupConsentAt 特定健診情報閲覧 同意日時 (SpecificHealthCheckupsInfoConsTime)
 * @param checkupAvailableUntil 特定健診情報閲覧 有効期限 (SpecificHealthCheckupsInfoAvailableTime)
 * @param medicationConsent 薬剤情報閲覧 同意フラグ (PharmacistsInfoConsFlg)
 * @param medicationConsentAt 薬剤情報閲覧 同意日時 (PharmacistsInfoConsTime)
 * @param medicationAvailableUntil 薬剤情報閲覧 有効期限 (PharmacistsInfoAvailableTime)
 * @param diagnosisConsent 診療情報閲覧 同意フラグ (DiagnosisInfoConsFlg)
 * @param diagnosisConsentAt 診療情報閲覧 同意日時 (DiagnosisInfoConsTime)
 * @param diagnosisAvailableUntil 診療情報閲覧 有効期限 (DiagnosisInfoAvailableTime)
 * @param operationConsent 手術情報閲覧 同意フラグ (OperationInfoConsFlg)
 * @param operationConsentAt 手術情報閲覧 同意日時 (OperationInfoConsTime)
 * @param operationAvailableUntil 手術情報閲覧 有効期限 (OperationInfoAvailableTime)
 * @param diseaseNameConsent 傷病名閲覧 同意フラグ (DiagnosisNameConsFlg)
 * @param diseaseNameConsentAt 傷病名閲覧 同意日時 (DiagnosisNameConsTime)
 * @param diseaseNameAvailableUntil 傷病名閲覧 有効期限 (DiagnosisNameAvailableTime)
 * @param infectionConsent 感染症情報閲覧 同意フラグ (InfectiousInfoConsFlg)
 * @param infectionConsentAt 感染症情報閲覧 同意日時 (InfectiousInfoConsTime)
 * @param infectionAvailableUntil 感染症情報閲覧 有効期限 (InfectiousInfoAvailableTime)
 * @param allergyConsent その他アレルギー等情報閲覧 同意フラグ (AllergyInfoConsFlg)
 * @param allergyConsentAt その他アレルギー等情報閲覧 同意日時 (AllergyInfoConsTime)
 * @param allergyAvailableUntil その他アレルギー等情報閲覧 有効期限 (AllergyInfoAvailableTime)
 * @param contraindicationConsent 薬剤アレルギー等情報閲覧 同意フラグ (ContraindicationInfoConsFlg)
 * @param contraindicationConsentAt 薬剤アレルギー等情報閲覧 同意日時 (ContraindicationInfoConsTime)
 * @param contraindicationAvailableUntil 薬剤アレルギー等情報閲覧 有効期限 (ContraindicationInfoAvailableTime)
 * @param testConsent 検査情報閲覧 同意フラグ (TestInfoConsFlg)
 * @param testConsentAt 検査情報閲覧 同意日時 (TestInfoConsTime)
 * @param testAvailableUntil 検査情報閲覧 有効期限 (TestInfoAvailableTime)
 * @param prescriptionConsent 処方情報閲覧 同意フラグ (PrescriptionInfoConsFlg)
 * @param prescriptionConsentAt 処方情報閲覧 同意日時 (PrescriptionInfoConsTime)
 * @param prescriptionAvailableUntil 処方情報閲覧 有効期限 (PrescriptionInfoAvailableTime)
 * @param referenceNumber 照会番号; present only when registered (ReferenceNumber)
 * @param arbitraryIdentifier 任意の識別子 (ArbitraryIdentifier)
 * @param confirmationKey 資格確認キー; seen in reader results, its meaning is not published
 *     (QualificationConfirmationKey)
 * @param limitChanged 限度額情報変更有無; bulk answers only (LimitApplicationCertificateChanged)
 * @param prescriptionIssue 処方箋発行形態, where it stands in the record instead of the body
 *     (PrescriptionIssueSelect)
 * @param publicExpenseNumber 公費負担者番号, seen in 医療扶助 records without insurer number
 *     (PublicExpenseNumber)
 * @param beneficiaryNumber 受給者番号, seen likewise (BeneficiaryNumber)
 * @param welfareOfficeName 福祉事務所名, seen likewise (WelfareOfficeName)
 */
public record QualificationResult(
    @XmlElement(name = "InsuredCardClassification") Code<CardClassification> cardClass,
    @XmlElement(name = "InsurerNumber") @Nullable InsurerNumber insurerNumber,
    @XmlElement(name = "InsuredCardSymbol") @Nullable InsuredSymbol symbol,
    @XmlElement(name = "InsuredIdentificationNumber") @Nullable InsuredNumber number,
    @XmlElement(name = "InsuredBranchNumber") @Nullable BranchNumber branch,
    @XmlElement(name = "PersonalFamilyClassification") Code<PersonalFamily> personal,
    @XmlElement(name = "InsuredName") @Nullable PersonalText insuredName,
    @XmlElement(name = "Name") @Nullable PersonalText name,
    @XmlElement(name = "NameOfOther") @Nullable PersonalText nameOther,
    @XmlElement(name = "NameKana") @Nullable PersonalText nameKana,
    @XmlElement(name = "NameOfOtherKana") @Nullable PersonalText nameOtherKana,
    @XmlElement(name = "Sex1") Code<Sex> sex,
    @XmlElement(name = "Sex2") Code<Sex> sex2,
    @XmlElement(name = "Birthdate") @Nullable Birthdate birthdate,
    @XmlElement(name = "Address") @Nullable PersonalText address,
    @XmlElement(name = "PostNumber") @Nullable PersonalText postalCode,
    @XmlElement(name = "QualificationDate") @Nullable OqsDate acquired,
    @XmlElement(name = "DisqualificationDate") @Nullable OqsDate lost,
    @XmlElement(name = "InsuredCertificateIssuanceDate") @Nullable OqsDate issued,
    @XmlElement(name = "InsuredCardValidDate") @Nullable OqsDate validFrom,
    @XmlElement(name = "InsuredCardExpirationDate") @Nullable OqsDate validUntil,
    @XmlElement(name = "InsuredPartialContributionRatio") @Nullable Percentage copay,
    @XmlElement(name = "PreschoolClassification") Code<Preschool> preschool,
    @XmlElement(name = "ReasonOfLoss") Code<LossReason> lossReason,
    @XmlElement(name = "InsurerName") @Nullable String insurerName,
    @XmlElement(name = "ElderlyRecipientCertificateInfo")
        @Nullable ElderlyRecipientCertificate elderlyRecipient,
    @XmlElement(name = "LimitApplicationCertificateRelatedConsFlg")
        Code<LimitConsentFlag> limitConsent,
    @XmlElement(name = "LimitApplicationCertificateRelatedConsTime")
        @Nullable OqsTime limitConsentAt,
    @XmlElement(name = "LimitApplicationCertificateRelatedInfo")
        @Nullable LimitCertificate limitCertificate,
    @XmlElement(name = "SpecificDiseasesCertificateRelatedConsFlg")
        Code<ConsentFlag> specificDiseasesConsent,
    @XmlElement(name = "SpecificDiseasesCertificateRelatedConsTime")
        @Nullable OqsTime specificDiseasesConsentAt,
    @XmlElementWrapper(name = "SpecificDiseasesCertificateList")
        @XmlElement(name = "SpecificDiseasesCertificateInfo")
        List<SpecificDiseaseCertificate> specificDiseases,
    @XmlElementWrapper(name = "PublicExpenseResultList") @XmlElement(name = "MedicalTicketInfo")
        List<MedicalTicket> medicalTickets,
    @XmlElement(name = "SpecificHealthCheckupsInfoConsFlg") Code<ConsentFlag> checkupConsent,
    @XmlElement(name = "SpecificHealthCheckupsInfoConsTime") @Nullable OqsTime checkupConsentAt,
    @XmlElement(name = "SpecificHealthCheckupsInfoAvailableTime")
        @Nullable OqsTime checkupAvailableUntil,
    @XmlElement(name = "PharmacistsInfoConsFlg") Code<ConsentFlag> medicationConsent,
    @XmlElement(name = "PharmacistsInfoConsTime") @Nullable OqsTime medicationConsentAt,
    @XmlElement(name = "PharmacistsInfoAvailableTime") @Nullable OqsTime medicationAvailableUntil,
    @XmlElement(name = "DiagnosisInfoConsFlg") Code<ConsentFlag> diagnosisConsent,
    @XmlElement(name = "DiagnosisInfoConsTime") @Nullable OqsTime diagnosisConsentAt,
    @XmlElement(name = "DiagnosisInfoAvailableTime") @Nullable OqsTime diagnosisAvailableUntil,
    @XmlElement(name = "OperationInfoConsFlg") Code<ConsentFlag> operationConsent,
    @XmlElement(name = "OperationInfoConsTime") @Nullable OqsTime operationConsentAt,
    @XmlElement(name = "OperationInfoAvailableTime") @Nullable OqsTime operationAvailableUntil,
    @XmlElement(name = "DiagnosisNameConsFlg") Code<ConsentFlag> diseaseNameConsent,
    @XmlElement(name = "DiagnosisNameConsTime") @Nullable OqsTime diseaseNameConsentAt,
    @XmlElement(name = "DiagnosisNameAvailableTime") @Nullable OqsTime diseaseNameAvailableUntil,
    @XmlElement(name = "InfectiousInfoConsFlg") Code<ConsentFlag> infectionConsent,
    @XmlElement(name = "InfectiousInfoConsTime") @Nullable OqsTime infectionConsentAt,
    @XmlElement(name = "InfectiousInfoAvailableTime") @Nullable OqsTime infectionAvailableUntil,
    @XmlElement(name = "AllergyInfoConsFlg") Code<ConsentFlag> allergyConsent,
    @XmlElement(name = "AllergyInfoConsTime") @Nullable OqsTime allergyConsentAt,
    @XmlElement(name = "AllergyInfoAvailableTime") @Nullable OqsTime allergyAvailableUntil,
    @XmlElement(name = "ContraindicationInfoConsFlg") Code<ConsentFlag> contraindicationConsent,
    @XmlElement(name = "ContraindicationInfoConsTime") @Nullable OqsTime contraindicationConsentAt,
    @XmlElement(name = "ContraindicationInfoAvailableTime")
        @Nullable OqsTime contraindicationAvailableUntil,
    @XmlElement(name = "TestInfoConsFlg") Code<ConsentFlag> testConsent,
    @XmlElement(name = "TestInfoConsTime") @Nullable OqsTime testConsentAt,
    @XmlElement(name = "TestInfoAvailableTime") @Nullable OqsTime testAvailableUntil,
    @XmlElement(name = "PrescriptionInfoConsFlg") Code<ConsentFlag> prescriptionConsent,
    @XmlElement(name = "PrescriptionInfoConsTime") @Nullable OqsTime prescriptionConsentAt,
    @XmlElement(name = "PrescriptionInfoAvailableTime")
        @Nullable OqsTime prescriptionAvailableUntil,
    @XmlElement(name = "ReferenceNumber") @Nullable ReferenceNumber referenceNumber,
    @XmlElement(name = "ArbitraryIdentifier") @Nullable PersonalText arbitraryIdentifier,
    @XmlElement(name = "QualificationConfirmationKey") @Nullable PersonalText confirmationKey,
    @XmlElement(name = "LimitApplicationCertificateChanged") Code<LimitChanged> limitChanged,
    @XmlElement(name = "PrescriptionIssueSelect") Code<PrescriptionIssueForm> prescriptionIssue,
    @XmlElement(name = "PublicExpenseNumber") @Nullable PersonalText publicExpenseNumber,
    @XmlElement(name = "BeneficiaryNumber") @Nullable PersonalText beneficiaryNumber,
    @XmlElement(name = "WelfareOfficeName") @Nullable String welfareOfficeName) {
  /** Consents to the viewing of medical information (閲覧同意), every family in its usual order. */
  public Map<ConsentFamily, MedicalConsent> consents() {
    Map<ConsentFamily, MedicalConsent> consents = new EnumMap<>(ConsentFamily.class);
    consents.put(
        ConsentFamily.CHECKUP,
        new MedicalConsent(checkupConsent, checkupConsentAt, checkupAvailableUntil));
    consents.put(
        ConsentFamily.MEDICATION,
        new MedicalConsent(medicationConsent, medicationConsentAt, medicationAvailableUntil));
    consents.put(
        ConsentFamily.DIAGNOSIS,
        new MedicalConsent(diagnosisConsent, diagnosisConsentAt, diagnosisAvailableUntil));
    consents.put(
        ConsentFamily.OPERATION,
        new MedicalConsent(operationConsent, operationConsentAt, operationAvailableUntil));
    consents.put(
        ConsentFamily.DISEASE_NAME,
        new MedicalConsent(diseaseNameConsent, diseaseNameConsentAt, diseaseNameAvailableUntil));
    consents.put(
        ConsentFamily.INFECTION,
        new MedicalConsent(infectionConsent, infectionConsentAt, infectionAvailableUntil));
    consents.put(
        ConsentFamily.ALLERGY,
        new MedicalConsent(allergyConsent, allergyConsentAt, allergyAvailableUntil));
    consents.put(
        ConsentFamily.CONTRAINDICATION,
        new MedicalConsent(
            contraindicationConsent, contraindicationConsentAt, contraindicationAvailableUntil));
    consents.put(
        ConsentFamily.TEST, new MedicalConsent(testConsent, testConsentAt, testAvailableUntil));
    consents.put(
        ConsentFamily.PRESCRIPTION,
        new MedicalConsent(prescriptionConsent, prescriptionConsentAt, prescriptionAvailableUntil));
    return Collections.unmodifiableMap(consents);
  }

  /** Names codes only: everything else of a person's qualification is personal. */
  @Override
  public String toString() {
    return "QualificationResult[cardClass="
        + cardClass
        + ", limitConsent="
        + limitConsent
        + ", specificDiseases="
        + specificDiseases.size()
        + ", medicalTickets="
        + medicalTickets.size()
        + "]";
  }
}
