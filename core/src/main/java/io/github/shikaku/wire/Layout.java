package io.github.shikaku.wire;

import io.github.shikaku.model.WireValue;
import io.github.shikaku.wire.WireException.Kind;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a message or of a group inside it: ordered names, kinds, list or single, secret
 * or not. It is derived once and used by every reader and writer.
 *
 * <p>A record becomes a layout when each of its components carries {@code @XmlElement(name = …)},
 * lists of a wrapper {@code @XmlElementWrapper(name = …)} as well, and the outermost record
 * {@code @XmlRootElement(name = …)}. Components are a String, a {@link
 * io.github.shikaku.model.Code}, any other {@link io.github.shikaku.model.WireValue} with a static
 * {@code received(String)}, a nested record, or a List of these. An absent element becomes null, a
 * code that is not reported, or an empty list; an empty element counts as absent. {@code required =
 * true} makes the absence of an element an error.
 *
 * @param <T> what a document of this layout is read into
 */
public final class Layout<T> {
  /** Stands in a slot for an element that was there and empty. */
  private static final Object EMPTY = new Object();

  private static final int LOOK_AHEAD = 4;

  private final @Nullable String rootName;
  private final List<Element> elements;
  private final Map<String, Element> byName;
  private final List<Element> required;
  private final List<Element> lists;

  /** All names in one piece, where comparing one brings the next into the processor's cache. */
  private final String names;

  private final int[] starts;
  private final @Nullable Object[] absent;
  private final @Nullable Function<String, Object>[] leaves;
  private final Shape<T> shape;

  Layout(@Nullable String rootName, List<Element> elements, Shape<T> shape) {
    this.rootName = rootName;
    this.elements = List.copyOf(elements);
    this.shape = shape;
    required = this.elements.stream().filter(element -> element.required).toList();
    lists = this.elements.stream().filter(element -> element.list).toList();
    absent = this.elements.stream().map(element -> element.absent).toArray();
    leaves = leaves(this.elements);
    byName = new HashMap<>();
    starts = new int[elements.size() + 1];
    StringBuilder all = new StringBuilder();
    for (Element element : elements) {
      all.append(element.outerName());
      starts[element.slot + 1] = all.length();
      if (byName.put(element.outerName(), element) != null) {
        throw new IllegalArgumentException(element.outerName() + " stands twice in one layout");
      }
    }
    names = all.toString();
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type can only be made raw
  private static @Nullable Function<String, Object>[] leaves(List<Element> elements) {
    @Nullable Function[] leaves = new @Nullable Function[elements.size()];
    for (Element element : elements) {
      leaves[element.slot] = element.list ? null : element.received;
    }
    return leaves;
  }

  /**
   * The layout of a public record in an exported package.
   *
   * @throws IllegalArgumentException when the record is not annotated as described above
   */
  public static <T extends Record> Layout<T> of(Class<T> type) {
    return of(type, MethodHandles.publicLookup());
  }

  /**
   * The layout of a record that {@code lookup} can see.
   *
   * @throws IllegalArgumentException when the record is not annotated as described above
   */
  public static <T extends Record> Layout<T> of(Class<T> type, MethodHandles.Lookup lookup) {
    XmlRootElement root = type.getAnnotation(XmlRootElement.class);
    return new RecordLayouts(lookup).derive(type, root == null ? null : root.name());
  }

  /** The name of the document's root; empty for a group inside a message. */
  public Optional<String> rootName() {
    return Optional.ofNullable(rootName);
  }

  /** The elements in the order in which they are written. */
  public List<Element> elements() {
    return elements;
  }

  String requireRootName() {
    if (rootName == null) {
      throw new IllegalArgumentException("the layout of a group is not the layout of a document");
    }
    return rootName;
  }

  @Nullable Element find(String name) {
    return byName.get(name);
  }

  /**
   * The slot of the element of that name, -1 when there is none. What comes in the layout's order
   * is found fastest: {@code expected} is the slot where the element would be then.
   */
  int slotOf(String name, int expected) {
    int last = Math.min(expected + LOOK_AHEAD, leaves.length);
    for (int slot = expected; slot < last; slot++) {
      int start = starts[slot];
      if (starts[slot + 1] - start == name.length() && names.startsWith(name, start)) {
        return slot;
      }
    }
    Element element = find(name);
    return element == null ? -1 : element.slot;
  }

  Element element(int slot) {
    return elements.get(slot);
  }

  /** How the text of a leaf becomes its value; null for an element that is no single leaf. */
  @Nullable Function<String, Object> leaf(int slot) {
    return leaves[slot];
  }

  @Nullable Object[] newSlots() {
    return new @Nullable Object[leaves.length];
  }

  /** Whether the single element stood there before, be it empty. */
  static void put(
      @Nullable Object[] slots, Element element, @Nullable Object value, ReadPath path) {
    if (slots[element.slot] != null) {
      throw new WireException(Kind.DUPLICATE, path.toString());
    }
    put(slots, element.slot, value);
  }

  static void put(@Nullable Object[] slots, int slot, @Nullable Object value) {
    slots[slot] = value == null ? EMPTY : value;
  }

  /** Items of a list without a wrapper may stand anywhere in the group. */
  @SuppressWarnings("unchecked") // only this method puts lists into slots of list elements
  static List<Object> listIn(@Nullable Object[] slots, Element element) {
    List<Object> list = (List<Object>) slots[element.slot];
    if (list == null) {
      list = new ArrayList<>(2);
      slots[element.slot] = list;
    }
    return list;
  }

  boolean isAllAbsent(@Nullable Object[] slots) {
    for (Object slot : slots) {
      if (slot != null && slot != EMPTY && !isEmptyList(slot)) {
        return false;
      }
    }
    return true;
  }

  /** Asking every value for its interfaces would be slow, and most groups have no lists. */
  private boolean isEmptyList(Object slot) {
    return !lists.isEmpty() && slot instanceof ArrayList<?> list && list.isEmpty();
  }

  T build(@Nullable Object[] slots, ReadPath path) {
    for (Element element : required) {
      Object value = slots[element.slot];
      if (value == null || value == EMPTY) {
        throw new WireException(Kind.MISSING, path + "/" + element.name);
      }
    }
    for (int slot = 0; slot < slots.length; slot++) {
      Object value = slots[slot];
      if (value == null || value == EMPTY) {
        slots[slot] = absent[slot];
      }
    }
    for (Element element : lists) {
      // A class is told from another faster than an interface, and no other list gets here.
      if (slots[element.slot] instanceof ArrayList<?> list) {
        slots[element.slot] = Collections.unmodifiableList(list);
      }
    }
    return shape.build(slots);
  }

  /** The value of a leaf's text, null when there is nothing but white space. */
  static @Nullable Object valueOf(String text, Function<String, Object> received) {
    return isWhite(text) ? null : received.apply(text);
  }

  /** What {@code message} holds for the element. */
  @Nullable Object valueOf(T message, Element element) {
    return shape.get(message, element.slot);
  }

  /** How slots become a message and back; a record here, a plain map for a layout without one. */
  interface Shape<T> {
    T build(@Nullable Object[] slots);

    @Nullable Object get(T message, int slot);
  }

  /** What the content of an element is. */
  public enum ElementKind {
    /** Text without a type of its own. */
    TEXT,
    /** A code of the code tables. */
    CODE,
    /** A typed value. */
    VALUE,
    /** A group of further elements. */
    GROUP
  }

  /** One element of a layout. */
  public static final class Element {
    // What reading needs stands together, where one look at memory brings it.
    final String name;
    final @Nullable String wrapper;
    final @Nullable Layout<?> group;
    final @Nullable Function<String, Object> received;
    final int slot;
    final boolean list;
    final boolean required;
    final boolean secret;
    final String component;
    final Tags tags;
    final @Nullable Tags wrapperTags;

    /** How it begins in JSON, and the list of which it is an item. */
    final String member;

    final String outerMember;
    final ElementKind kind;
    final @Nullable Object absent;

    Element(Place place, Content content) {
      name = place.name;
      component = place.component;
      wrapper = place.wrapper;
      tags = Tags.of(name);
      wrapperTags = wrapper == null ? null : Tags.of(wrapper);
      member = member(name);
      outerMember = wrapper == null ? member : member(wrapper);
      slot = place.slot;
      list = place.list;
      required = place.required;
      secret = place.secret;
      kind = content.kind;
      group = content.group;
      received = content.received;
      absent = list ? List.of() : content.absent;
    }

    /** The element's name as the interface writes it. */
    public String name() {
      return name;
    }

    /** The name of the record's component. */
    public String component() {
      return component;
    }

    /** The element around the items of a list; empty where items stand directly in the group. */
    public Optional<String> wrapper() {
      return Optional.ofNullable(wrapper);
    }

    /** What its content is. */
    public ElementKind kind() {
      return kind;
    }

    /** Whether it may stand several times. */
    public boolean isList() {
      return list;
    }

    /** Whether a document without it means nothing. */
    public boolean isRequired() {
      return required;
    }

    /** Whether its content is a secret. */
    public boolean isSecret() {
      return secret;
    }

    /** The layout of its content; empty unless it is a group. */
    public Optional<Layout<?>> group() {
      return Optional.ofNullable(group);
    }

    private static String member(String name) {
      return '"' + name + "\":";
    }

    String outerName() {
      return wrapper == null ? name : wrapper;
    }

    /** The value of the text, null when there is nothing but white space. */
    @Nullable Object value(String text) {
      return received == null ? null : valueOf(text, received);
    }

    @Override
    public String toString() {
      return outerName();
    }
  }

  /** What stands around the content of an element in XML. */
  record Tags(String start, String end) {
    static Tags of(String name) {
      return new Tags("<" + name + ">", "</" + name + ">");
    }
  }

  /** Where and how often an element stands. */
  record Place(
      String name,
      String component,
      @Nullable String wrapper,
      int slot,
      boolean list,
      boolean required,
      boolean secret) {}

  /** What stands in an element. */
  record Content(
      ElementKind kind,
      @Nullable Layout<?> group,
      @Nullable Function<String, Object> received,
      @Nullable Object absent) {}

  /** A leaf as files carry it. */
  static String text(Object value) {
    return value instanceof WireValue typed ? typed.wire() : value.toString();
  }

  /** White space of XML only: a full-width space is content. */
  static boolean isWhite(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
        return false;
      }
    }
    return true;
  }
}
