package io.github.shikaku.qualification;

import io.github.shikaku.model.Birthdate;
import io.github.shikaku.model.InsuredNumber;
import io.github.shikaku.model.InsurerNumber;
import io.github.shikaku.wire.WireText;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.zip.CRC32;

/**
 * Sixteen bits of a check sum over insurer number, number and birthdate. Enough to notice that an
 * answer echoes somebody else; far too few to find out who was asked for, because millions of
 * people share each value.
 */
final class Fingerprint {
  private Fingerprint() {}

  static String of(QualificationQuery query) {
    return of(
        query.insurerNumber().natural(),
        query.number().wire(),
        Birthdate.of(query.birthdate()).wire());
  }

  /** Of an echo; empty when it lacks a part, because then nothing can be compared. */
  static String of(QualificationSearchInfo echo) {
    InsurerNumber insurer = echo.insurerNumber();
    InsuredNumber number = echo.number();
    Birthdate birthdate = echo.birthdate();
    return insurer == null || number == null || birthdate == null
        ? ""
        : of(insurer.natural(), number.wire(), birthdate.wire());
  }

  private static String of(String insurer, String number, String birthdate) {
    String key = insurer + "\n" + number + "\n" + birthdate;
    String folded = isAscii(key) ? key : folded(key);
    CRC32 sum = new CRC32();
    sum.update(folded.replace(" ", "").getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits((short) sum.getValue());
  }

  /** Shift_JIS turns some characters into their twins, which only then have a compatible form. */
  private static String folded(String key) {
    return Normalizer.normalize(WireText.foldTwins(key), Normalizer.Form.NFKC);
  }

  /** Nothing of it has another form. */
  private static boolean isAscii(String key) {
    for (int i = 0; i < key.length(); i++) {
      if (key.charAt(i) > 0x7F) {
        return false;
      }
    }
    return true;
  }
}
