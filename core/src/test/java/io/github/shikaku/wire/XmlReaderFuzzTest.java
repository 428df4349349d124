package io.github.shikaku.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.shikaku.qualification.QualificationResultMessage;
import io.github.shikaku.wire.WireException.Kind;

class XmlReaderFuzzTest {
  private static final XmlReader READER = XmlReader.create();

  @FuzzTest(maxDuration = "15s")
  void read_anyBytes_isAMessageThatSurvivesWritingOrAWireException(byte[] data) {
    try {
      Received<QualificationResultMessage> received = READER.read(data, Samples.RESULT);
      XmlWriter writer = XmlWriter.of(WireEncoder.of(received.encoding()).allowVendorCharacters());
      if (writer.unencodable(received.message(), Samples.RESULT).isEmpty()
          && received.encoding() == WireEncoding.UTF_8) {
        byte[] written = writer.write(received.message(), Samples.RESULT);
        assertThat(READER.read(written, Samples.RESULT).message()).isEqualTo(received.message());
      }
    } catch (WireException refused) {
      assertThat(refused.kind()).isNotEqualTo(Kind.UNENCODABLE);
    }
  }
}
