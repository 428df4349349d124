package io.github.shikaku.error;

import org.jspecify.annotations.Nullable;

/** No folder, no network, no certificate, or login refused. */
public final class ExchangeUnavailableException extends ShikakuException {
  private static final long serialVersionUID = 1L;

  /** What cannot be reached, in English, and the cause where one is known. */
  public ExchangeUnavailableException(String message, @Nullable Throwable cause) {
    this(CoreError.EXCHANGE_UNAVAILABLE, message, cause);
  }

  /** The same with a line of the catalogue that says more. */
  public ExchangeUnavailableException(ErrorId error, String message, @Nullable Throwable cause) {
    super(error, message, cause);
  }
}
