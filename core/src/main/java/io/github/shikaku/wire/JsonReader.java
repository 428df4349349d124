package io.github.shikaku.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.github.shikaku.wire.WireException.Kind;
import java.io.IOException;

/**
 * Reads the JSON of the Web API into the same messages as {@link XmlReader}: the names are the
 * same, below the envelope {@code XmlMsg}. Lists and single objects are both accepted, numbers and
 * booleans count as their text, a repeated key makes the document unusable. A reader is immutable
 * and may be shared between threads.
 */
public final class JsonReader {
  /** The limits of {@link XmlReader}. */
  private static final int DEFAULT_MAX_BYTES = 4 * 1024 * 1024;

  private static final int DEFAULT_MAX_DEPTH = 32;

  private final JsonFactory factory;
  private final int maxBytes;
  private final int maxDepth;

  private JsonReader(int maxBytes, int maxDepth) {
    this.maxBytes = maxBytes;
    this.maxDepth = maxDepth;
    // Names of an attacker's choice are neither interned nor collected in a shared table.
    factory =
        JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxStringLength(maxBytes)
                    .maxNumberLength(1_000)
                    .maxNameLength(1_000)
                    .maxNestingDepth(4 * maxDepth)
                    .build())
            .build();
  }

  /** A reader that takes documents of up to 4 MiB and 32 levels. */
  public static JsonReader create() {
    return new JsonReader(DEFAULT_MAX_BYTES, DEFAULT_MAX_DEPTH);
  }

  /** The same reader with another limit in bytes. */
  public JsonReader withMaxBytes(int bytes) {
    return new JsonReader(bytes, maxDepth);
  }

  /** The same reader with another limit of nested elements. */
  public JsonReader withMaxDepth(int depth) {
    return new JsonReader(maxBytes, depth);
  }

  /**
   * Reads a document of the layout.
   *
   * @throws WireException when it cannot be used
   */
  public <T> Received<T> read(byte[] document, Layout<T> layout) {
    return with(
        document,
        pull -> new Received<>(pull.document(layout), pull.unknown(), WireEncoding.UTF_8));
  }

  /**
   * Reads any document into a tree; an array becomes repeated children of its key.
   *
   * @throws WireException when it cannot be used
   */
  public Received<WireTree> readTree(byte[] document) {
    return with(document, pull -> new Received<>(pull.tree(), pull.unknown(), WireEncoding.UTF_8));
  }

  private <R> R with(byte[] document, Reading<R> reading) {
    if (document.length > maxBytes) {
      throw new WireException(Kind.FORBIDDEN, "more than " + maxBytes + " bytes");
    }
    WireText.Decoded text = WireText.decodeUtf8(document);
    try (JsonParser parser = factory.createParser(text.chars, 0, text.length)) {
      return reading.read(new JsonPull(parser, maxDepth));
    } catch (IOException e) {
      throw JsonPull.failure(e);
    }
  }

  /** What is done with an open parser. */
  private interface Reading<R> {
    R read(JsonPull pull) throws IOException;
  }
}
