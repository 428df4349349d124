package io.github.shikaku.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.shikaku.error.InvalidConfigurationException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class ChainHashTest {
  @Test
  void hex_anyKeyAndData_isTheStandardHmac() throws Exception {
    Random random = new Random(20261123);
    for (int length = 16; length < 200; length++) {
      byte[] key = new byte[length];
      byte[] data = new byte[random.nextInt(300)];
      random.nextBytes(key);
      random.nextBytes(data);
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));

      try (ChainHash hash = ChainHash.keyed(key)) {
        assertThat(hash.hex(data, data.length))
            .isEqualTo(HexFormat.of().formatHex(mac.doFinal(data)));
      }
    }
  }

  @Test
  void keyed_callerWipesItsKey_goesOnWithTheCopy() {
    byte[] key = Audits.KEY.clone();
    char[] characters = "鍵は十六文字以上の乱数にしてください".toCharArray();
    byte[] same = new String(characters).getBytes(StandardCharsets.UTF_8);
    byte[] data = {1, 2, 3};
    try (ChainHash fromBytes = ChainHash.keyed(key);
        ChainHash fromCharacters = ChainHash.keyed(characters);
        ChainHash expected = ChainHash.keyed(Audits.KEY);
        ChainHash expectedOfCharacters = ChainHash.keyed(same)) {
      Arrays.fill(key, (byte) 0);
      Arrays.fill(characters, '0');

      assertThat(fromBytes.hex(data, 3)).isEqualTo(expected.hex(data, 3));
      assertThat(fromCharacters.hex(data, 3)).isEqualTo(expectedOfCharacters.hex(data, 3));
    }
  }

  @Test
  void keyed_shortOrBrokenKey_isRefused() {
    assertThatThrownBy(() -> ChainHash.keyed(new byte[15]))
        .isInstanceOf(InvalidConfigurationException.class);
    assertThatThrownBy(() -> ChainHash.keyed(new char[15]))
        .isInstanceOf(InvalidConfigurationException.class);
    assertThatThrownBy(() -> ChainHash.keyed("\ud800aaaaaaaaaaaaaaaa".toCharArray()))
        .isInstanceOf(InvalidConfigurationException.class);
  }

  @Test
  void close_keyed_wipesTheKey() {
    byte[] data = {1};
    ChainHash hash = ChainHash.keyed(Audits.KEY);
    String before = hash.hex(data, 1);
    hash.close();

    assertThat(hash.hex(data, 1)).isNotEqualTo(before);
  }
}
