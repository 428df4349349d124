package io.github.shikaku.error;

import java.util.List;

/** The client, exchange or sink was set up wrongly; every mistake is named at once. */
public final class InvalidConfigurationException extends ShikakuException {
  private static final long serialVersionUID = 1L;

  /** Every mistake found, at least one, in English for the developer. */
  public InvalidConfigurationException(List<String> mistakes) {
    super(CoreError.INVALID_CONFIGURATION, String.join("; ", mistakes), null);
  }
}
