package io.github.shikaku.exchange.web;

import java.util.Arrays;
import org.apache.hc.core5.http.FormattedHeader;
import org.apache.hc.core5.util.CharArrayBuffer;

/**
 * The header that carries a token. It is written from its buffer, so that no String of the token is
 * ever made, and shows nothing to whoever prints headers.
 */
final class TokenHeader implements FormattedHeader {
  private final String name;
  private final CharArrayBuffer line;

  TokenHeader(String name, CharArrayBuffer line) {
    this.name = name;
    this.line = line;
  }

  @Override
  public CharArrayBuffer getBuffer() {
    return line;
  }

  @Override
  public int getValuePos() {
    return name.length() + 2;
  }

  @Override
  public boolean isSensitive() {
    return true;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public String getValue() {
    return "***";
  }

  /** After the request is over. */
  void wipe() {
    Arrays.fill(line.array(), '\0');
  }

  @Override
  public String toString() {
    return name + ": ***";
  }
}
