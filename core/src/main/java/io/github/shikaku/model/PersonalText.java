package io.github.shikaku.model;

/**
 * Text that belongs to a person (name, address, note) and therefore masks itself. Every text has
 * the right form.
 *
 * @param text the text exactly as received
 */
public record PersonalText(String text) implements WireValue {
  /** Whatever stood in the answer; never throws. */
  public static PersonalText received(String text) {
    return new PersonalText(text);
  }

  /** The text itself. */
  @Override
  public String wire() {
    return text;
  }

  /** Always: free text has no prescribed form. */
  @Override
  public boolean isValid() {
    return true;
  }

  /** Whether there is nothing but space, full-width space included. */
  public boolean isBlank() {
    return text.isBlank();
  }

  /** Never the text. */
  @Override
  public String toString() {
    return Texts.MASK;
  }
}
