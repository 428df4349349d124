package io.github.shikaku.operation;

import io.github.shikaku.model.Facet;
import io.github.shikaku.wire.JsonReader;
import io.github.shikaku.wire.JsonWriter;
import io.github.shikaku.wire.Layout;
import io.github.shikaku.wire.Received;
import io.github.shikaku.wire.Unencodable;
import io.github.shikaku.wire.WireEncoder;
import io.github.shikaku.wire.WireEncoding;
import io.github.shikaku.wire.XmlReader;
import io.github.shikaku.wire.XmlWriter;
import java.util.List;

/** How messages are written and read on one way, and what must be known of an interface for it. */
public interface MessageCodec {
  /** XML in files. */
  static MessageCodec xml(WireEncoder encoder, XmlReader reader) {
    return new XmlCodec(encoder.encoding(), XmlWriter.of(encoder), reader);
  }

  /** JSON over the Web API. */
  static MessageCodec json(JsonReader reader) {
    return new JsonCodec(JsonWriter.create(), reader);
  }

  /** The encoding in which messages are written. */
  WireEncoding encoding();

  /** What of an interface is used on this way; the weakest decides whether it is provisional. */
  List<Facet> facets();

  /** The document of a message. */
  <T> byte[] write(T message, Layout<T> layout);

  /** What of a message cannot be written. */
  <T> List<Unencodable> unencodable(T message, Layout<T> layout);

  /**
   * The message of a document.
   *
   * @throws io.github.shikaku.wire.WireException when it cannot be used
   */
  <T> Received<T> read(byte[] document, Layout<T> layout);
}
