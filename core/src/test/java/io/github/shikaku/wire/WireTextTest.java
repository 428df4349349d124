package io.github.shikaku.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.shikaku.wire.WireException.Kind;
import java.nio.charset.Charset;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTextTest {
  private static final Charset WINDOWS_31J = Charset.forName("windows-31j");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Shift_JIS",
        "SHIFT_JIS",
        "shift-jis",
        "Shift-JIS",
        "SJIS",
        "x-sjis",
        "MS_Kanji",
        "windows-31j",
        "Windows-31J",
        "csWindows31J",
        "MS932",
        "cp932"
      })
  void decode_everySpellingOfShiftJis_readsVendorCharacters(String spelling) {
    String document = "<?xml version='1.0' encoding='" + spelling + "'?><a>①髙﨑德－～</a>";

    WireText text = WireText.decode(document.getBytes(WINDOWS_31J));

    assertThat(text.text()).isEqualTo(document);
    assertThat(text.encoding()).isEqualTo(WireEncoding.SHIFT_JIS);
  }

  @ParameterizedTest
  @CsvSource({
    "815C,2015",
    "8160,FF5E",
    "8161,2225",
    "817C,FF0D",
    "8191,FFE0",
    "8192,FFE1",
    "81CA,FFE2"
  })
  void decode_characterThatTablesDifferOn_becomesTheWindowsOne(String bytes, String codePoint) {
    byte[] head = "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>".getBytes(UTF_8);
    byte[] character = HexFormat.of().parseHex(bytes);

    String text = WireText.decode(join(head, character)).text();

    assertThat(text.charAt(head.length)).isEqualTo((char) Integer.parseInt(codePoint, 16));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a>髙</a>",
        "<?xml version=\"1.0\"?><a>髙</a>",
        "<?xml version=\"1.0\" encoding=\"utf8\"?><a>髙</a>",
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?><a>髙</a>",
        "\uFEFF<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>髙</a>",
        "\uFEFF<?xml version=\"1.0\" encoding=\"Shift_JIS\"?><a>髙</a>"
      })
  void decode_utf8OrByteOrderMarkOrNothing_isUtf8WithoutTheMark(String document) {
    WireText text = WireText.decode(document.getBytes(UTF_8));

    assertThat(text.encoding()).isEqualTo(WireEncoding.UTF_8);
    assertThat(text.text()).isEqualTo(document.replace("\uFEFF", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "EUC-JP", "ISO-2022-JP", "ISO-8859-1", "", "US-ASCII"})
  void decode_otherDeclaredEncoding_isRefused(String encoding) {
    byte[] bytes = ("<?xml version=\"1.0\" encoding=\"" + encoding + "\"?><a/>").getBytes(UTF_8);

    assertThat(failure(bytes).kind()).isEqualTo(Kind.ENCODING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"FEFF003C", "FFFE3C00"})
  void decode_utf16ByteOrderMark_isRefused(String bytes) {
    assertThat(failure(HexFormat.of().parseHex(bytes)).kind()).isEqualTo(Kind.ENCODING);
  }

  @ParameterizedTest
  @CsvSource({
    "<a>,C0AF,3",
    "<a>,EDA080,3",
    "<a>ab,FF,5",
    "<a>,F4908080,3",
    "<a>髙,8140,6",
    "<a>,E381FF,3"
  })
  void decode_malformedUtf8_isRefusedWithItsByte(String before, String bad, int position) {
    byte[] bytes = join(before.getBytes(UTF_8), HexFormat.of().parseHex(bad));

    WireException failure = failure(join(bytes, "</a>".getBytes(UTF_8)));

    assertThat(failure.kind()).isEqualTo(Kind.ENCODING);
    assertThat(failure.position()).isEqualTo("byte " + position);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8120", "85A0", "80", "A0", "FD", "FF", "FC5C", "EB40"})
  void decode_bytesOutsideWindows31j_areRefused(String bad) {
    byte[] head = "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?><a>".getBytes(UTF_8);
    byte[] bytes = join(join(head, HexFormat.of().parseHex(bad)), "</a>".getBytes(UTF_8));

    WireException failure = failure(bytes);

    assertThat(failure.kind()).isEqualTo(Kind.ENCODING);
    assertThat(failure.position()).isEqualTo("byte " + head.length);
  }

  @Test
  void decode_endInsideCharacter_isIncomplete() {
    byte[] utf8 = "<a>髙".getBytes(UTF_8);
    byte[] shiftJis = "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?><a>髙".getBytes(WINDOWS_31J);

    assertThat(failure(java.util.Arrays.copyOf(utf8, utf8.length - 1)).kind())
        .isEqualTo(Kind.INCOMPLETE);
    assertThat(failure(java.util.Arrays.copyOf(shiftJis, shiftJis.length - 1)).kind())
        .isEqualTo(Kind.INCOMPLETE);
  }

  @Test
  void decode_endInsideDeclaration_isIncomplete() {
    assertThat(failure("<?xml version=\"1.0\" encod".getBytes(UTF_8)).kind())
        .isEqualTo(Kind.INCOMPLETE);
  }

  @Test
  void decode_declarationWithoutEnd_isMalformed() {
    assertThat(failure(("<?xml version=\"1.0\"" + " ".repeat(2000)).getBytes(UTF_8)).kind())
        .isEqualTo(Kind.MALFORMED);
  }

  @Test
  void foldTwins_bothSpellings_becomeEqual() {
    assertThat(WireText.foldTwins("1\u22122\u301C3\u20144\u20165\u00A26\u00A37\u00AC8"))
        .isEqualTo("1\uFF0D2\uFF5E3\u20154\u22255\uFFE06\uFFE17\uFFE28");
    assertThat(WireText.foldTwins("記号1－2")).isEqualTo("記号1－2");
  }

  @Test
  void toString_always_hidesTheText() {
    assertThat(WireText.decode("<a>資格太郎</a>".getBytes(UTF_8)).toString()).doesNotContain("資格");
  }

  @Test
  void exception_always_hasCatalogueIdAndNoCause() {
    assertThatThrownBy(() -> WireText.decode(new byte[] {(byte) 0xFF, 0x41}))
        .isInstanceOf(WireException.class)
        .hasMessageStartingWith("SHK-C-401")
        .hasNoCause();
  }

  private static WireException failure(byte[] bytes) {
    WireException failure = catchThrowableOfType(WireException.class, () -> WireText.decode(bytes));
    assertThat(failure).isNotNull();
    return failure;
  }

  private static byte[] join(byte[] a, byte[] b) {
    byte[] joined = java.util.Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, joined, a.length, b.length);
    return joined;
  }
}
