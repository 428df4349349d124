package io.github.shikaku.testkit.person;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A consent or a refusal.
 *
 * @param flag 同意区分 (OQSCD016; for 限度額 OQSCD001)
 * @param at when it was given or refused
 * @param availableUntil 有効期限, 24 hours later when consent was given; null otherwise
 */
public record SampleConsent(String flag, LocalDateTime at, @Nullable LocalDateTime availableUntil) {
  /** A consent to be shown medical information. */
  public static SampleConsent given(LocalDateTime at) {
    return new SampleConsent("1", at, at.plusHours(24));
  }

  /** A refusal. */
  public static SampleConsent refused(LocalDateTime at) {
    return new SampleConsent("0", at, null);
  }

  /** A consent to have a certificate provided, which has no end of its own. */
  public static SampleConsent toProvide(LocalDateTime at) {
    return new SampleConsent("1", at, null);
  }

  /** Whether the flag says yes. */
  public boolean isGiven() {
    return flag.equals("1");
  }
}
