package io.github.shikaku.qualification;

import io.github.shikaku.model.LimitConsentFlag;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the patient consented to 限度額適用認定証 information being fetched. By number it is fetched only
 * with the patient's consent, so consent is a statement: who asked the patient, and when. Both go
 * into the audit trail.
 *
 * <p>Source: the official 技術解説書; with the card no separate consent has been needed since 2024-10.
 */
public final class LimitConsent {
  private static final LimitConsent NOT_GIVEN = new LimitConsent(null, null);

  private final @Nullable String askedBy;
  private final @Nullable Instant askedAt;

  private LimitConsent(@Nullable String askedBy, @Nullable Instant askedAt) {
    this.askedBy = askedBy;
    this.askedAt = askedAt;
  }

  /** 未同意: the patient was not asked, or refused. */
  public static LimitConsent notGiven() {
    return NOT_GIVEN;
  }

  /**
   * 同意: the vendor's id of the member of staff who asked the patient, 1 to 64 characters, and the
   * moment of the answer. A blank id is refused when the query is built.
   */
  public static LimitConsent given(String askedBy, Instant when) {
    return new LimitConsent(askedBy.strip(), when);
  }

  /** Whether the patient consented. */
  public boolean isGiven() {
    return askedBy != null;
  }

  /** Who asked the patient; empty when no consent was given. */
  public Optional<String> askedBy() {
    return Optional.ofNullable(askedBy);
  }

  /** When the patient answered; empty when no consent was given. */
  public Optional<Instant> askedAt() {
    return Optional.ofNullable(askedAt);
  }

  /** The code that is sent (OQSCD001). */
  public LimitConsentFlag flag() {
    return isGiven() ? LimitConsentFlag.CONSENTED : LimitConsentFlag.NOT_CONSENTED;
  }

  /** Staff are persons too: no name. */
  @Override
  public String toString() {
    return "LimitConsent[" + flag().label() + "]";
  }
}
