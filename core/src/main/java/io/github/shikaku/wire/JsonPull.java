package io.github.shikaku.wire;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.github.shikaku.model.PersonalText;
import io.github.shikaku.wire.Layout.Element;
import io.github.shikaku.wire.WireException.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Pulls messages, groups or trees out of one JSON stream. */
final class JsonPull {
  private final JsonParser parser;
  private final ReadPath path;

  JsonPull(JsonParser parser, int maxDepth) {
    this.parser = parser;
    path = new ReadPath(maxDepth);
  }

  /** {@code {"XmlMsg": {…}}}; other members beside the envelope are kept as unknown. */
  <T> T document(Layout<T> layout) throws IOException {
    String root = layout.requireRootName();
    expect(next() == JsonToken.START_OBJECT);
    T message = null;
    Keys keys = new Keys();
    while (next() != JsonToken.END_OBJECT) {
      String name = keys.add(parser.currentName());
      JsonToken value = next();
      if (name.equals(root)) {
        expect(value == JsonToken.START_OBJECT);
        path.push(root);
        message = layout.build(slots(layout), path);
        path.pop();
      } else {
        keepUnknown(name, value);
      }
    }
    toEnd();
    if (message == null) {
      throw new WireException(Kind.MISSING, root);
    }
    return message;
  }

  WireTree tree() throws IOException {
    expect(next() == JsonToken.START_OBJECT);
    List<WireTree> roots = children();
    toEnd();
    return roots.size() == 1 ? roots.get(0) : new WireTree("", new PersonalText(""), roots);
  }

  List<UnknownElement> unknown() {
    return path.unknown();
  }

  private void toEnd() throws IOException {
    expect(parser.nextToken() == null);
  }

  /** The content of the object whose brace was just read, up to its end. */
  private @Nullable Object[] slots(Layout<?> layout) throws IOException {
    @Nullable Object[] slots = layout.newSlots();
    Keys others = new Keys();
    int expected = 0;
    while (next() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      int slot = layout.slotOf(name, expected);
      if (slot < 0) {
        others.add(name);
        keepUnknown(name, next());
      } else {
        refuseSecond(slots[slot] != null);
        member(slots, layout, slot);
        expected = slot + 1;
      }
    }
    return slots;
  }

  /** Most members are leaves with a text, and go the short way. */
  private void member(@Nullable Object[] slots, Layout<?> layout, int slot) throws IOException {
    JsonToken value = next();
    Function<String, Object> leaf = layout.leaf(slot);
    if (leaf != null && value == JsonToken.VALUE_STRING) {
      Layout.put(slots, slot, Layout.valueOf(parser.getText(), leaf));
      return;
    }
    element(slots, layout.element(slot), value);
    if (slots[slot] == null) {
      Layout.put(slots, slot, null);
    }
  }

  private void element(@Nullable Object[] slots, Element element, JsonToken value)
      throws IOException {
    if (element.wrapper != null) {
      path.push(element.wrapper);
      List<Object> list = new ArrayList<>(2);
      for (JsonToken item = first(value); item != null; item = following(value)) {
        wrapped(list, element, item);
      }
      Layout.put(slots, element, list, path);
      path.pop();
    } else if (element.list) {
      addItems(Layout.listIn(slots, element), element, value);
    } else {
      path.push(element.name);
      for (JsonToken item = first(value); item != null; item = following(value)) {
        Layout.put(slots, element, single(element, item), path);
      }
      path.pop();
    }
  }

  private void addItems(List<Object> list, Element element, JsonToken value) throws IOException {
    for (JsonToken item = first(value); item != null; item = following(value)) {
      path.push(element.name, list.size() + 1);
      addItem(list, element, item);
      path.pop();
    }
  }

  /** An array is its values, anything else is one value, null is none. */
  private @Nullable JsonToken first(JsonToken value) throws IOException {
    if (value == JsonToken.START_ARRAY) {
      return following(value);
    }
    return value == JsonToken.VALUE_NULL ? null : value;
  }

  private @Nullable JsonToken following(JsonToken value) throws IOException {
    if (value != JsonToken.START_ARRAY) {
      return null;
    }
    JsonToken item = next();
    while (item == JsonToken.START_ARRAY || item == JsonToken.VALUE_NULL) {
      if (item == JsonToken.START_ARRAY) {
        keepUnknownValue(item);
      }
      item = next();
    }
    return item == JsonToken.END_ARRAY ? null : item;
  }

  private @Nullable Object single(Element element, JsonToken value) throws IOException {
    if (element.group == null) {
      return scalar(element, value);
    }
    if (value != JsonToken.START_OBJECT) {
      keepUnlessEmpty(value);
      return null;
    }
    @Nullable Object[] slots = slots(element.group);
    return element.group.isAllAbsent(slots) ? null : element.group.build(slots, path);
  }

  private @Nullable Object scalar(Element element, JsonToken value) throws IOException {
    if (value == JsonToken.START_OBJECT) {
      keepUnknownValue(value);
      return null;
    }
    return element.value(parser.getText());
  }

  private void addItem(List<Object> list, Element element, JsonToken value) throws IOException {
    if (element.group != null && value == JsonToken.START_OBJECT) {
      list.add(element.group.build(slots(element.group), path));
      return;
    }
    Object item = single(element, value);
    if (item != null) {
      list.add(item);
    }
  }

  /**
   * One value inside a wrapper. Live answers have {@code {"Item": {…}}} in an array for one list;
   * for others it is only known that they are arrays, so a bare item is taken as well.
   */
  private void wrapped(List<Object> list, Element element, JsonToken value) throws IOException {
    if (value != JsonToken.START_OBJECT) {
      keepUnlessEmpty(value);
      return;
    }
    Layout<?> group = element.group;
    @Nullable Object[] bare = group == null ? new @Nullable Object[0] : group.newSlots();
    boolean enveloped = false;
    boolean isBare = false;
    boolean isForeign = false;
    Keys keys = new Keys();
    path.push(element.name, list.size() + 1);
    while (next() != JsonToken.END_OBJECT) {
      String name = keys.add(parser.currentName());
      JsonToken member = next();
      Element child = group == null ? null : group.find(name);
      if (name.equals(element.name)) {
        enveloped = true;
        path.pop();
        addItems(list, element, member);
        path.push(element.name, list.size() + 1);
      } else if (child == null) {
        isForeign = true;
        keepUnknown(name, member);
      } else {
        isBare = true;
        element(bare, child, member);
      }
    }
    // Something else in the list is no item, as it is none in XML.
    if (group != null && (isBare || !(enveloped || isForeign))) {
      list.add(group.build(bare, path));
    }
    path.pop();
  }

  private void keepUnknown(String name, JsonToken value) throws IOException {
    if (value != JsonToken.START_ARRAY) {
      path.push(name);
      keepUnknownValue(value);
      path.pop();
      return;
    }
    int position = 1;
    for (JsonToken item = next(); item != JsonToken.END_ARRAY; item = next()) {
      path.push(name, position++);
      keepUnknownValue(item);
      path.pop();
    }
  }

  private void keepUnlessEmpty(JsonToken value) throws IOException {
    if (value != JsonToken.VALUE_STRING || !Layout.isWhite(parser.getText())) {
      keepUnknownValue(value);
    }
  }

  private void keepUnknownValue(JsonToken value) throws IOException {
    if (value == JsonToken.START_OBJECT) {
      Keys keys = new Keys();
      while (next() != JsonToken.END_OBJECT) {
        String name = keys.add(parser.currentName());
        keepUnknown(name, next());
      }
    } else if (value == JsonToken.START_ARRAY) {
      keepUnknown("item", value);
    } else {
      path.keepUnknown(value == JsonToken.VALUE_NULL ? "" : parser.getText());
    }
  }

  private List<WireTree> children() throws IOException {
    List<WireTree> children = new ArrayList<>();
    Keys keys = new Keys();
    while (next() != JsonToken.END_OBJECT) {
      String name = keys.add(parser.currentName());
      path.push(name);
      addTrees(children, name, next());
      path.pop();
    }
    return children;
  }

  private void addTrees(List<WireTree> children, String name, JsonToken value) throws IOException {
    switch (value) {
      case START_OBJECT -> children.add(new WireTree(name, new PersonalText(""), children()));
      case START_ARRAY -> {
        path.push(name);
        for (JsonToken item = next(); item != JsonToken.END_ARRAY; item = next()) {
          addTrees(children, name, item);
        }
        path.pop();
      }
      case VALUE_NULL -> children.add(new WireTree(name, new PersonalText(""), List.of()));
      default -> children.add(new WireTree(name, new PersonalText(parser.getText()), List.of()));
    }
  }

  private JsonToken next() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw new WireException(Kind.INCOMPLETE, position(parser.currentLocation()));
    }
    return token;
  }

  private void expect(boolean condition) {
    if (!condition) {
      throw new WireException(Kind.MALFORMED, position(parser.currentLocation()));
    }
  }

  /** Only the position of the parser's exception is taken over: its message quotes content. */
  static WireException failure(IOException e) {
    Kind kind = Kind.MALFORMED;
    if (e instanceof JsonEOFException) {
      kind = Kind.INCOMPLETE;
    } else if (e instanceof StreamConstraintsException) {
      kind = Kind.FORBIDDEN;
    }
    return new WireException(
        kind, position(e instanceof JsonProcessingException json ? json.getLocation() : null));
  }

  private static String position(@Nullable JsonLocation location) {
    if (location == null) {
      return "position unknown";
    }
    return "line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  /** Which of two equal keys of one object is meant nobody knows. */
  private void refuseSecond(boolean seenBefore) {
    if (seenBefore) {
      throw new WireException(Kind.DUPLICATE, position(parser.currentLocation()));
    }
  }

  /** The keys of one object. */
  private final class Keys {
    private @Nullable String first;
    private @Nullable Set<String> others;

    /** Most objects whose keys are counted have one. */
    String add(String name) {
      if (first == null) {
        first = name;
        return name;
      }
      Set<String> before = others == null ? new HashSet<>() : others;
      others = before;
      refuseSecond(name.equals(first) || !before.add(name));
      return name;
    }
  }
}
