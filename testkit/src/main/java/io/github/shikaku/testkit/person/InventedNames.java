package io.github.shikaku.testkit.person;

import java.util.List;

/** Names and addresses that belong to nobody. */
final class InventedNames {
  /**
   * A family or given name.
   *
   * @param text as written
   * @param kana half-width kana
   */
  record Name(String text, String kana) {}

  /**
   * An address whose town exists and whose house does not.
   *
   * @param text 住所
   * @param postNumber 郵便番号 of the town
   */
  record Place(String text, String postNumber) {}

  static final List<Name> FAMILIES =
      List.of(
          new Name("見本", "ﾐﾎﾝ"),
          new Name("雛形", "ﾋﾅｶﾞﾀ"),
          new Name("試作", "ｼｻｸ"),
          new Name("標本", "ﾋｮｳﾎﾝ"),
          new Name("例示", "ﾚｲｼﾞ"),
          new Name("架空", "ｶｸｳ"));

  /** A family name of which a character could not be represented. */
  static final Name MASKED = new Name("●見", "ﾀｶﾐ");

  /** A family name with a character of 第3水準. */
  static final Name THIRD_LEVEL = new Name("德見", "ﾄｸﾐ");

  static final List<Name> MEN =
      List.of(
          new Name("太郎丸", "ﾀﾛｳﾏﾙ"),
          new Name("次郎丸", "ｼﾞﾛｳﾏﾙ"),
          new Name("健一郎", "ｹﾝｲﾁﾛｳ"),
          new Name("勝之進", "ｶﾂﾉｼﾝ"));

  static final List<Name> WOMEN =
      List.of(
          new Name("花桜子", "ﾊﾅｵｺ"),
          new Name("千代乃", "ﾁﾖﾉ"),
          new Name("小百合", "ｺﾕﾘ"),
          new Name("美和子", "ﾐﾜｺ"));

  static final List<Place> PLACES =
      List.of(
          new Place("東京都千代田区霞が関九十九丁目９番９号", "100-0013"),
          new Place("東京都港区六本木九十八丁目８番８号", "106-0032"),
          new Place("大阪府大阪市北区梅田九十七丁目７番７号", "530-0001"),
          new Place("北海道札幌市中央区大通西九十六丁目６番", "060-0042"));

  private InventedNames() {}

  static boolean isInventedName(String name) {
    String[] parts = name.split("　", -1);
    return parts.length == 2
        && (contains(FAMILIES, parts[0])
            || MASKED.text().equals(parts[0])
            || THIRD_LEVEL.text().equals(parts[0]))
        && (contains(MEN, parts[1]) || contains(WOMEN, parts[1]));
  }

  static boolean isInventedPlace(String address, String postNumber) {
    return PLACES.contains(new Place(address, postNumber));
  }

  private static boolean contains(List<Name> names, String text) {
    return names.stream().anyMatch(n -> n.text().equals(text));
  }
}
