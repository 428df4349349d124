package io.github.shikaku.wire;

import io.github.shikaku.model.PersonalText;
import io.github.shikaku.wire.Layout.Element;
import io.github.shikaku.wire.WireException.Kind;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Pulls messages, groups or trees out of one XML stream. */
final class XmlPull {
  static final String CHARACTER_CODE_IDENTIFIER = "CharacterCodeIdentifier";

  private final XMLStreamReader reader;
  private final CharSource source;
  private final ReadPath path;
  private @Nullable String identifier;

  XmlPull(XMLStreamReader reader, CharSource source, int maxDepth) {
    this.reader = reader;
    this.source = source;
    path = new ReadPath(maxDepth);
  }

  <T> T document(Layout<T> layout) {
    String root = layout.requireRootName();
    toRoot();
    if (!reader.getLocalName().equals(root)) {
      throw malformed();
    }
    path.push(root);
    T message = layout.build(slots(layout), path);
    path.pop();
    toEnd();
    return message;
  }

  WireTree tree() {
    toRoot();
    WireTree tree = subtree();
    toEnd();
    return tree;
  }

  List<UnknownElement> unknown() {
    return path.unknown();
  }

  @Nullable String characterCodeIdentifier() {
    return identifier;
  }

  void close() {
    try {
      reader.close();
    } catch (XMLStreamException e) {
      throw failure(e, source);
    }
  }

  private void toRoot() {
    while (next() != XMLStreamConstants.START_ELEMENT) {
      // comments and processing instructions
    }
  }

  private void toEnd() {
    while (next() != XMLStreamConstants.END_DOCUMENT) {
      // comments and processing instructions
    }
  }

  /** The content of the group whose start tag was just read, up to its end tag. */
  private @Nullable Object[] slots(Layout<?> layout) {
    keepAttributes();
    @Nullable Object[] slots = layout.newSlots();
    while (true) {
      switch (next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          String name = reader.getLocalName();
          Element element = layout.find(name);
          if (element == null) {
            keepUnknown(name);
          } else {
            element(slots, element);
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          return slots;
        }
        default -> keepStrayText();
      }
    }
  }

  private void element(@Nullable Object[] slots, Element element) {
    if (element.wrapper != null) {
      path.push(element.wrapper);
      Layout.put(slots, element, wrapped(element), path);
    } else if (element.list) {
      List<Object> list = Layout.listIn(slots, element);
      path.push(element.name, list.size() + 1);
      addItem(list, element);
    } else {
      path.push(element.name);
      Layout.put(slots, element, single(element), path);
    }
    path.pop();
  }

  private @Nullable Object single(Element element) {
    if (element.group == null) {
      return element.value(leafText(element.name));
    }
    @Nullable Object[] slots = slots(element.group);
    return element.group.isAllAbsent(slots) ? null : element.group.build(slots, path);
  }

  private List<Object> wrapped(Element element) {
    keepAttributes();
    List<Object> list = new ArrayList<>(2);
    while (true) {
      switch (next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          String name = reader.getLocalName();
          if (name.equals(element.name)) {
            path.push(name, list.size() + 1);
            addItem(list, element);
            path.pop();
          } else {
            keepUnknown(name);
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          return list;
        }
        default -> keepStrayText();
      }
    }
  }

  /** An empty group is still an item: two results of which one is empty are not one result. */
  private void addItem(List<Object> list, Element element) {
    if (element.group != null) {
      list.add(element.group.build(slots(element.group), path));
      return;
    }
    Object value = element.value(leafText(element.name));
    if (value != null) {
      list.add(value);
    }
  }

  private String leafText(String name) {
    keepAttributes();
    String text = "";
    StringBuilder pieces = null;
    while (true) {
      switch (next()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (pieces == null && text.isEmpty()) {
            text = reader.getText();
          } else {
            pieces = pieces == null ? new StringBuilder(text) : pieces;
            pieces.append(reader.getText());
          }
        }
        case XMLStreamConstants.START_ELEMENT -> keepUnknown(reader.getLocalName());
        case XMLStreamConstants.END_ELEMENT -> {
          String whole = pieces == null ? text : pieces.toString();
          if (name.equals(CHARACTER_CODE_IDENTIFIER)) {
            identifier = whole.strip();
          }
          return whole;
        }
        default -> {
          // comments and processing instructions
        }
      }
    }
  }

  private void keepUnknown(String name) {
    path.push(name);
    keepAttributes();
    boolean leaf = true;
    StringBuilder text = new StringBuilder();
    int event = next();
    while (event != XMLStreamConstants.END_ELEMENT) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        leaf = false;
        keepUnknown(reader.getLocalName());
      } else if (isText(event)) {
        text.append(reader.getText());
      }
      event = next();
    }
    if (leaf || !Layout.isWhite(text)) {
      path.keepUnknown(text.toString());
    }
    if (name.equals(CHARACTER_CODE_IDENTIFIER)) {
      identifier = text.toString().strip();
    }
    path.pop();
  }

  private WireTree subtree() {
    String name = reader.getLocalName();
    path.push(name);
    List<WireTree> children = new ArrayList<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      PersonalText value = new PersonalText(reader.getAttributeValue(i));
      children.add(new WireTree("@" + reader.getAttributeLocalName(i), value, List.of()));
    }
    StringBuilder text = new StringBuilder();
    int event = next();
    while (event != XMLStreamConstants.END_ELEMENT) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        children.add(subtree());
      } else if (isText(event)) {
        text.append(reader.getText());
      }
      event = next();
    }
    if (name.equals(CHARACTER_CODE_IDENTIFIER)) {
      identifier = text.toString().strip();
    }
    path.pop();
    return new WireTree(
        name, new PersonalText(Layout.isWhite(text) ? "" : text.toString()), children);
  }

  private static boolean isText(int event) {
    return event == XMLStreamConstants.CHARACTERS
        || event == XMLStreamConstants.CDATA
        || event == XMLStreamConstants.SPACE;
  }

  /** No layout has attributes; schema hints are no content. */
  private void keepAttributes() {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (!XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(reader.getAttributeNamespace(i))) {
        path.keepUnknownChild("@" + reader.getAttributeLocalName(i), reader.getAttributeValue(i));
      }
    }
  }

  /** Text between the elements of a group. */
  private void keepStrayText() {
    int event = reader.getEventType();
    if (isText(event) && !reader.isWhiteSpace()) {
      path.keepUnknown(reader.getText());
    }
  }

  private int next() {
    int event;
    try {
      event = reader.next();
    } catch (XMLStreamException e) {
      throw failure(e, source);
    } catch (RuntimeException defect) {
      // The JDK's parser fails over some malformed documents; its exceptions may quote content.
      throw malformed();
    }
    if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw new WireException(Kind.FORBIDDEN, position(reader.getLocation()));
    }
    return event;
  }

  private WireException malformed() {
    return new WireException(Kind.MALFORMED, position(reader.getLocation()));
  }

  /** Only the position of the parser's exception is taken over: its message quotes content. */
  static WireException failure(XMLStreamException e, CharSource source) {
    Kind kind = source.isExhausted() ? Kind.INCOMPLETE : Kind.MALFORMED;
    return new WireException(kind, position(e.getLocation()));
  }

  private static String position(@Nullable Location location) {
    if (location == null) {
      return "position unknown";
    }
    return "line " + location.getLineNumber() + ", column " + location.getColumnNumber();
  }
}
