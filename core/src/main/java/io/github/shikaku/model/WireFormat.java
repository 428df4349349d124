package io.github.shikaku.model;

/** How a message is written down. */
public enum WireFormat {
  /** XML in Shift_JIS, the default of the exchange folder. */
  XML_SHIFT_JIS,
  /** XML in UTF-8 without byte order mark. */
  XML_UTF_8,
  /** JSON in UTF-8, the Web API. */
  JSON_UTF_8
}
