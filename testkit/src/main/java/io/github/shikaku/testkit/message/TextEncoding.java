package io.github.shikaku.testkit.message;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The two encodings of the field. */
public enum TextEncoding {
  /** UTF-8, 文字コード識別 0. */
  UTF_8("UTF-8", StandardCharsets.UTF_8, "0"),
  /** Shift_JIS as Windows understands it, 文字コード識別 1. */
  SHIFT_JIS("Shift_JIS", Charset.forName("windows-31j"), "1");

  private final String declared;
  private final Charset charset;
  private final String identifier;

  TextEncoding(String declared, Charset charset, String identifier) {
    this.declared = declared;
    this.charset = charset;
    this.identifier = identifier;
  }

  /** The name in an XML declaration. */
  public String declared() {
    return declared;
  }

  /** The charset that really reads and writes it. */
  public Charset charset() {
    return charset;
  }

  /** 文字コード識別 (OQSCD005). */
  public String identifier() {
    return identifier;
  }

  /** The text in this encoding; a character that it does not have becomes ●, as in real answers. */
  public byte[] encode(String text) {
    byte[] instead = "●".getBytes(charset);
    try {
      ByteBuffer bytes =
          charset
              .newEncoder()
              .onMalformedInput(CodingErrorAction.REPLACE)
              .onUnmappableCharacter(CodingErrorAction.REPLACE)
              .replaceWith(instead)
              .encode(CharBuffer.wrap(text));
      ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.remaining());
      out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
      return out.toByteArray();
    } catch (CharacterCodingException e) {
      throw new IllegalStateException("an encoder that replaces has refused", e);
    }
  }

  /** XML text behind a declaration with {@code standalone="no"}, as the real system writes it. */
  public byte[] document(String xml) {
    return encode(
        "<?xml version=\"1.0\" encoding=\"" + declared + "\" standalone=\"no\"?>\n" + xml + "\n");
  }
}
