package io.github.shikaku.exchange;

import io.github.shikaku.model.Basis;
import io.github.shikaku.model.InterfaceDefinition;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket is asked for.
 *
 * @param request definition of the request's interface; its prefix or path is used
 * @param identifier what the request carries as 任意のファイル識別子, 32 hexadecimal digits
 * @param fingerprint short check value of the search key, stored in the ticket
 * @param reference the caller's own reference, or null
 * @param basis what the question rests on
 * @param timeout how long the whole call may take, from now on
 * @param repeatable whether the question changes nothing at OQS, so that asking twice does no harm
 */
public record Reservation(
    InterfaceDefinition request,
    String identifier,
    String fingerprint,
    @Nullable String reference,
    Basis basis,
    Duration timeout,
    boolean repeatable) {
  /** The reference is the vendor's and may name a patient, so it is not printed. */
  @Override
  public String toString() {
    return "Reservation[" + request.id() + ", " + basis + ", " + timeout + "]";
  }
}
