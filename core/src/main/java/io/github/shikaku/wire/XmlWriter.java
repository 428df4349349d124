package io.github.shikaku.wire;

import io.github.shikaku.error.Violation;
import io.github.shikaku.model.WireValue;
import io.github.shikaku.wire.Layout.Element;
import io.github.shikaku.wire.Layout.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes messages as XML: the elements in the layout's order, absent ones left out, nothing between
 * them. The text is put together here and encoded by {@link WireEncoder}, because a StAX writer
 * would turn what its encoding lacks into {@code &#x…;}.
 */
public final class XmlWriter {
  private final WireEncoder encoder;

  private XmlWriter(WireEncoder encoder) {
    this.encoder = encoder;
  }

  /** A writer for the encoder's encoding. */
  public static XmlWriter of(WireEncoder encoder) {
    return new XmlWriter(encoder);
  }

  /**
   * The document, declared with {@code standalone="no"} and without a byte order mark.
   *
   * @throws WireException of kind {@code UNENCODABLE} when the encoding cannot carry a character;
   *     {@link #unencodable} names it beforehand
   */
  public <T> byte[] write(T message, Layout<T> layout) {
    List<String> xml = new ArrayList<>();
    xml.add("<?xml version=\"1.0\" encoding=\"");
    xml.add(encoder.encoding().declaredName());
    xml.add("\" standalone=\"no\"?>\n");
    Tags root = Tags.of(layout.requireRootName());
    xml.add(root.start());
    writeContent(xml, message, layout);
    xml.add(root.end());
    return encoder.encode(String.join("", xml));
  }

  /** The first character of every field that cannot be written; empty when all can. */
  public <T> List<Unencodable> unencodable(T message, Layout<T> layout) {
    List<Unencodable> found = new ArrayList<>();
    walk(
        message,
        layout,
        (element, text) -> {
          OptionalInt codePoint = encoder.firstUnencodable(text);
          if (codePoint.isPresent()) {
            found.add(new Unencodable(element.component, element.name, codePoint.getAsInt()));
          }
        });
    return found;
  }

  /**
   * A character that the encoding cannot carry.
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

    private static boolean isInvisible(int codePoint) {
      int type = Character.getType(codePoint);
      return type == Character.CONTROL
          || type == Character.SURROGATE
          || type == Character.PRIVATE_USE;
    }
  }

  private static <T> void walk(T message, Layout<T> layout, BiConsumer<Element, String> leaf) {
    for (Element element : layout.elements()) {
      Object value = layout.valueOf(message, element);
      for (Object item : items(value)) {
        if (element.group == null) {
          leaf.accept(element, text(item));
        } else {
          walkGroup(item, element.group, leaf);
        }
      }
    }
  }

  private static List<?> items(@Nullable Object value) {
    if (value == null) {
      return List.of();
    }
    return value instanceof List<?> list ? list : List.of(value);
  }

  @SuppressWarnings("unchecked") // the layout of a component describes the component's type
  private static <G> void walkGroup(
      Object group, Layout<G> layout, BiConsumer<Element, String> leaf) {
    walk((G) group, layout, leaf);
  }

  private static <T> void writeContent(List<String> xml, T message, Layout<T> layout) {
    for (Element element : layout.elements()) {
      Object value = layout.valueOf(message, element);
      if (value instanceof List<?> list) {
        writeList(xml, list, element);
      } else {
        writeSingle(xml, value, element);
      }
    }
  }

  private static void writeList(List<String> xml, List<?> list, Element element) {
    if (list.isEmpty()) {
      return;
    }
    Tags around = element.wrapperTags;
    if (around != null) {
      xml.add(around.start());
    }
    for (Object item : list) {
      writeElement(xml, item, element);
    }
    if (around != null) {
      xml.add(around.end());
    }
  }

  private static void writeSingle(List<String> xml, @Nullable Object value, Element element) {
    if (value != null && (element.group != null || !text(value).isEmpty())) {
      writeElement(xml, value, element);
    }
  }

  private static void writeElement(List<String> xml, Object value, Element element) {
    xml.add(element.tags.start());
    if (element.group == null) {
      xml.add(escaped(text(value)));
    } else {
      writeGroup(xml, value, element.group);
    }
    xml.add(element.tags.end());
  }

  @SuppressWarnings("unchecked") // the layout of a component describes the component's type
  private static <G> void writeGroup(List<String> xml, Object group, Layout<G> layout) {
    writeContent(xml, (G) group, layout);
  }

  private static String text(Object value) {
    return value instanceof WireValue typed ? typed.wire() : value.toString();
  }

  /** A carriage return is written by number, or a parser makes a line feed of it. */
  private static String escaped(String text) {
    StringBuilder escaped = null;
    for (int i = 0; i < text.length(); i++) {
      String instead = insteadOf(text.charAt(i));
      if (instead != null && escaped == null) {
        escaped = new StringBuilder(text.substring(0, i));
      }
      if (escaped != null) {
        escaped.append(instead == null ? Character.toString(text.charAt(i)) : instead);
      }
    }
    return escaped == null ? text : escaped.toString();
  }

  private static @Nullable String insteadOf(char c) {
    return switch (c) {
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '&' -> "&amp;";
      case '\r' -> "&#13;";
      default -> null;
    };
  }
}
