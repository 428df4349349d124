package io.github.shikaku.testkit.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** What can be wrong with the text of an answer, in whatever format it is written. */
public enum Damage {
  /** Nothing. */
  NONE,
  /** It ends in the middle. */
  CUT,
  /** It breaks the grammar in the middle and ends as it should. */
  BROKEN,
  /** Small on the wire and huge for a careless parser. */
  SWELLING,
  /** Noise instead of text, as if it were encrypted. */
  SCRAMBLED;

  /** Damage that is the same in every format. */
  byte[] to(byte[] bytes) {
    return switch (this) {
      case NONE, BROKEN, SWELLING -> bytes;
      case CUT -> Arrays.copyOf(bytes, bytes.length * 3 / 5);
      case SCRAMBLED -> scrambled(bytes.length);
    };
  }

  private static byte[] scrambled(int length) {
    byte[] noise = new byte[(length / 16 + 1) * 16];
    new Random(length).nextBytes(noise);
    byte[] head = "SIMCRYPT".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(head, 0, noise, 0, head.length);
    return noise;
  }
}
