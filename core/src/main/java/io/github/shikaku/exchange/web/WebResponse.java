package io.github.shikaku.exchange.web;

import org.jspecify.annotations.Nullable;

/**
 * An HTTP answer.
 *
 * @param status its status
 * @param contentType its Content-Type, null when absent
 * @param retryAfter its Retry-After, null when absent
 * @param simulated whether it names itself the simulator's
 * @param body its body
 */
record WebResponse(
    int status,
    @Nullable String contentType,
    @Nullable String retryAfter,
    boolean simulated,
    @SuppressWarnings("ArrayRecordComponent") byte[] body) {
  /** Header with which the simulator of the testkit marks its answers. */
  static final String SIMULATOR_HEADER = "Shikaku-Simulator";

  @Override
  public String toString() {
    return "WebResponse[" + status + ", " + body.length + " bytes]";
  }
}
