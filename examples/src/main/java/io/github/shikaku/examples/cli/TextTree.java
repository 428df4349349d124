package io.github.shikaku.examples.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Map;

/** Prints for people what {@code --json} prints for programs: one indented line per field. */
final class TextTree {
  private final PrintWriter out;

  TextTree(PrintWriter out) {
    this.out = out;
  }

  void print(JsonNode object) {
    print(object, "");
  }

  private void print(JsonNode object, String indent) {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      printField(field.getKey(), field.getValue(), indent);
    }
  }

  private void printField(String name, JsonNode value, String indent) {
    if (value.isArray()) {
      int number = 0;
      for (JsonNode item : value) {
        number++;
        printField(name + " " + number, item, indent);
      }
    } else if (isCode(value)) {
      out.println(indent + name + ": " + code(value));
    } else if (value.isObject()) {
      out.println(indent + name + ":");
      print(value, indent + "  ");
    } else {
      out.println(indent + name + ": " + value.asText());
    }
  }

  private static boolean isCode(JsonNode value) {
    return value.size() == 2 && value.has("code") && value.has("label");
  }

  private static String code(JsonNode value) {
    JsonNode label = value.get("label");
    return value.get("code").asText() + " " + (label.isNull() ? "(?)" : label.asText());
  }
}
