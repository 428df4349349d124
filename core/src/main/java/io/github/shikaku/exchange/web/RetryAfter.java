package io.github.shikaku.exchange.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.utils.DateUtils;
import org.jspecify.annotations.Nullable;

/**
 * The Retry-After of an answer (RFC 9110, 10.2.3): seconds or a date (the obsolete form of asctime
 * aside).
 */
final class RetryAfter {
  /** More than a day is as good as never. */
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

  private RetryAfter() {}

  /** How long to wait from now; empty when it says nothing that can be read. */
  static Optional<Duration> pause(@Nullable String header, Instant now) {
    if (header == null) {
      return Optional.empty();
    }
    String text = header.strip();
    if (SECONDS.matcher(text).matches()) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    Instant date = DateUtils.parseStandardDate(text);
    if (date == null) {
      return Optional.empty();
    }
    return Optional.of(date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO);
  }
}
