package io.github.shikaku.operation;

import io.github.shikaku.model.Facet;
import io.github.shikaku.wire.JsonReader;
import io.github.shikaku.wire.JsonWriter;
import io.github.shikaku.wire.Layout;
import io.github.shikaku.wire.Received;
import io.github.shikaku.wire.Unencodable;
import io.github.shikaku.wire.WireEncoding;
import java.util.List;

/** Messages of the Web API. */
record JsonCodec(JsonWriter writer, JsonReader reader) implements MessageCodec {
  private static final List<Facet> FACETS = List.of(Facet.ID, Facet.WEB_PATH, Facet.LAYOUT);

  @Override
  public WireEncoding encoding() {
    return WireEncoding.UTF_8;
  }

  @Override
  public List<Facet> facets() {
    return FACETS;
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
