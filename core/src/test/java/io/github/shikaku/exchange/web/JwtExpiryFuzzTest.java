package io.github.shikaku.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** Whatever a token claims, it says when it expires or nothing. */
class JwtExpiryFuzzTest {
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  @FuzzTest(maxDuration = "15s")
  void of_anyClaims_isATimeOfThisEraOrNone(byte[] claims) {
    String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(claims);
    String asTheyAre = new String(claims, StandardCharsets.ISO_8859_1);
    for (String token : new String[] {"e30." + encoded + ".sig", asTheyAre}) {
      assertThat(JwtExpiry.of(token.toCharArray()))
          .satisfiesAnyOf(
              expiry -> assertThat(expiry).isEmpty(),
              expiry -> assertThat(expiry.orElseThrow()).isBetween(Instant.EPOCH, LATEST));
    }
  }
}
