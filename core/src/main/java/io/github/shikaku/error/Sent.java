package io.github.shikaku.error;

/** Whether a request reached the other side. */
public enum Sent {
  /** It did. Sending again would be a second request. */
  YES,
  /** It did not, and never will. Sending again is safe. */
  NO,
  /** It cannot be told. Sending again may double it. */
  UNKNOWN
}
