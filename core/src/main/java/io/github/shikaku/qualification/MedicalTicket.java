package io.github.shikaku.qualification;

import io.github.shikaku.model.Code;
import io.github.shikaku.model.DesignatedInstitutionCheck;
import io.github.shikaku.model.ElderlyMedicalCare;
import io.github.shikaku.model.InfectiousDiseaseAid;
import io.github.shikaku.model.MedicalInstitutionCode;
import io.github.shikaku.model.OqsDate;
import io.github.shikaku.model.OqsMonth;
import io.github.shikaku.model.PersonalText;
import io.github.shikaku.model.PrefecturalExpenses;
import io.github.shikaku.model.SingleOrCombinedUse;
import io.github.shikaku.model.SocialInsuranceConsistency;
import io.github.shikaku.model.SocialInsuranceStatus;
import io.github.shikaku.model.TicketType;
import io.github.shikaku.model.TreatmentType;
import io.github.shikaku.model.Yen;
import jakarta.xml.bind.annotation.XmlElement;
import org.jspecify.annotations.Nullable;

/**
 * 医療券・調剤券情報 of a person on 医療扶助 (MedicalTicketInfo).
 *
 * @param type 医療券・調剤券別 (TicketType)
 * @param validFrom 有効開始年月日 (MedicalTicketValidDate)
 * @param validUntil 有効終了年月日 (MedicalTicketExpirationDate)
 * @param issueNumber 交付番号 (IssueNumber)
 * @param treatmentMonth 診療年月 (MedicalTreatmentMonth)
 * @param institutionCode 指定医療機関コード (DesignatedMedicalInstitutionCode)
 * @param institutionCheck 指定医療機関確認フラグ (DesignatedMedicalInstitutionFlag)
 * @param institutionName 指定医療機関名 (DesignatedMedicalInstitutionName)
 * @param issuerCode 処方箋発行元医療機関コード (PrescriptionIssuerMedicalInstitutionCode)
 * @param issuerName 処方箋発行元医療機関名 (PrescriptionIssuerMedicalInstitutionName)
 * @param injuryName1 傷病名1 (InjuryName1)
 * @param injuryName2 傷病名2 (InjuryName2)
 * @param injuryName3 傷病名3 (InjuryName3)
 * @param treatmentType 診療別 (MedicalTreatmentType)
 * @param selfPay 本人支払額 (SelfPayAmount)
 * @param districtContact 地区担当員名 (DistrictContactName)
 * @param handlingContact 取扱担当者名 (HandlingContactName)
 * @param use 単独・併用別 (SingleOrCombinedUse)
 * @param socialInsurance 社会保険状況 (StatusOfSocialInsurance)
 * @param socialInsuranceConsistency 社会保険状況の整合性フラグ (ConsistencyFlag)
 * @param infectiousDiseaseAid 感染症法37条の2; the element is spelt so (StatusOfInfecton)
 * @param elderlyMedicalCare 後期高齢者医療 (StatusOfElderlyMedicalCare)
 * @param prefecturalExpenses 都道府県費 (StatusOfPrefecturalExpenses)
 * @param remarks1 備考1 (Remarks1)
 * @param remarks2 備考2 (Remarks2)
 * @param remarks3 備考3 (Remarks3)
 */
public record MedicalTicket(
    @XmlElement(name = "TicketType") Code<TicketType> type,
    @XmlElement(name = "MedicalTicketValidDate") @Nullable OqsDate validFrom,
    @XmlElement(name = "MedicalTicketExpirationDate") @Nullable OqsDate validUntil,
    @XmlElement(name = "IssueNumber") @Nullable PersonalText issueNumber,
    @XmlElement(name = "MedicalTreatmentMonth") @Nullable OqsMonth treatmentMonth,
    @XmlElement(name = "DesignatedMedicalInstitutionCode")
        @Nullable MedicalInstitutionCode institutionCode,
    @XmlElement(name = "DesignatedMedicalInstitutionFlag")
        Code<DesignatedInstitutionCheck> institutionCheck,
    @XmlElement(name = "DesignatedMedicalInstitutionName") @Nullable String institutionName,
    @XmlElement(name = "PrescriptionIssuerMedicalInstitutionCode")
        @Nullable MedicalInstitutionCode issuerCode,
    @XmlElement(name = "PrescriptionIssuerMedicalInstitutionName") @Nullable String issuerName,
    @XmlElement(name = "InjuryName1") @Nullable PersonalText injuryName1,
    @XmlElement(name = "InjuryName2") @Nullable PersonalText injuryName2,
    @XmlElement(name = "InjuryName3") @Nullable PersonalText injuryName3,
    @XmlElement(name = "MedicalTreatmentType") Code<TreatmentType> treatmentType,
    @XmlElement(name = "SelfPayAmount") @Nullable Yen selfPay,
    @XmlElement(name = "DistrictContactName") @Nullable PersonalText districtContact,
    @XmlElement(name = "HandlingContactName") @Nullable PersonalText handlingContact,
    @XmlElement(name = "SingleOrCombinedUse") Code<SingleOrCombinedUse> use,
    @XmlElement(name = "StatusOfSocialInsurance") Code<SocialInsuranceStatus> socialInsurance,
    @XmlElement(name = "ConsistencyFlag")
        Code<SocialInsuranceConsistency> socialInsuranceConsistency,
    @XmlElement(name = "StatusOfInfecton") Code<InfectiousDiseaseAid> infectiousDiseaseAid,
    @XmlElement(name = "StatusOfElderlyMedicalCare") Code<ElderlyMedicalCare> elderlyMedicalCare,
    @XmlElement(name = "StatusOfPrefecturalExpenses") Code<PrefecturalExpenses> prefecturalExpenses,
    @XmlElement(name = "Remarks1") @Nullable PersonalText remarks1,
    @XmlElement(name = "Remarks2") @Nullable PersonalText remarks2,
    @XmlElement(name = "Remarks3") @Nullable PersonalText remarks3) {
  /** Names codes only: everything else tells of the person or where it is treated. */
  @Override
  public String toString() {
    return "MedicalTicket[type=" + type + ", treatmentType=" + treatmentType + "]";
  }
}
