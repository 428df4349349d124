package io.github.shikaku.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.shikaku.error.InvalidConfigurationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Whatever a definitions file holds, it is a catalogue or a list of mistakes. */
class CatalogueReaderFuzzTest {
  @FuzzTest(maxDuration = "15s")
  void read_anyBytes_isACatalogueOrNamesMistakes(byte[] file) throws IOException {
    try {
      assertThat(CatalogueReader.read(new ByteArrayInputStream(file)).all()).isNotEmpty();
    } catch (InvalidConfigurationException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }
}
