package io.github.shikaku.testkit.message;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * An answer as a tree of names and texts, before it becomes XML or JSON. What a scenario changes
 * about an answer is changed here, so that it is the same on every road.
 */
public final class AnswerTree {
  private final Node root;

  private AnswerTree(Node root) {
    this.root = root;
  }

  /** An element with a text. */
  public static Node leaf(String name, String text) {
    Node leaf = new Node(name);
    leaf.text = text;
    return leaf;
  }

  /** An element with children. */
  public static Node group(String name, Node... children) {
    Node group = new Node(name);
    group.children.addAll(List.of(children));
    return group;
  }

  Node root() {
    return root;
  }

  /** Gives every element of that name another text. */
  public void set(String name, String text) {
    each(root, node -> node.text = node.name.equals(name) ? text : node.text);
  }

  /** Gives another text to every element of that name directly below one of another name. */
  public void setBelow(String parent, String name, String text) {
    each(
        root,
        node -> {
          if (node.name.equals(parent)) {
            node.children.forEach(
                child -> child.text = child.name.equals(name) ? text : child.text);
          }
        });
  }

  /** The text of the first element of that name directly below one of another name, or nothing. */
  public String textBelow(String parent, String name) {
    StringBuilder text = new StringBuilder();
    each(
        root,
        node -> {
          if (node.name.equals(parent) && text.isEmpty()) {
            node.children.stream()
                .filter(child -> child.name.equals(name))
                .findFirst()
                .ifPresent(child -> text.append(child.text));
          }
        });
    return text.toString();
  }

  /** Takes every element of that name away that is directly below one of another name. */
  public void removeBelow(String parent, String name) {
    each(
        root,
        node -> {
          if (node.name.equals(parent)) {
            node.children.removeIf(child -> child.name.equals(name));
          }
        });
  }

  /** Puts a child before the others of every element of that name. */
  public void prepend(String name, Node child) {
    each(
        root,
        node -> {
          if (node.name.equals(name)) {
            node.children.add(0, child);
          }
        });
  }

  /** Adds children at the end of every element of that name. */
  public void append(String name, Node... children) {
    each(
        root,
        node -> {
          if (node.name.equals(name)) {
            node.children.addAll(List.of(children));
          }
        });
  }

  /** Puts an element before every one that has the same name. */
  public void repeat(Node another) {
    each(
        root,
        node -> {
          for (int i = node.children.size() - 1; i >= 0; i--) {
            if (node.children.get(i).name.equals(another.name)) {
              node.children.add(i, another);
            }
          }
        });
  }

  /** Puts the children of every element in another order, as real answers come. */
  public void shuffle(Random random) {
    each(root, node -> Collections.shuffle(node.children, random));
  }

  private static void each(Node node, Consumer<Node> change) {
    node.children.forEach(child -> each(child, change));
    change.accept(node);
  }

  @Override
  public String toString() {
    return "AnswerTree[***]";
  }

  /** One element: a text, or children. */
  public static final class Node {
    private final String name;
    private final List<Node> children = new ArrayList<>();
    private String text = "";

    private Node(String name) {
      this.name = name;
    }

    String name() {
      return name;
    }

    List<Node> children() {
      return children;
    }

    String text() {
      return text;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** Takes what JAXB writes. */
  static final class Builder extends DefaultHandler {
    private final Deque<Node> open = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable Node root;

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
      Node node = new Node(localName);
      Node parent = open.peek();
      if (parent == null) {
        root = node;
      } else {
        parent.children.add(node);
      }
      open.push(node);
      text.setLength(0);
    }

    @Override
    public void characters(char[] chars, int start, int length) {
      text.append(chars, start, length);
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
      Node node = open.pop();
      if (node.children.isEmpty()) {
        node.text = text.toString();
      }
      text.setLength(0);
    }

    AnswerTree tree() {
      if (root == null) {
        throw new IllegalStateException("nothing was written");
      }
      return new AnswerTree(root);
    }
  }
}
