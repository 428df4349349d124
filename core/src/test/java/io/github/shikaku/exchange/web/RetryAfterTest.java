package io.github.shikaku.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0",
        " 120 |120",
        "999999999|999999999",
        "Mon, 23 Nov 2026 03:01:30 GMT|90",
        "Monday, 23-Nov-26 03:01:30 GMT|90",
        "Mon, 23 Nov 2026 02:00:00 GMT|0"
      })
  void pause_secondsOrDate_isFromNow(String header, long seconds) {
    assertThat(RetryAfter.pause(header, NOW)).hasValue(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "-1", "1.5", "soon", "99999999999", "Mon, 99 Nov 2026 03:01:30 GMT"})
  void pause_anythingElse_isEmpty(String header) {
    assertThat(RetryAfter.pause(header, NOW)).isEmpty();
  }
}
