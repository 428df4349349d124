package io.github.shikaku.testkit.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.shikaku.testkit.message.AnswerTree.Node;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * JSON as the Web API answers: the names of the XML, every scalar a string, a list an array of
 * objects with one key each.
 *
 * <p>A known element that comes twice becomes a key that comes twice, which no client can use; an
 * unknown one becomes an array.
 */
public final class JsonText implements AnswerText {
  /** How deep arrays stand in each other where a text swells. */
  public static final int DEPTH_OF_NESTING = 100_000;

  private static final JsonShape SHAPE = JsonShape.of(AnswerXml.class);

  private final JsonFactory factory = new JsonFactory();
  private final boolean listsAsObjects;

  /**
   * A format for any number of threads.
   *
   * @param listsAsObjects writes a list of one as a single object, as some systems do
   */
  public JsonText(boolean listsAsObjects) {
    this.listsAsObjects = listsAsObjects;
  }

  @Override
  public byte[] write(AnswerTree answer, Damage damage, TextEncoding encoding) {
    String json = text(answer);
    return damage.to(
        encoding.encode(
            switch (damage) {
              case BROKEN ->
                  json.replace("\"ProcessingResultStatus\":", "\"ProcessingResultStatus\"");
              case SWELLING -> nested(json);
              case NONE, CUT, SCRAMBLED -> json;
            }));
  }

  String text(AnswerTree answer) {
    StringWriter out = new StringWriter(4096);
    try (JsonGenerator json = factory.createGenerator(out)) {
      json.writeStartObject();
      json.writeFieldName(answer.root().name());
      value(answer.root(), json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException("memory could not be written", e);
    }
    return out.toString();
  }

  private void value(Node node, JsonGenerator json) throws IOException {
    if (SHAPE.isList(node.name())) {
      list(node.children(), json);
    } else if (node.children().isEmpty() && !SHAPE.isGroup(node.name())) {
      json.writeString(node.text());
    } else {
      members(node.children(), json);
    }
  }

  private void list(List<Node> items, JsonGenerator json) throws IOException {
    if (listsAsObjects && items.size() == 1) {
      members(items, json);
      return;
    }
    json.writeStartArray();
    for (Node item : items) {
      members(List.of(item), json);
    }
    json.writeEndArray();
  }

  private void members(List<Node> children, JsonGenerator json) throws IOException {
    json.writeStartObject();
    Map<String, List<Node>> byName =
        children.stream()
            .collect(Collectors.groupingBy(Node::name, LinkedHashMap::new, Collectors.toList()));
    for (Map.Entry<String, List<Node>> member : byName.entrySet()) {
      if (member.getValue().size() == 1 || SHAPE.isKnown(member.getKey())) {
        for (Node one : member.getValue()) {
          json.writeFieldName(one.name());
          value(one, json);
        }
      } else {
        json.writeArrayFieldStart(member.getKey());
        for (Node one : member.getValue()) {
          value(one, json);
        }
        json.writeEndArray();
      }
    }
    json.writeEndObject();
  }

  /** Brackets instead of the name: short on the wire, a stack overflow for a careless parser. */
  private static String nested(String json) {
    Function<String, String> many = bracket -> bracket.repeat(DEPTH_OF_NESTING);
    return json.replace(
        "\"Name\":", "\"Name\":" + many.apply("[") + many.apply("]") + ",\"SimName\":");
  }
}
