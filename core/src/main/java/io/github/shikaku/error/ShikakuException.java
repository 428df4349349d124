package io.github.shikaku.error;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Root of every failure the SDK reports. Messages never contain personal data; parsers' own
 * exceptions are never chained because they quote content.
 */
public abstract class ShikakuException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorId error;

  /**
   * For subclasses: the catalogue line and an English message for developers, free of personal
   * data.
   */
  protected ShikakuException(ErrorId error, String message, @Nullable Throwable cause) {
    super(error.id() + ": " + message, cause);
    this.error = error;
  }

  /** The line of the error catalogue. */
  public ErrorId error() {
    return error;
  }

  /** The stable id, for example {@code SHK-C-101}. */
  public String errorId() {
    return error.id();
  }

  /** A text for the desk, Japanese for a Japanese locale and English for any other. */
  public String userMessage(Locale locale) {
    return error.userMessage(locale);
  }

  /** Who must act. */
  public Remedy remedy() {
    return error.remedy();
  }
}
