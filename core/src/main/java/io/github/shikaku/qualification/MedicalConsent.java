package io.github.shikaku.qualification;

import io.github.shikaku.model.Code;
import io.github.shikaku.model.ConsentFlag;
import io.github.shikaku.model.OqsTime;
import org.jspecify.annotations.Nullable;

/**
 * Consent to the viewing of one family of medical information.
 *
 * @param consent 同意フラグ
 * @param at 同意日時
 * @param availableUntil 有効期限, 24 hours after the consent
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
