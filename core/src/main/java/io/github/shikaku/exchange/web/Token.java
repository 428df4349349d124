package io.github.shikaku.exchange.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.apache.hc.core5.util.CharArrayBuffer;

/** What a login brought. Wiped when it is renewed or the client is closed. */
final class Token implements AutoCloseable {
  private final char[] value;
  private final Instant renewAt;
  private final Instant end;
  private boolean wiped;

  /** Takes the array over. A token that says no end is used until it is refused. */
  Token(char[] value, Instant renewAt, Instant end) {
    this.value = value;
    this.renewAt = renewAt;
    this.end = end;
  }

  /** Whether it is not yet time for the next one. */
  boolean isFreshAt(Instant now) {
    return now.isBefore(renewAt);
  }

  boolean isUsableAt(Instant now) {
    return now.isBefore(end);
  }

  synchronized boolean isWiped() {
    return wiped;
  }

  /** A header with a copy of the token; empty when it was wiped meanwhile. */
  synchronized Optional<TokenHeader> header(String name) {
    if (wiped) {
      return Optional.empty();
    }
    CharArrayBuffer line = new CharArrayBuffer(name.length() + 2 + value.length);
    line.append(name);
    line.append(": ");
    line.append(value, 0, value.length);
    return Optional.of(new TokenHeader(name, line));
  }

  @Override
  public synchronized void close() {
    wiped = true;
    Arrays.fill(value, '\0');
  }

  @Override
  public String toString() {
    return "Token[***]";
  }
}
