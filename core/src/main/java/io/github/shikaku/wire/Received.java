package io.github.shikaku.wire;

import java.util.List;

/**
 * A message as it came in.
 *
 * @param <T> the message
 * @param message the message
 * @param unknown what its layout does not know, in document order
 * @param encoding the encoding the document stood in
 */
public record Received<T>(T message, List<UnknownElement> unknown, WireEncoding encoding) {
  /** Copies the list. */
  public Received {
    unknown = unknown.isEmpty() ? List.of() : List.copyOf(unknown);
  }
}
