package io.github.shikaku.qualification;

import io.github.shikaku.model.Code;
import io.github.shikaku.model.LimitCategory;
import io.github.shikaku.model.LimitCertificateClass;
import io.github.shikaku.model.OqsDate;
import jakarta.xml.bind.annotation.XmlElement;
import org.jspecify.annotations.Nullable;

/**
 * 限度額適用認定証関連情報 (LimitApplicationCertificateRelatedInfo).
 *
 * @param certificateClass 限度額適用認定証区分 (LimitApplicationCertificateClassification)
 * @param category 限度額適用認定証適用区分 (LimitApplicationCertificateClassificationFlag)
 * @param issued 限度額適用認定証交付年月日 (LimitApplicationCertificateDate)
 * @param validFrom 限度額適用認定証有効開始年月日 (LimitApplicationCertificateValidStartDate)
 * @param validUntil 限度額適用認定証有効終了年月日 (LimitApplicationCertificateValidEndDate)
 * @param longTermFrom 限度額適用認定証長期入院該当年月日 (LimitApplicationCertificateLongTermDate)
 */
public record LimitCertificate(
    @XmlElement(name = "LimitApplicationCertificateClassification")
        Code<LimitCertificateClass> certificateClass,
    @XmlElement(name = "LimitApplicationCertificateClassificationFlag")
        Code<LimitCategory> category,
    @XmlElement(name = "LimitApplicationCertificateDate") @Nullable OqsDate issued,
    @XmlElement(name = "LimitApplicationCertificateValidStartDate") @Nullable OqsDate validFrom,
    @XmlElement(name = "LimitApplicationCertificateValidEndDate") @Nullable OqsDate validUntil,
    @XmlElement(name = "LimitApplicationCertificateLongTermDate") @Nullable OqsDate longTermFrom) {}
