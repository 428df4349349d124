package io.github.shikaku.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.shikaku.wire.WireException.Kind;

class JsonReaderFuzzTest {
  private static final JsonReader READER = JsonReader.create();

  @FuzzTest(maxDuration = "15s")
  void read_anyBytes_isAMessageOrAWireException(byte[] data) {
    try {
      assertThat(READER.read(data, Samples.RESULT).message().header()).isNotNull();
    } catch (WireException refused) {
      assertThat(refused.kind()).isNotEqualTo(Kind.UNENCODABLE);
    }
  }
}
