package io.github.shikaku.operation;

import io.github.shikaku.audit.CallContext;
import io.github.shikaku.model.Basis;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One question on its way.
 *
 * @param message makes the request message from the 任意のファイル識別子 it is to carry
 * @param fingerprint short check value of the search key
 * @param basis what the question rests on
 * @param context on whose behalf, or null
 * @param consentAskedBy who asked the patient for a consent that the request states, or null
 * @param consentAt when the patient was asked, or null
 * @param options time-out and reference
 * @param <M> the request message
 */
public record Call<M>(
    Function<String, M> message,
    String fingerprint,
    Basis basis,
    @Nullable CallContext context,
    @Nullable String consentAskedBy,
    @Nullable Instant consentAt,
    CallOptions options) {
  /** Neither what is asked nor its check value is printed. */
  @Override
  public String toString() {
    return "Call[" + basis + ", " + context + ", " + options + "]";
  }
}
