package io.github.shikaku.wire;

import io.github.shikaku.model.PersonalText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Any document as an ordered tree, for tools that look into files whose layout nobody told them.
 *
 * @param name the element's name; {@code @name} for an attribute
 * @param value its own text, empty when it has none; masked when printed
 * @param children its children in document order
 */
public record WireTree(String name, PersonalText value, List<WireTree> children) {
  /** Copies the list. */
  public WireTree {
    children = List.copyOf(children);
  }

  /** The first child of that name. */
  public Optional<WireTree> child(String childName) {
    return children(childName).findFirst();
  }

  /** All children of that name. */
  public Stream<WireTree> children(String childName) {
    return children.stream().filter(child -> child.name.equals(childName));
  }

  /** The text at the end of a path of names below this element; empty when there is none. */
  public Optional<String> text(String... path) {
    WireTree tree = this;
    for (String step : path) {
      Optional<WireTree> next = tree.child(step);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      tree = next.get();
    }
    return Optional.of(tree.value.text()).filter(text -> !text.isEmpty());
  }

  @Override
  public String toString() {
    return "WireTree[" + ElementNames.printable(name) + ", " + value + ", " + children + "]";
  }
}
