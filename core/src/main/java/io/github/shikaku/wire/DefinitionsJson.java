package io.github.shikaku.wire;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.shikaku.error.InvalidConfigurationException;
import io.github.shikaku.model.Evidence;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes values out of a definitions file and collects every mistake, because whoever wrote the file
 * wants to correct it once.
 */
final class DefinitionsJson {
  private static final int FORMAT = 1;

  private final List<String> mistakes = new ArrayList<>();

  /**
   * The whole file as a tree.
   *
   * @throws InvalidConfigurationException when it is not JSON
   * @throws IOException when the stream breaks
   */
  static JsonNode tree(InputStream json) throws IOException {
    JsonMapper mapper =
        JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    try {
      return mapper.readTree(json);
    } catch (CharConversionException notText) {
      throw new InvalidConfigurationException(List.of("not JSON: no text in a known encoding"));
    } catch (JsonProcessingException notJson) {
      JsonLocation where = notJson.getLocation();
      throw new InvalidConfigurationException(
          List.of(
              where == null
                  ? "not JSON"
                  : "not JSON, or a name twice in one object, at line "
                      + where.getLineNr()
                      + ", column "
                      + where.getColumnNr()));
    }
  }

  void mistake(String text) {
    mistakes.add(text);
  }

  void throwMistakes() {
    if (!mistakes.isEmpty()) {
      throw new InvalidConfigurationException(mistakes);
    }
  }

  void checkFormat(JsonNode root) {
    onlyKnown(root, "the file", Set.of("format", "web", "interfaces"));
    if (root.path("format").asInt() != FORMAT) {
      mistakes.add("format is not " + FORMAT);
    }
  }

  void onlyKnown(JsonNode node, String where, Set<String> known) {
    if (!node.isObject()) {
      mistakes.add(where + ": missing, or not an object");
      return;
    }
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                mistakes.add(where + ": " + name + " is not known");
              }
            });
  }

  Evidence evidence(JsonNode node, String where) {
    return oneOf(Evidence.class, node, "evidence", where, Evidence.PROVISIONAL);
  }

  <E extends Enum<E>> E oneOf(
      Class<E> type, JsonNode node, String field, String where, E otherwise) {
    String name = text(node, field, where);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    if (!name.isEmpty()) {
      mistakes.add(where + " " + field + ": " + name + " is not known");
    }
    return otherwise;
  }

  String text(JsonNode node, String field, String where) {
    String text = optionalText(node, field, where);
    if (text == null && node.isObject()) {
      mistakes.add(where + " " + field + ": missing");
    }
    return text == null ? "" : text;
  }

  @Nullable String optionalText(JsonNode node, String field, String where) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual() || value.asText().isBlank()) {
      mistakes.add(where + " " + field + ": blank, or not a text");
      return null;
    }
    return value.asText();
  }
}
