package io.github.shikaku.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

class SealedLineFuzzTest {
  @FuzzTest(maxDuration = "15s")
  void read_anyLine_isALineOrNone(byte[] bytes) {
    try (ChainHash hash = ChainHash.plain()) {
      SealedLine line = SealedLine.read(bytes, bytes.length, hash);
      if (line != null) {
        assertThat(line.number(TrailLine.SEQUENCE)).isGreaterThanOrEqualTo(-1);
        assertThat(line.hash()).hasSize(ChainHash.HEX_LENGTH);
      }
    }
  }
}
