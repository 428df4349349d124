package io.github.shikaku.error;

import java.io.Serializable;
import java.util.Locale;

/**
 * One thing that is wrong with one field. The offending value is not repeated, because it may be
 * personal.
 *
 * @param field the field as the API names it, for example {@code insurerNumber}
 * @param japanese what is wrong, for the desk, in Japanese
 * @param english what is wrong, in English
 */
public record Violation(String field, String japanese, String english) implements Serializable {
  /** What is wrong: Japanese for a Japanese locale, English for any other. */
  public String message(Locale locale) {
    return locale.getLanguage().equals(Locale.JAPANESE.getLanguage()) ? japanese : english;
  }

  @Override
  public String toString() {
    return field + ": " + english;
  }
}
