package io.github.shikaku.qualification;

import io.github.shikaku.model.OqsDate;
import io.github.shikaku.model.Percentage;
import jakarta.xml.bind.annotation.XmlElement;
import org.jspecify.annotations.Nullable;

/**
 * 高齢受給者証情報 of people from 70 to 74 (ElderlyRecipientCertificateInfo).
 *
 * @param issued 高齢受給者証交付年月日 (ElderlyRecipientCertificateDate)
 * @param validFrom 高齢受給者証有効開始年月日 (ElderlyRecipientValidStartDate)
 * @param validUntil 高齢受給者証有効終了年月日 (ElderlyRecipientValidEndDate)
 * @param copay 高齢受給者証一部負担金割合; 020 is 2割 (ElderlyRecipientContributionRatio)
 */
public record ElderlyRecipientCertificate(
    @XmlElement(name = "ElderlyRecipientCertificateDate") @Nullable OqsDate issued,
    @XmlElement(name = "ElderlyRecipientValidStartDate") @Nullable OqsDate validFrom,
    @XmlElement(name = "ElderlyRecipientValidEndDate") @Nullable OqsDate validUntil,
    @XmlElement(name = "ElderlyRecipientContributionRatio") @Nullable Percentage copay) {}
