package io.github.shikaku.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwtExpiryTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"exp\":1800000000}|1800000000",
        "{\"a\":{\"exp\":1},\"exp\":1800000000.9,\"exp2\":5}|1800000000",
        "{\"a\":[1,{\"exp\":2}],\"exp\":1.8e9}|1800000000",
      })
  void of_tokenThatSaysWhen_isThatTime(String claims, long seconds) {
    assertThat(JwtExpiry.of(token(claims))).hasValue(Instant.ofEpochSecond(seconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "",
        "{\"exp\":\"1800000000\"}",
        "{\"exp\":null}",
        "{\"exp\":-1}",
        "{\"exp\":1e300}",
        "{\"exp\":",
        "{\"a\":"
      })
  void of_tokenThatDoesNotSay_isEmpty(String claims) {
    assertThat(JwtExpiry.of(token(claims))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "opaque", "a.b", "..", "a.漢字.c", "a.===.c", "a.b c.d"})
  void of_somethingElse_isEmpty(String token) {
    assertThat(JwtExpiry.of(token.toCharArray())).isEmpty();
  }

  @Test
  void of_token_isLeftAsItIs() {
    char[] token = token("{\"exp\":1800000000}");
    char[] before = token.clone();

    assertThat(JwtExpiry.of(token)).isPresent();
    assertThat(token).isEqualTo(before);
  }

  private static char[] token(String claims) {
    String encoded =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8));
    return ("e30." + encoded + ".c2ln").toCharArray();
  }
}
