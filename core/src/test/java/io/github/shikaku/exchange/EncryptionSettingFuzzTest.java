package io.github.shikaku.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Whatever stands in encrypt.conf, only what says so is encrypted. */
class EncryptionSettingFuzzTest {
  @FuzzTest(maxDuration = "15s")
  void of_anyBytes_isASettingThatNeedsAnEToBeOn(byte[] content) {
    boolean on = EncryptionSetting.of(content).isOn("OQSsiquc01req");
    assertThat(
            on
                && new String(content, StandardCharsets.ISO_8859_1)
                    .chars()
                    .noneMatch(c -> c == 'e' || c == 'E'))
        .isFalse();
  }
}
