package io.github.shikaku.qualification;

import io.github.shikaku.model.Code;
import io.github.shikaku.model.OqsDate;
import io.github.shikaku.model.SpecificDisease;
import io.github.shikaku.model.Yen;
import jakarta.xml.bind.annotation.XmlElement;
import org.jspecify.annotations.Nullable;

/**
 * 特定疾病療養受療証情報 (SpecificDiseasesCertificateInfo).
 *
 * @param disease 認定疾病区分 (SpecificDiseasesDiseaseCategory)
 * @param issued 交付年月日 (SpecificDiseasesCertificateDate)
 * @param validFrom 有効開始年月日 (SpecificDiseasesValidStartDate)
 * @param validUntil 有効終了年月日 (SpecificDiseasesValidEndDate)
 * @param selfPay 自己負担限度額 (SpecificDiseasesSelfPay)
 */
public record SpecificDiseaseCertificate(
    @XmlElement(name = "SpecificDiseasesDiseaseCategory") Code<SpecificDisease> disease,
    @XmlElement(name = "SpecificDiseasesCertificateDate") @Nullable OqsDate issued,
    @XmlElement(name = "SpecificDiseasesValidStartDate") @Nullable OqsDate validFrom,
    @XmlElement(name = "SpecificDiseasesValidEndDate") @Nullable OqsDate validUntil,
    @XmlElement(name = "SpecificDiseasesSelfPay") @Nullable Yen selfPay) {}
