package io.github.shikaku.qualification;

import io.github.shikaku.model.Birthdate;
import io.github.shikaku.model.BranchNumber;
import io.github.shikaku.model.Code;
import io.github.shikaku.model.InsuredNumber;
import io.github.shikaku.model.InsuredSymbol;
import io.github.shikaku.model.InsurerNumber;
import io.github.shikaku.model.LimitConsentFlag;
import io.github.shikaku.model.PersonalText;
import jakarta.xml.bind.annotation.XmlElement;
import org.jspecify.annotations.Nullable;

/**
 * The search key of a qualification check (資格確認照会情報, QualificationConfirmSearchInfo), in a request
 * and as its echo in an answer.
 *
 * @param insurerNumber 保険者番号, eight characters, padded with spaces on the left (InsurerNumber)
 * @param symbol 記号 (InsuredCardSymbol)
 * @param number 番号 (InsuredIdentificationNumber)
 * @param branch 枝番 (InsuredBranchNumber)
 * @param birthdate 生年月日 (Birthdate)
 * @param limitConsent 限度額適用認定証提供同意フラグ (LimitApplicationCertificateRelatedConsFlg)
 * @param arbitraryIdentifier 任意の識別子 (ArbitraryIdentifier)
 */
public record QualificationSearchInfo(
    @XmlElement(name = "InsurerNumber") @Nullable InsurerNumber insurerNumber,
    @XmlElement(name = "InsuredCardSymbol") @Nullable InsuredSymbol symbol,
    @XmlElement(name = "InsuredIdentificationNumber") @Nullable InsuredNumber number,
    @XmlElement(name = "InsuredBranchNumber") @Nullable BranchNumber branch,
    @XmlElement(name = "Birthdate") @Nullable Birthdate birthdate,
    @XmlElement(name = "LimitApplicationCertificateRelatedConsFlg")
        Code<LimitConsentFlag> limitConsent,
    @XmlElement(name = "ArbitraryIdentifier") @Nullable PersonalText arbitraryIdentifier) {}
