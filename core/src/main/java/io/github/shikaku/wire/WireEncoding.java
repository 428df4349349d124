package io.github.shikaku.wire;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The two encodings that the interface knows (文字コード). */
public enum WireEncoding {
  /** UTF-8, CharacterCodeIdentifier 0. */
  UTF_8("UTF-8", "0"),
  /**
   * Shift_JIS, CharacterCodeIdentifier 1. Always the {@code windows-31j} of the receipt computers:
   * Java's own {@code Shift_JIS} lacks ①, 髙 and 﨑 and reads seven other characters differently.
   */
  SHIFT_JIS("Shift_JIS", "1");

  private final String declaredName;
  private final String identifier;

  WireEncoding(String declaredName, String identifier) {
    this.declaredName = declaredName;
    this.identifier = identifier;
  }

  /** The name that the XML declaration carries. */
  public String declaredName() {
    return declaredName;
  }

  /** The value of CharacterCodeIdentifier (文字コード識別, OQSCD005). */
  public String identifier() {
    return identifier;
  }

  /** The charset that really decodes and encodes. */
  public Charset charset() {
    return this == UTF_8 ? StandardCharsets.UTF_8 : Charset.forName("windows-31j");
  }

  /** The encoding that a declaration names, in any spelling; empty for every other encoding. */
  public static Optional<WireEncoding> named(String declared) {
    String name =
        declared.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "").replace(" ", "");
    return switch (name) {
      case "utf8" -> Optional.of(UTF_8);
      case "shiftjis",
          "shiftjis90",
          "csshiftjis",
          "sjis",
          "xsjis",
          "mskanji",
          "windows31j",
          "cswindows31j",
          "windows932",
          "ms932",
          "cp932",
          "xms932" ->
          Optional.of(SHIFT_JIS);
      default -> Optional.empty();
    };
  }
}
