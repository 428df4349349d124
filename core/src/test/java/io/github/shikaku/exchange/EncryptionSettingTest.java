package io.github.shikaku.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptionSettingTest {
  @TempDir Path config;

  @Test
  void isOn_linesOfEncryptConf_decideByPrefixWhateverTheCase() throws IOException {
    Files.writeString(
        config.resolve("encrypt.conf"), "OQSsiquc=E\r\nOQSmuquc01req = n\r\n# note\r\nEPS=e\r\n");
    EncryptionSetting setting = EncryptionSetting.read(config);
    assertThat(setting.isOn("OQSsiquc01req")).isTrue();
    assertThat(setting.isOn("OQSmuquc01req")).isFalse();
    assertThat(setting.isOn("OQSsiimm01req")).isFalse();
  }

  @Test
  void encrypted_onlyTheAnswers_namesThem() throws IOException {
    Files.writeString(config.resolve("encrypt.conf"), "OQSsiquc01req=n\r\nOQSsiquc01res=e\r\n");
    EncryptionSetting setting = EncryptionSetting.read(config);
    assertThat(setting.encrypted("OQSsiquc01req")).hasValue("OQSsiquc01res");
    assertThat(setting.encrypted("OQSsiimm01req")).isEmpty();
  }

  @Test
  void looksEncrypted_documents_areNot() {
    for (String document :
        new String[] {
          "<?xml version=\"1.0\"?><XmlMsg/>", "\uFEFF<XmlMsg></XmlMsg>", "  \n <XmlMsg>      "
        }) {
      assertThat(EncryptionSetting.looksEncrypted(document.getBytes(StandardCharsets.UTF_8)))
          .isFalse();
    }
  }

  @Test
  void looksEncrypted_bytesThatAreNoDocument_are() {
    byte[] content = new byte[256];
    new Random(1).nextBytes(content);
    content[0] = 0x50;
    assertThat(EncryptionSetting.looksEncrypted(content)).isTrue();
  }
}
