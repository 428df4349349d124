package io.github.shikaku.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Whatever lies in a trail, checking it ends with a result and never with an exception. */
class AuditTrailFuzzTest {
  @FuzzTest(maxDuration = "15s")
  void verify_anyBytes_endsWithAResult(byte[] bytes) throws IOException {
    try (ChainHash hash = ChainHash.plain();
        LineReader lines = LineReader.of(new ByteArrayInputStream(bytes))) {
      AuditVerification result = AuditTrail.verify(lines, hash, new AuditTrail.Head(false, null));

      assertThat(result.records()).isLessThanOrEqualTo(bytes.length / 100);
      assertThat(result.unfinishedBytes()).isZero();
    }
  }
}
