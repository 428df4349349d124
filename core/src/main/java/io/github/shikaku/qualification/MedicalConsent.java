package io.github.shikaku.qualification;

import io.github.shikaku.model.Code;
import io.github.shikaku.model.ConsentFlag;
import io.github.shikaku.model.OqsTime;
import org.jspecify.annotations.Nullable;

/**
 * Consent to the viewing of one family of medical information.
 *
 * <p>Source: OQS-IF-002; the 24 hours are those of the official 技術解説書 and of real answers.
 *
 * @param consent 同意フラグ (OQSCD016)
 * @param at 同意日時, Japanese time; null when it was not reported
 * @param availableUntil 有効期限, usually 24 hours after the consent; null when it was not reported
 */
public record MedicalConsent(
    Code<ConsentFlag> consent, @Nullable OqsTime at, @Nullable OqsTime availableUntil) {
  /** Whether the answer says anything about this family. */
  public boolean isReported() {
    return consent.isReported() || at != null || availableUntil != null;
  }

  /** Whether consent was given; its time may have run out since, see {@link #availableUntil()}. */
  public boolean isGiven() {
    return consent.is(ConsentFlag.CONSENTED);
  }
}
