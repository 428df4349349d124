package io.github.shikaku.model;

/**
 * Text that belongs to a person and therefore masks itself.
 *
 * @param text the text exactly as received
 */
public record PersonalText(String text) {
  @Override
  public String toString() {
    return "***";
  }
}
