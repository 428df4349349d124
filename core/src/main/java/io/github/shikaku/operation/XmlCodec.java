package io.github.shikaku.operation;

import io.github.shikaku.model.Facet;
import io.github.shikaku.wire.Layout;
import io.github.shikaku.wire.Received;
import io.github.shikaku.wire.Unencodable;
import io.github.shikaku.wire.WireEncoding;
import io.github.shikaku.wire.XmlReader;
import io.github.shikaku.wire.XmlWriter;
import java.util.List;

/** Messages of the exchange folder. */
record XmlCodec(WireEncoding encoding, XmlWriter writer, XmlReader reader) implements MessageCodec {
  @Override
  public List<Facet> facets() {
    return List.of(Facet.ID, Facet.PREFIX, Facet.LAYOUT);
  }

  @Override
  public <T> byte[] write(T message, Layout<T> layout) {
    return writer.write(message, layout);
  }

  @Override
  public <T> List<Unencodable> unencodable(T message, Layout<T> layout) {
    return writer.unencodable(message, layout);
  }

  @Override
  public <T> Received<T> read(byte[] document, Layout<T> layout) {
    return reader.read(document, layout);
  }
}
