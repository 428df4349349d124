package io.github.shikaku.testkit.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is.
 *
 * @param name 氏名, full width with a full-width space
 * @param kana 氏名カナ, half width with a half-width space
 * @param sex 性別 (OQSCD007)
 * @param birthdate 生年月日
 * @param address 住所, null when it is not disclosed
 * @param postNumber 郵便番号 as {@code nnn-nnnn}, null when it is not disclosed
 */
public record Identity(
    String name,
    String kana,
    String sex,
    LocalDate birthdate,
    @Nullable String address,
    @Nullable String postNumber) {
  @Override
  public String toString() {
    return "Identity[***]";
  }
}
