package io.github.shikaku.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The JSON of an answer as docs/command.md has it, which documents are held against. */
final class Shape {
  private static final String BEGIN = "<!-- shape of an answer -->\n```json\n";
  private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";

  private final JsonNode documented;
  private final Set<String> seen = new TreeSet<>();

  private Shape(JsonNode documented) {
    this.documented = documented;
  }

  static Shape ofTheGuide() throws IOException {
    String guide = Files.readString(Path.of("..", "docs", "command.md")).replace("\r\n", "\n");
    int begin = guide.indexOf(BEGIN) + BEGIN.length();
    assertThat(begin).as("the mark of the shape").isGreaterThan(BEGIN.length());
    String json = guide.substring(begin, guide.indexOf("```", begin));
    return new Shape(new ObjectMapper().readTree(json));
  }

  /** Fails at whatever the guide does not know. */
  void check(JsonNode document) {
    check(document, documented, "");
  }

  /** Every field that was seen so far, by path. */
  Set<String> seen() {
    return Set.copyOf(seen);
  }

  /** Every field of the guide, by path. */
  Set<String> all() {
    Set<String> all = new TreeSet<>();
    collect(documented, "", all);
    return all;
  }

  private void check(JsonNode value, JsonNode shape, String path) {
    seen.add(path);
    if (shape.isObject()) {
      assertThat(value.isObject()).as(path).isTrue();
      for (Map.Entry<String, JsonNode> field : value.properties()) {
        String name = path + "/" + field.getKey();
        assertThat(shape.has(field.getKey())).as(name + " is in docs/command.md").isTrue();
        check(field.getValue(), shape.get(field.getKey()), name);
      }
    } else if (shape.isArray()) {
      assertThat(value.isArray()).as(path).isTrue();
      value.forEach(item -> check(item, shape.get(0), path));
    } else {
      checkValue(value, shape.asText(), path);
    }
  }

  private static void checkValue(JsonNode value, String kind, String path) {
    switch (kind) {
      case "text" -> assertThat(value.isTextual()).as(path).isTrue();
      case "number" -> assertThat(value.isIntegralNumber()).as(path).isTrue();
      case "date" -> assertThat(value.asText()).as(path).matches(DATE);
      case "time" -> assertThat(value.asText()).as(path).matches(DATE + "T\\d{2}:\\d{2}:\\d{2}");
      case "month" -> assertThat(value.asText()).as(path).matches("\\d{4}-\\d{2}");
      case "code" -> {
        assertThat(value.properties().stream().map(Map.Entry::getKey))
            .as(path)
            .containsExactly("code", "label");
        assertThat(value.path("code").isTextual()).as(path).isTrue();
        assertThat(value.path("label").isTextual() || value.path("label").isNull())
            .as(path)
            .isTrue();
      }
      default -> throw new AssertionError("the guide has a kind of value of its own: " + kind);
    }
  }

  private static void collect(JsonNode shape, String path, Set<String> all) {
    all.add(path);
    if (shape.isArray()) {
      collect(shape.get(0), path, all);
    }
    for (Map.Entry<String, JsonNode> field : shape.properties()) {
      collect(field.getValue(), path + "/" + field.getKey(), all);
    }
  }
}
