package io.github.shikaku.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.shikaku.error.ShikakuException;
import java.util.List;

/** Whatever a support engineer is sent, ZIP, XML or JSON, is shown or refused with a reason. */
class InspectorFuzzTest {
  private static final Inspector INSPECTOR = new Inspector();

  @FuzzTest(maxDuration = "15s")
  void inspect_anyBytes_isShownOrRefused(byte[] content) {
    try {
      for (InspectedFile document :
          InspectedFiles.documents(new InspectedFile("file", List.of("file"), content))) {
        assertThat(INSPECTOR.inspect(document).has("file")).isTrue();
      }
    } catch (ShikakuException refused) {
      assertThat(refused.errorId()).startsWith("SHK-C-");
    }
  }
}
