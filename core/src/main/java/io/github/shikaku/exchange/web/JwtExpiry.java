package io.github.shikaku.exchange.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * When a token says that it expires ({@code exp} of RFC 7519). The signature is not verified: the
 * token is the server's own and only handed back.
 */
final class JwtExpiry {
  private static final JsonFactory JSON =
      JsonFactory.builder().recyclerPool(JsonRecyclerPools.nonRecyclingPool()).build();

  /** The end of the year 9999; later than what an Instant of a log can show. */
  private static final long LATEST = 253_402_300_799L;

  private JwtExpiry() {}

  /** Empty when it is no JSON Web Token or says nothing. */
  static Optional<Instant> of(char[] token) {
    int first = indexOfDot(token, 0);
    int second = first < 0 ? -1 : indexOfDot(token, first + 1);
    if (second < 0) {
      return Optional.empty();
    }
    byte[] encoded = new byte[second - first - 1];
    for (int i = 0; i < encoded.length; i++) {
      char c = token[first + 1 + i];
      encoded[i] = c < 128 ? (byte) c : (byte) '!';
    }
    byte[] claims = {};
    try {
      claims = Base64.getUrlDecoder().decode(encoded);
      return expiry(claims);
    } catch (IllegalArgumentException | IOException e) {
      // Not a JSON Web Token then. The cause would quote it.
      return Optional.empty();
    } finally {
      Arrays.fill(encoded, (byte) 0);
      Arrays.fill(claims, (byte) 0);
    }
  }

  private static int indexOfDot(char[] token, int from) {
    for (int i = from; i < token.length; i++) {
      if (token[i] == '.') {
        return i;
      }
    }
    return -1;
  }

  private static Optional<Instant> expiry(byte[] claims) throws IOException {
    try (JsonParser parser = JSON.createParser(claims)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean isExpiry = parser.currentName().equals("exp");
        JsonToken value = parser.nextToken();
        if (isExpiry && value != null && value.isNumeric()) {
          double seconds = parser.getDoubleValue();
          return seconds > 0 && seconds <= LATEST
              ? Optional.of(Instant.ofEpochSecond((long) seconds))
              : Optional.empty();
        }
        parser.skipChildren();
      }
      return Optional.empty();
    }
  }
}
