package io.github.shikaku.wire;

import java.io.Reader;
import java.util.Objects;

/** Decoded characters for a parser, which remembers whether the parser asked for more than all. */
final class CharSource extends Reader {
  private final char[] chars;
  private final int length;
  private int at;
  private boolean exhausted;

  CharSource(WireText.Decoded decoded) {
    chars = decoded.chars;
    length = decoded.length;
  }

  @Override
  public int read(char[] buffer, int offset, int count) {
    Objects.checkFromIndexSize(offset, count, buffer.length);
    if (at == length) {
      exhausted = true;
      return -1;
    }
    int taken = Math.min(count, length - at);
    System.arraycopy(chars, at, buffer, offset, taken);
    at += taken;
    return taken;
  }

  boolean isExhausted() {
    return exhausted;
  }

  @Override
  public void close() {}
}
