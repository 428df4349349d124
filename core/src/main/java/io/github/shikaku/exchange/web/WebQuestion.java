package io.github.shikaku.exchange.web;

import org.jspecify.annotations.Nullable;

/**
 * An HTTP request.
 *
 * @param address where it goes
 * @param contentType media type of the body; null for a GET without one
 * @param body its body; empty for a GET
 * @param tokenHeader name of the header for the token
 * @param token the token; null when none is needed
 * @param maxBytes the largest answer that is read
 */
record WebQuestion(
    WebAddress address,
    @Nullable String contentType,
    @SuppressWarnings("ArrayRecordComponent") byte[] body,
    String tokenHeader,
    @Nullable Token token,
    int maxBytes) {
  @Override
  public String toString() {
    return "WebQuestion[" + address + ", " + body.length + " bytes]";
  }
}
