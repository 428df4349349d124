package io.github.shikaku.wire;

import io.github.shikaku.model.WireValue;
import io.github.shikaku.wire.Layout.Element;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes messages as the JSON of the Web API: below the envelope {@code XmlMsg} the elements in the
 * layout's order, absent ones left out, every value a text. A list is an array, one with a wrapper
 * an array of objects that each hold one item under its name. UTF-8, no byte order mark, no space.
 */
public final class JsonWriter {
  private static final WireEncoder ENCODER = WireEncoder.of(WireEncoding.UTF_8);

  /** As many as the request for one person has, roughly. */
  private static final int PIECES = 128;

  private JsonWriter() {}

  /** A writer; it may be shared between threads. */
  public static JsonWriter create() {
    return new JsonWriter();
  }

  /**
   * The document.
   *
   * @throws WireException of kind {@code UNENCODABLE} when a character cannot be written; {@link
   *     #unencodable} names it beforehand
   */
  public <T> byte[] write(T message, Layout<T> layout) {
    List<String> json = new ArrayList<>(PIECES);
    json.add("{\"" + layout.requireRootName() + "\":");
    writeObject(json, message, layout);
    json.add("}");
    return ENCODER.encode(String.join("", json));
  }

  /** The first character of every field that cannot be written; empty when all can. */
  public <T> List<Unencodable> unencodable(T message, Layout<T> layout) {
    return Unencodable.in(message, layout, ENCODER);
  }

  private static <T> void writeObject(List<String> json, T message, Layout<T> layout) {
    String before = "{";
    for (Element element : layout.elements()) {
      Object value = layout.valueOf(message, element);
      if (value == null || isAbsent(value, element)) {
        continue;
      }
      json.add(before);
      json.add(element.outerMember);
      if (element.list && value instanceof List<?> list) {
        writeArray(json, list, element);
      } else {
        writeValue(json, value, element);
      }
      before = ",";
    }
    json.add(before.equals("{") ? "{}" : "}");
  }

  private static boolean isAbsent(Object value, Element element) {
    if (element.list && value instanceof List<?> list) {
      return list.isEmpty();
    }
    return element.group == null && text(value).isEmpty();
  }

  private static void writeArray(List<String> json, List<?> list, Element element) {
    String before = "[";
    for (Object item : list) {
      json.add(before);
      if (element.wrapper == null) {
        writeValue(json, item, element);
      } else {
        json.add("{");
        json.add(element.member);
        writeValue(json, item, element);
        json.add("}");
      }
      before = ",";
    }
    json.add("]");
  }

  private static void writeValue(List<String> json, Object value, Element element) {
    if (element.group == null) {
      json.add("\"");
      json.add(escaped(text(value)));
      json.add("\"");
    } else {
      writeGroup(json, value, element.group);
    }
  }

  @SuppressWarnings("unchecked") // the layout of a component describes the component's type
  private static <G> void writeGroup(List<String> json, Object group, Layout<G> layout) {
    writeObject(json, (G) group, layout);
  }

  private static String text(Object value) {
    return value instanceof WireValue typed ? typed.webWire() : value.toString();
  }

  /** What no document may carry stays as it is, so that the encoder refuses it. */
  private static String escaped(String text) {
    StringBuilder escaped = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean special = c == '"' || c == '\\' || c == '\t' || c == '\n' || c == '\r';
      if (special && escaped == null) {
        escaped = new StringBuilder(text.substring(0, i));
      }
      if (escaped != null) {
        escaped.append(special ? insteadOf(c) : Character.toString(c));
      }
    }
    return escaped == null ? text : escaped.toString();
  }

  private static String insteadOf(char c) {
    return c < ' ' ? String.format("\\u%04x", (int) c) : "\\" + c;
  }
}
