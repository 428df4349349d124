package io.github.shikaku.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Whatever lies in a trail, checking it ends with a result and never with an exception. */
class AuditTrailFuzzTest {
  @FuzzTest
  void verify_anyBytes_endsWithAResult(byte[] bytes) throws IOException {
    try (ChainHash hash = ChainHash.plain();
        LineReader lines = LineReader.of(new ByteArrayInputStream(bytes))) {
      AuditVerification result = AuditTrail.verify(lines, hash, new AuditTrail.Head(false, null));

      assertThat(result.records()).isLessThanOrEqualTo(bytes.length / 100);
      assertThat(result.unfinishedBytes()).isZero();
    }
  }

  @FuzzTest
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
