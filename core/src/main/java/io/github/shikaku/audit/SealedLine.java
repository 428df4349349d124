package io.github.shikaku.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of a trail or head: a flat JSON object whose last member, {@code hash}, seals every byte
 * before it.
 *
 * @param fields members as text; an own copy
 * @param hash the seal
 * @param sealed whether the seal fits
 */
record SealedLine(Map<String, String> fields, String hash, boolean sealed) {
  /** Far more than the longest record needs. */
  static final int LONGEST = 8192;

  private static final byte[] BEFORE_HASH = ",\"hash\":\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] AFTER_HASH = "\"}".getBytes(StandardCharsets.US_ASCII);
  private static final int TAIL = BEFORE_HASH.length + ChainHash.HEX_LENGTH + AFTER_HASH.length;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  /** The line of these members, line feed included; numbers and booleans are written as such. */
  static byte[] seal(Map<String, Object> members, ChainHash hash) {
    byte[] json = json(members);
    int open = json.length - 1;
    ByteArrayOutputStream line = new ByteArrayOutputStream(json.length + TAIL);
    line.write(json, 0, open);
    line.writeBytes(BEFORE_HASH);
    line.writeBytes(hash.hex(json, open).getBytes(StandardCharsets.US_ASCII));
    line.writeBytes(AFTER_HASH);
    line.write('\n');
    return line.toByteArray();
  }

  /** The seal of a line that {@link #seal} made. */
  static String hashOf(byte[] line) {
    return new String(
        line,
        line.length - 1 - AFTER_HASH.length - ChainHash.HEX_LENGTH,
        ChainHash.HEX_LENGTH,
        StandardCharsets.US_ASCII);
  }

  /** A line, without its line feed; null when it does not have the form of one. */
  static @Nullable SealedLine read(byte[] line, int length, ChainHash hash) {
    int open = length - TAIL;
    if (open < 1
        || !matches(line, open, BEFORE_HASH)
        || !matches(line, length - AFTER_HASH.length, AFTER_HASH)) {
      return null;
    }
    Map<String, String> fields = fields(line, length);
    if (fields == null) {
      return null;
    }
    String claimed =
        new String(
            line, open + BEFORE_HASH.length, ChainHash.HEX_LENGTH, StandardCharsets.ISO_8859_1);
    return new SealedLine(fields, claimed, claimed.equals(hash.hex(line, open)));
  }

  String text(String name) {
    return fields.getOrDefault(name, "");
  }

  /** A number that cannot be negative; -1 when there is none. */
  long number(String name) {
    String text = text(name);
    boolean digits = !text.isEmpty() && text.length() <= 18 && text.chars().allMatch(this::isDigit);
    return digits ? Long.parseLong(text) : -1;
  }

  /** An instant; null when there is none. */
  @Nullable Instant instant(String name) {
    try {
      return Instant.parse(text(name));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }

  private static boolean matches(byte[] line, int at, byte[] expected) {
    for (int i = 0; i < expected.length; i++) {
      if (line[at + i] != expected[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] json(Map<String, Object> members) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      for (Map.Entry<String, Object> member : members.entrySet()) {
        json.writeFieldName(member.getKey());
        write(json, member.getValue());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to be written", e);
    }
    return out.toByteArray();
  }

  private static void write(JsonGenerator json, Object value) throws IOException {
    if (value instanceof Long number) {
      json.writeNumber(number);
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else {
      json.writeString(value.toString());
    }
  }

  private static @Nullable Map<String, String> fields(byte[] line, int length) {
    Map<String, String> fields = new LinkedHashMap<>();
    try (JsonParser json = JSON.createParser(line, 0, length)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        if (!json.nextToken().isScalarValue()) {
          return null;
        }
        fields.put(name, json.getText());
      }
      boolean whole = json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null;
      return whole ? fields : null;
    } catch (IOException e) {
      return null; // Not JSON: the caller reports the line, never its content.
    }
  }
}
