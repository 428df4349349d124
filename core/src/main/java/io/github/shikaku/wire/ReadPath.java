package io.github.shikaku.wire;

import io.github.shikaku.model.PersonalText;
import io.github.shikaku.wire.WireException.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a reader stands, how deep, and what it met that the layout does not know. Paths become
 * strings only when somebody asks.
 */
final class ReadPath {
  /** A real answer has none or a few; a file with more is not an answer but an attack on memory. */
  private static final int MAX_UNKNOWN = 1_000;

  private final String[] names;
  private final int[] positions;
  private final List<UnknownElement> unknown = new ArrayList<>(0);
  private int depth;

  ReadPath(int maxDepth) {
    names = new String[maxDepth];
    positions = new int[maxDepth];
  }

  void push(String name) {
    push(name, 1);
  }

  /** {@code position} counts from 1 among the items of a list. */
  void push(String name, int position) {
    if (depth == names.length) {
      throw new WireException(Kind.FORBIDDEN, "depth " + depth);
    }
    names[depth] = name;
    positions[depth] = position;
    depth++;
  }

  void pop() {
    depth--;
  }

  void keepUnknown(String text) {
    keep(toString(), text);
  }

  void keepUnknownChild(String name, String text) {
    keep(this + "/" + name, text);
  }

  private void keep(String path, String text) {
    if (unknown.size() == MAX_UNKNOWN) {
      throw new WireException(Kind.FORBIDDEN, "more than " + MAX_UNKNOWN + " unknown elements");
    }
    unknown.add(new UnknownElement(path, new PersonalText(text)));
  }

  List<UnknownElement> unknown() {
    return unknown;
  }

  @Override
  public String toString() {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      path.append(i == 0 ? "" : "/").append(names[i]);
      if (positions[i] > 1) {
        path.append('[').append(positions[i]).append(']');
      }
    }
    return path.toString();
  }
}
