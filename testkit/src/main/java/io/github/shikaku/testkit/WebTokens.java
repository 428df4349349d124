package io.github.shikaku.testkit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens that a simulator issued, and what they are worth. */
final class WebTokens {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final Clock clock;
  private final Duration lifetime;
  private final boolean opaque;
  private final SecureRandom random = new SecureRandom();
  private final byte[] key = new byte[32];
  private final Map<String, Issued> issued = new ConcurrentHashMap<>();

  /** To which certificate a token was issued, and until when it is good. */
  record Issued(String fingerprint, Instant until) {}

  WebTokens(Clock clock, Duration lifetime, boolean opaque) {
    this.clock = clock;
    this.lifetime = lifetime;
    this.opaque = opaque;
    random.nextBytes(key);
  }

  /** A new token; a JWT unless opaque ones were asked for. */
  String issue(String account, String fingerprint) {
    Instant now = clock.instant();
    byte[] id = new byte[16];
    random.nextBytes(id);
    String unique = BASE64.encodeToString(id);
    String token = opaque ? unique : jwt(account, unique, now);
    issued.put(token, new Issued(fingerprint, now.plus(lifetime)));
    return token;
  }

  private String jwt(String account, String id, Instant now) {
    String header = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";
    String claims =
        "{\"iss\":\"shikaku-simulator\",\"sub\":\"%s\",\"jti\":\"%s\",\"iat\":%d,\"exp\":%d}"
            .formatted(account, id, now.getEpochSecond(), now.plus(lifetime).getEpochSecond());
    String signed = encoded(header) + "." + encoded(claims);
    return signed + "." + BASE64.encodeToString(mac(signed));
  }

  private static String encoded(String json) {
    return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] mac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  /** What a token is worth now; empty when nothing. */
  Optional<Issued> find(String token) {
    return Optional.ofNullable(issued.get(token))
        .filter(one -> clock.instant().isBefore(one.until()));
  }

  void expireAll() {
    issued.clear();
  }
}
