package io.github.shikaku.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.shikaku.wire.WireException.Kind;
import java.nio.charset.Charset;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireEncoderTest {
  private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
  private final WireEncoder utf8 = WireEncoder.of(WireEncoding.UTF_8);
  private final WireEncoder shiftJis = WireEncoder.of(WireEncoding.SHIFT_JIS);

  @ParameterizedTest
  @CsvSource({
    "2212,817C", "301C,8160", "2014,815C", "2016,8161", "00A2,8191", "00A3,8192", "00AC,81CA",
    "FF0D,817C", "FF5E,8160", "2015,815C", "2225,8161", "FFE0,8191", "FFE1,8192", "FFE2,81CA"
  })
  void encode_eitherTwin_becomesTheSameBytes(String codePoint, String bytes) {
    String text = Character.toString(Integer.parseInt(codePoint, 16));

    assertThat(shiftJis.firstUnencodable(text)).isEmpty();
    assertThat(HexFormat.of().withUpperCase().formatHex(shiftJis.encode(text))).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(ints = {0xA5, 0x203E, 0xB7, 0xB5, 0xAB, 0xBB, 0xAF, 0xB8, 0x3094, 0xA0, 0x80})
  void firstUnencodable_characterThatWouldSilentlyChange_isRefusedInShiftJis(int codePoint) {
    String text = "ア" + Character.toString(codePoint);

    assertThat(shiftJis.firstUnencodable(text)).hasValue(codePoint);
    assertThat(shiftJis.allowVendorCharacters().firstUnencodable(text)).hasValue(codePoint);
    assertThat(utf8.firstUnencodable(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"①", "Ⅲ", "㈱", "髙", "﨑", "德", "纊", "ⅰ", "￤"})
  void encode_vendorCharacter_onlyWhenAllowed(String text) {
    assertThat(shiftJis.firstUnencodable("記号" + text)).hasValue(text.codePointAt(0));
    assertThat(shiftJis.allowVendorCharacters().firstUnencodable("記号" + text)).isEmpty();
    assertThat(new String(shiftJis.allowVendorCharacters().encode(text), WINDOWS_31J))
        .isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(ints = {0xE000, 0xE757, 0xF8FF, 0x20B9F, 0x1F600, 0x9FFF, 0xF8F0})
  void firstUnencodable_gaijiAndWhatIsNotThere_isRefusedEvenWithVendorCharacters(int codePoint) {
    assertThat(
            shiftJis.allowVendorCharacters().firstUnencodable("x" + Character.toString(codePoint)))
        .hasValue(codePoint);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x0, 0x1, 0x8, 0xB, 0xC, 0x1B, 0x1F, 0xD800, 0xDFFF, 0xFFFD, 0xFFFE, 0xFFFF})
  void firstUnencodable_illegalOrLostCharacter_isRefusedInBoth(int codePoint) {
    String text = "ab" + Character.toString(codePoint);

    assertThat(utf8.firstUnencodable(text)).hasValue(codePoint);
    assertThat(shiftJis.firstUnencodable(text)).hasValue(codePoint);
  }

  @Test
  void firstUnencodable_loneSurrogates_areRefusedAndPairsAreNot() {
    assertThat(utf8.firstUnencodable("\uD842")).hasValue(0xD842);
    assertThat(utf8.firstUnencodable("\uDFB7\uD842")).hasValue(0xDFB7);
    assertThat(utf8.firstUnencodable("\uD842\uDFB7")).isEmpty();
  }

  @Test
  void encode_unencodable_saysWhereAndNotWhat() {
    WireException failure = catchThrowableOfType(WireException.class, () -> shiftJis.encode("記号①"));

    assertThat(failure.kind()).isEqualTo(Kind.UNENCODABLE);
    assertThat(failure).hasMessageContaining("character 2").hasMessageNotContaining("①");
    assertThat(failure.errorId()).isEqualTo("SHK-C-101");
  }

  @Test
  void encode_utf8_hasNoByteOrderMarkAndKeepsTwins() {
    assertThat(utf8.encode("1\u22122髙①\n")).isEqualTo("1\u22122髙①\n".getBytes(UTF_8));
  }

  @Test
  void encode_everythingWritable_readsBackAsItsFoldedSelf() {
    WireEncoder encoder = shiftJis.allowVendorCharacters();
    int written = 0;
    for (int c = 0; c <= 0x10FFFF; c++) {
      String text = Character.toString(c);
      if (encoder.firstUnencodable(text).isEmpty()) {
        written++;
        assertThat(new String(encoder.encode(text), WINDOWS_31J))
            .isEqualTo(WireText.foldTwins(text));
      }
    }
    // 6,879 of JIS90, 63 half-width kana, ASCII without 29 controls, 7 twins; and the vendors' own.
    assertThat(written).isBetween(7_000, 7_600);
  }
}
