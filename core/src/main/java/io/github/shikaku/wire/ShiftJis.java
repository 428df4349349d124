package io.github.shikaku.wire;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.util.BitSet;

/**
 * What of {@code windows-31j} may be written under the name of Shift_JIS, and the characters that
 * exist twice.
 *
 * <p>The same JIS character became two in Unicode, depending on whose table converted it: U+2212
 * and U+FF0D are both 817C. {@code windows-31j} can only encode the second of each pair.
 */
final class ShiftJis {
  private static final String STANDARD = "\u2212\u301C\u2014\u2016\u00A2\u00A3\u00AC";
  private static final String WINDOWS = "\uFF0D\uFF5E\u2015\u2225\uFFE0\uFFE1\uFFE2";

  private ShiftJis() {}

  /** The text with every character that has a twin in {@code windows-31j} replaced by it. */
  static String foldTwins(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Most of all text is ASCII, and no twin is.
      if (c > 0x7F && STANDARD.indexOf(c) >= 0) {
        return foldFrom(text, i);
      }
    }
    return text;
  }

  private static String foldFrom(String text, int start) {
    StringBuilder folded = new StringBuilder(text);
    for (int i = start; i < text.length(); i++) {
      int twin = STANDARD.indexOf(text.charAt(i));
      if (twin >= 0) {
        folded.setCharAt(i, WINDOWS.charAt(twin));
      }
    }
    return folded.toString();
  }

  /** Whether the character (twins already folded) may be written. */
  static boolean isWritable(char c, boolean vendorCharacters) {
    return Repertoire.PLAIN.get(c) || (vendorCharacters && Repertoire.VENDOR.get(c));
  }

  /** Built at first use: most answers and many sites are UTF-8 only. */
  private static final class Repertoire {
    static final BitSet PLAIN = new BitSet();
    static final BitSet VENDOR = new BitSet();

    static {
      Charset charset = WireEncoding.SHIFT_JIS.charset();
      CharsetEncoder encoder = charset.newEncoder();
      CharsetDecoder decoder = charset.newDecoder();
      for (int c = 0; c < Character.MIN_SURROGATE; c++) {
        classify((char) c, encoder, decoder);
      }
      // Above the surrogates the private use area is left out: what 外字 means differs by machine.
      for (int c = 0xF900; c <= 0xFFFF; c++) {
        classify((char) c, encoder, decoder);
      }
    }

    /**
     * Only characters that come back as themselves count: the encoder also takes U+00A5, U+203E,
     * U+00B7, U+00B5 and others, and silently makes other characters of them.
     */
    private static void classify(char c, CharsetEncoder encoder, CharsetDecoder decoder) {
      if (!encoder.canEncode(c)) {
        return;
      }
      ByteBuffer bytes;
      try {
        bytes = encoder.encode(CharBuffer.wrap(new char[] {c}));
        if (decoder.decode(bytes.duplicate()).charAt(0) != c) {
          return;
        }
      } catch (CharacterCodingException e) {
        throw new IllegalStateException("windows-31j does not read what it writes", e);
      }
      boolean two = bytes.remaining() == 2;
      int lead = bytes.get(0) & 0xFF;
      // 87: NEC row 13; ED, EE: NEC's selection of IBM's; FA to FC: IBM's own place.
      boolean vendor = two && (lead == 0x87 || lead == 0xED || lead == 0xEE || lead >= 0xFA);
      (vendor ? VENDOR : PLAIN).set(c);
    }
  }
}
