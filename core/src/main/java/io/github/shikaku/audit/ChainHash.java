package io.github.shikaku.audit;

import io.github.shikaku.error.InvalidConfigurationException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 of a line, or HMAC-SHA256 with the vendor's key. The HMAC is put together here because
 * {@code javax.crypto.Mac} and its key objects cannot be wiped. Not for several threads.
 */
final class ChainHash implements AutoCloseable {
  static final int HEX_LENGTH = 64;
  private static final int BLOCK = 64;
  private static final int SHORTEST_KEY = 16;
  private static final byte[] KEY_CHECK = "shikaku audit key".getBytes(StandardCharsets.US_ASCII);

  private final MessageDigest digest = sha256();
  private final byte @Nullable [] inner;
  private final byte @Nullable [] outer;

  private ChainHash(byte @Nullable [] key) {
    inner = key == null ? null : padded(key, 0x36);
    outer = key == null ? null : padded(key, 0x5c);
  }

  static ChainHash plain() {
    return new ChainHash(null);
  }

  /** The key is copied; the caller may wipe its own. */
  static ChainHash keyed(byte[] key) {
    if (key.length < SHORTEST_KEY) {
      throw tooShort();
    }
    return new ChainHash(key);
  }

  /** The characters are used in UTF-8; the caller may wipe its own. */
  static ChainHash keyed(char[] key) {
    if (key.length < SHORTEST_KEY) {
      throw tooShort();
    }
    byte[] room = new byte[3 * key.length];
    ByteBuffer encoded = ByteBuffer.wrap(room);
    boolean fits =
        StandardCharsets.UTF_8
            .newEncoder()
            .encode(CharBuffer.wrap(key), encoded, true)
            .isUnderflow();
    byte[] bytes = Arrays.copyOf(room, encoded.position());
    try {
      if (!fits) {
        throw new InvalidConfigurationException(
            List.of("the key of an audit trail has broken characters"));
      }
      return new ChainHash(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
      Arrays.fill(room, (byte) 0);
    }
  }

  String algorithm() {
    return inner == null ? "SHA-256" : "HMAC-SHA256";
  }

  /** Tells a wrong key from a changed line; of no use for finding the key. Empty without a key. */
  String keyCheck() {
    return inner == null ? "" : hex(KEY_CHECK, KEY_CHECK.length).substring(0, 16);
  }

  String hex(byte[] data, int length) {
    return HexFormat.of().formatHex(hash(data, length));
  }

  private byte[] hash(byte[] data, int length) {
    if (inner == null || outer == null) {
      digest.update(data, 0, length);
      return digest.digest();
    }
    digest.update(inner);
    digest.update(data, 0, length);
    byte[] first = digest.digest();
    digest.update(outer);
    return digest.digest(first);
  }

  @Override
  public void close() {
    if (inner != null && outer != null) {
      Arrays.fill(inner, (byte) 0);
      Arrays.fill(outer, (byte) 0);
    }
    digest.reset();
  }

  private byte[] padded(byte[] key, int pad) {
    byte[] block = new byte[BLOCK];
    byte[] start = key.length > BLOCK ? digest.digest(key) : key;
    System.arraycopy(start, 0, block, 0, start.length);
    if (start != key) {
      Arrays.fill(start, (byte) 0);
    }
    for (int i = 0; i < BLOCK; i++) {
      block[i] ^= (byte) pad;
    }
    return block;
  }

  private static InvalidConfigurationException tooShort() {
    return new InvalidConfigurationException(
        List.of("the key of an audit trail needs at least " + SHORTEST_KEY + " random bytes"));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
