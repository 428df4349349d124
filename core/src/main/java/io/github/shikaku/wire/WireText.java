package io.github.shikaku.wire;

import io.github.shikaku.wire.WireException.Kind;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A document after decoding. We decode ourselves because every XML parser, told {@code Shift_JIS},
 * turns ① 髙 﨑 into U+FFFD without an error.
 *
 * @param text the text without a byte order mark; it is personal and never printed
 * @param encoding the encoding that it stood in
 */
public record WireText(String text, WireEncoding encoding) {
  private static final int DECLARATION_LIMIT = 1024;
  private static final String ENCODING = "encoding";

  /**
   * Decodes a document: byte order mark, else XML declaration, else UTF-8; then strictly.
   *
   * @throws WireException of kind {@code ENCODING} when the encoding is neither UTF-8 nor a
   *     spelling of Shift_JIS, or a byte does not belong to it; of kind {@code INCOMPLETE} when the
   *     bytes end inside the declaration or a character
   */
  public static WireText decode(byte[] bytes) {
    Decoded decoded = decodeChars(bytes);
    return new WireText(new String(decoded.chars, 0, decoded.length), decoded.encoding);
  }

  /**
   * The text with U+2212, U+301C, U+2014, U+2016, U+00A2, U+00A3 and U+00AC replaced by their twins
   * in {@code windows-31j}. Fold both sides before comparing what was sent with what came back.
   */
  public static String foldTwins(String text) {
    return ShiftJis.foldTwins(text);
  }

  @Override
  public String toString() {
    return "WireText[" + text.length() + " characters, " + encoding + "]";
  }

  static Decoded decodeChars(byte[] bytes) {
    int start = bomLength(bytes);
    return decode(bytes, start, start > 0 ? WireEncoding.UTF_8 : declaredEncoding(bytes));
  }

  /** UTF-8 whatever the content says; JSON has no declaration. */
  static Decoded decodeUtf8(byte[] bytes) {
    return decode(bytes, bomLength(bytes), WireEncoding.UTF_8);
  }

  private static int bomLength(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return 3;
    }
    if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
      throw new WireException(Kind.ENCODING, "byte 0");
    }
    return 0;
  }

  private static WireEncoding declaredEncoding(byte[] bytes) {
    if (!startsWith(bytes, '<', '?', 'x', 'm', 'l')) {
      return WireEncoding.UTF_8;
    }
    int length = Math.min(bytes.length, DECLARATION_LIMIT);
    String start = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    int end = start.indexOf("?>");
    if (end < 0) {
      Kind kind = bytes.length < DECLARATION_LIMIT ? Kind.INCOMPLETE : Kind.MALFORMED;
      throw new WireException(kind, "XML declaration");
    }
    String declared = encodingIn(start.substring(0, end));
    if (declared == null) {
      return WireEncoding.UTF_8;
    }
    return WireEncoding.named(declared)
        .orElseThrow(() -> new WireException(Kind.ENCODING, "XML declaration"));
  }

  /** The quoted value of {@code encoding = "…"}; null when there is none. */
  private static @Nullable String encodingIn(String declaration) {
    for (int at = declaration.indexOf(ENCODING, 1);
        at > 0;
        at = declaration.indexOf(ENCODING, at + 1)) {
      String rest = declaration.substring(at + ENCODING.length()).strip();
      if (!Character.isWhitespace(declaration.charAt(at - 1)) || !rest.startsWith("=")) {
        continue;
      }
      String value = rest.substring(1).strip();
      char quote = value.isEmpty() ? ' ' : value.charAt(0);
      int close = value.indexOf(quote, 1);
      if ((quote == '"' || quote == '\'') && close > 0) {
        return value.substring(1, close);
      }
    }
    return null;
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }

  private static Decoded decode(byte[] bytes, int start, WireEncoding encoding) {
    CharsetDecoder decoder =
        encoding
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
    // Neither encoding makes more than one char of one byte.
    char[] chars = new char[bytes.length - start];
    CharBuffer out = CharBuffer.wrap(chars);
    CoderResult result = decoder.decode(in, out, false);
    if (result.isError()) {
      throw new WireException(Kind.ENCODING, "byte " + in.position());
    }
    if (in.hasRemaining()) {
      throw new WireException(Kind.INCOMPLETE, "byte " + in.position());
    }
    return new Decoded(chars, out.position(), encoding);
  }

  /** Decoded characters, without the copy that a String would cost. */
  static final class Decoded {
    final char[] chars;
    final int length;
    final WireEncoding encoding;

    Decoded(char[] chars, int length, WireEncoding encoding) {
      this.chars = chars;
      this.length = length;
      this.encoding = encoding;
    }

    boolean startsWith(String start, int from) {
      if (length - from < start.length()) {
        return false;
      }
      for (int i = 0; i < start.length(); i++) {
        if (chars[from + i] != start.charAt(i)) {
          return false;
        }
      }
      return true;
    }

    /** Where the first {@code end} from there on ends, or the end of all when there is none. */
    int indexAfter(String end, int from) {
      for (int i = from; i < length; i++) {
        if (startsWith(end, i)) {
          return i + end.length();
        }
      }
      return length;
    }

    boolean isAscii() {
      for (int i = 0; i < length; i++) {
        if (chars[i] > 0x7F) {
          return false;
        }
      }
      return true;
    }
  }
}
