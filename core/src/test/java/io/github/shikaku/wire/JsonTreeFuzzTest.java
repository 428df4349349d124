package io.github.shikaku.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.shikaku.wire.WireException.Kind;

class JsonTreeFuzzTest {
  private static final JsonReader READER = JsonReader.create();

  @FuzzTest(maxDuration = "15s")
  void readTree_anyBytes_isATreeOrAWireException(byte[] data) {
    try {
      assertThat(READER.readTree(data).message().name()).isNotNull();
    } catch (WireException refused) {
      assertThat(refused.kind()).isNotEqualTo(Kind.UNENCODABLE);
    }
  }
}
