package io.github.shikaku.wire;

import io.github.shikaku.error.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A character of a message that the encoding cannot carry.
 *
 * @param field the component of the record
 * @param element the element's name
 * @param codePoint the character
 */
public record Unencodable(String field, String element, int codePoint) {
  /** What the caller is told: the field, the character and the encoding. */
  public Violation violation(WireEncoding encoding) {
    String code = String.format("U+%04X", codePoint);
    String name = encoding.declaredName();
    boolean visible = Character.isDefined(codePoint) && !isInvisible(codePoint);
    String character = visible ? Character.toString(codePoint) : "";
    return new Violation(
        field,
        "文字「" + character + "」(" + code + ") は " + name + " で送信できません。",
        "the character '" + character + "' (" + code + ") cannot be sent in " + name);
  }

  /** The first character of every field that cannot be written; empty when all can. */
  static <T> List<Unencodable> in(T message, Layout<T> layout, WireEncoder encoder) {
    List<Unencodable> found = new ArrayList<>();
    collect(message, layout, encoder, found);
    return found;
  }

  private static <T> void collect(
      T message, Layout<T> layout, WireEncoder encoder, List<Unencodable> found) {
    for (Layout.Element element : layout.elements()) {
      for (Object item : items(layout.valueOf(message, element))) {
        if (element.group != null) {
          collectGroup(item, element.group, encoder, found);
        } else {
          OptionalInt codePoint = encoder.firstUnencodable(Layout.text(item));
          if (codePoint.isPresent()) {
            found.add(new Unencodable(element.component, element.name, codePoint.getAsInt()));
          }
        }
      }
    }
  }

  @SuppressWarnings("unchecked") // the layout of a component describes the component's type
  private static <G> void collectGroup(
      Object group, Layout<G> layout, WireEncoder encoder, List<Unencodable> found) {
    collect((G) group, layout, encoder, found);
  }

  private static List<?> items(@Nullable Object value) {
    if (value == null) {
      return List.of();
    }
    return value instanceof List<?> list ? list : List.of(value);
  }

  private static boolean isInvisible(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL
        || type == Character.SURROGATE
        || type == Character.PRIVATE_USE;
  }
}
