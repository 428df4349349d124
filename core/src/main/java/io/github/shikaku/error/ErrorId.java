package io.github.shikaku.error;

import java.io.Serializable;
import java.util.Locale;

/**
 * One line of a module's error catalogue. Ids are stable: once published they never change meaning.
 */
public interface ErrorId extends Serializable {
  /** The stable id, for example {@code SHK-C-101}. */
  String id();

  /** Who must act. */
  Remedy remedy();

  /** A text for the desk: Japanese for a Japanese locale, English for any other. */
  String userMessage(Locale locale);
}
