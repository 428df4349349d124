package io.github.shikaku.model;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to recognise the answer to one request, also after a restart. It holds nothing
 * personal, as long as the caller's reference does not, and may be stored and serialised. The name
 * of the answer is that of the request with {@code res_} in place of {@code req_}, as with every
 * public client.
 *
 * @param interfaceId the interface of the request
 * @param name name of the request without extension, for example {@code OQSsiquc01req_202611230001}
 * @param identifier what was sent as 任意のファイル識別子 (ArbitraryFileIdentifier), at most 50 characters
 * @param institution the institution that asked
 * @param fingerprint short check value of the search key; deliberately too short to find the key
 *     again
 * @param reference the caller's own reference, at most 200 characters, null when it gave none
 * @param basis what the question rests on; the answer carries it on
 * @param reservedAt when the name was reserved
 */
public record Ticket(
    InterfaceId interfaceId,
    String name,
    String identifier,
    MedicalInstitutionCode institution,
    String fingerprint,
    @Nullable String reference,
    Basis basis,
    Instant reservedAt)
    implements Serializable {

  /** The caller's own reference, when it gave one. */
  public Optional<String> callerReference() {
    return Optional.ofNullable(reference);
  }

  /** The id of this one call in technical logs, in the form of W3C Trace Context. */
  public String traceparent() {
    return traceparent(identifier);
  }

  /** The same, made of the identifier alone: 32 hexadecimal digits. */
  public static String traceparent(String identifier) {
    int half = identifier.length() / 2;
    return "00-" + identifier + "-" + identifier.substring(half) + "-01";
  }

  /** The reference is the vendor's and may name a patient, so it is not printed. */
  @Override
  public String toString() {
    return "Ticket["
        + interfaceId
        + " "
        + name
        + ", identifier "
        + identifier
        + ", reserved "
        + reservedAt
        + "]";
  }
}
