package io.github.shikaku.wire;

import io.github.shikaku.wire.Layout.Element;
import io.github.shikaku.wire.Layout.Tags;
import java.util.ArrayList;
import java.util.List;
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
    return Unencodable.in(message, layout, encoder);
  }

  private static <T> void writeContent(List<String> xml, T message, Layout<T> layout) {
    for (Element element : layout.elements()) {
      Object value = layout.valueOf(message, element);
      if (element.list && value instanceof List<?> list) {
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
    if (value != null && (element.group != null || !Layout.text(value).isEmpty())) {
      writeElement(xml, value, element);
    }
  }

  private static void writeElement(List<String> xml, Object value, Element element) {
    xml.add(element.tags.start());
    if (element.group == null) {
      xml.add(escaped(Layout.text(value)));
    } else {
      writeGroup(xml, value, element.group);
    }
    xml.add(element.tags.end());
  }

  @SuppressWarnings("unchecked") // the layout of a component describes the component's type
  private static <G> void writeGroup(List<String> xml, Object group, Layout<G> layout) {
    writeContent(xml, (G) group, layout);
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
