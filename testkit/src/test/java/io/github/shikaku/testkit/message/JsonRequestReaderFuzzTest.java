package io.github.shikaku.testkit.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever is posted, the simulator reads a question or says why it does not. */
class JsonRequestReaderFuzzTest {
  private static final JsonRequestReader READER = new JsonRequestReader();

  @FuzzTest(maxDuration = "15s")
  void read_anyBytes_isAQuestionOrAReason(byte[] request) {
    try {
      assertThat(READER.read(request).number()).isNotEmpty();
    } catch (UnreadableRequestException refused) {
      assertThat(refused.code()).startsWith("SIM-L");
    }
  }
}
