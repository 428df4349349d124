package io.github.shikaku.exchange;

import io.github.shikaku.model.WireFormat;

/** A configured way to OQS; immutable, opens connections for one institution each. */
public interface Exchange {
  /** How messages are written on this way. */
  WireFormat format();

  /** The largest answer that is taken, in bytes; a larger one is unusable. */
  int maxAnswerBytes();

  /** Where it leads, as a stable text without secrets; tickets of one address belong together. */
  String address();

  /**
   * Opens a connection. Nothing is touched yet: no folder is read and no thread started before the
   * first request.
   */
  ExchangeConnection connect(ConnectionSetup setup);
}
