package io.github.shikaku.testkit.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever lies in req, the simulator reads a question or says why it does not. */
class XmlRequestReaderFuzzTest {
  private static final XmlRequestReader READER = new XmlRequestReader();

  @FuzzTest(maxDuration = "15s")
  void read_anyBytes_isAQuestionOrAReason(byte[] request) {
    try {
      assertThat(READER.read(request).number()).isNotEmpty();
    } catch (UnreadableRequestException refused) {
      assertThat(refused.code()).startsWith("SIM-L");
    }
  }
}
