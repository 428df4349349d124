package io.github.shikaku.wire;

import io.github.shikaku.model.PersonalText;

/**
 * An element of an answer that its layout does not know. It is kept, so that nothing is lost when
 * the interface grows.
 *
 * @param path names from the root, separated by {@code /}; {@code [2]} marks the second of repeated
 *     elements, {@code @name} an attribute
 * @param value its text, masked when printed
 */
public record UnknownElement(String path, PersonalText value) {
  @Override
  public String toString() {
    return "UnknownElement[" + ElementNames.printable(path) + ", " + value + "]";
  }
}
