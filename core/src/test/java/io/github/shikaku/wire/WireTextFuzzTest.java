package io.github.shikaku.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.shikaku.wire.WireException.Kind;

class WireTextFuzzTest {
  @FuzzTest(maxDuration = "15s")
  void decode_anyBytes_isTextThatEncodesBackOrAWireException(byte[] data) {
    try {
      WireText text = WireText.decode(data);
      assertThat(text.text().length()).isLessThanOrEqualTo(data.length);
      WireEncoder encoder = WireEncoder.of(text.encoding()).allowVendorCharacters();
      if (encoder.firstUnencodable(text.text()).isEmpty()) {
        String again = new String(encoder.encode(text.text()), text.encoding().charset());
        assertThat(WireText.foldTwins(again)).isEqualTo(WireText.foldTwins(text.text()));
      }
    } catch (WireException refused) {
      assertThat(refused.kind()).isIn(Kind.ENCODING, Kind.INCOMPLETE, Kind.MALFORMED);
    }
  }
}
