package io.github.shikaku.wire;

import io.github.shikaku.wire.WireException.Kind;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/**
 * Turns text into bytes, or says which character it cannot carry. Nothing is ever replaced by a
 * question mark or a numeric reference.
 *
 * <p>Shift_JIS: U+2212, U+301C, U+2014, U+2016, U+00A2, U+00A3 and U+00AC become their twins; ①, 髙
 * and the other NEC and IBM characters are refused unless {@link #allowVendorCharacters()}, because
 * not every machine has them; 外字 are always refused. Both encodings refuse lone surrogates, U+FFFD
 * (the mark of a character that was lost already) and what XML 1.0 forbids.
 */
public final class WireEncoder {
  private final WireEncoding encoding;
  private final boolean vendorCharacters;

  private WireEncoder(WireEncoding encoding, boolean vendorCharacters) {
    this.encoding = encoding;
    this.vendorCharacters = vendorCharacters;
  }

  /** An encoder that writes no vendor characters in Shift_JIS. */
  public static WireEncoder of(WireEncoding encoding) {
    return new WireEncoder(encoding, false);
  }

  /** The same encoder, which also writes NEC and IBM extension characters (機種依存文字) in Shift_JIS. */
  public WireEncoder allowVendorCharacters() {
    return new WireEncoder(encoding, true);
  }

  /** The encoding it writes. */
  public WireEncoding encoding() {
    return encoding;
  }

  /** The first code point that cannot be written; empty when the whole text can. */
  public OptionalInt firstUnencodable(String text) {
    int at = indexOfUnencodable(text);
    return at < 0 ? OptionalInt.empty() : OptionalInt.of(text.codePointAt(at));
  }

  /**
   * The bytes, without a byte order mark.
   *
   * @throws WireException of kind {@code UNENCODABLE} with the position of the character, when one
   *     cannot be written
   */
  public byte[] encode(String text) {
    int at = indexOfUnencodable(text);
    if (at >= 0) {
      throw new WireException(Kind.UNENCODABLE, "character " + at);
    }
    if (encoding == WireEncoding.UTF_8) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    try {
      ByteBuffer bytes =
          encoding.charset().newEncoder().encode(CharBuffer.wrap(ShiftJis.foldTwins(text)));
      byte[] result = new byte[bytes.remaining()];
      bytes.get(result);
      return result;
    } catch (CharacterCodingException e) {
      throw new IllegalStateException("a character passed the check but not the encoder", e);
    }
  }

  private int indexOfUnencodable(String text) {
    String folded = encoding == WireEncoding.SHIFT_JIS ? ShiftJis.foldTwins(text) : text;
    int at = 0;
    while (at < folded.length()) {
      int codePoint = folded.codePointAt(at);
      if (!isLegal(codePoint) || !isCarried(codePoint)) {
        return at;
      }
      at += Character.charCount(codePoint);
    }
    return -1;
  }

  private boolean isCarried(int codePoint) {
    return encoding == WireEncoding.UTF_8
        || (codePoint <= 0xFFFF && ShiftJis.isWritable((char) codePoint, vendorCharacters));
  }

  /** The characters of XML 1.0 without U+FFFD; a lone surrogate is its own code point here. */
  private static boolean isLegal(int codePoint) {
    if (codePoint < 0x20) {
      return codePoint == '\t' || codePoint == '\n' || codePoint == '\r';
    }
    return codePoint < Character.MIN_SURROGATE
        || (codePoint > Character.MAX_SURROGATE && codePoint < 0xFFFD)
        || codePoint > 0xFFFF;
  }
}
