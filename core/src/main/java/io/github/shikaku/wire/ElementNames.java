package io.github.shikaku.wire;

/** Names of elements, as far as they may be printed. */
final class ElementNames {
  private ElementNames() {}

  /** Official names are ASCII; what is not may be content in the place of a name. */
  static String printable(String name) {
    return name.chars().allMatch(c -> c > ' ' && c < 0x7F) ? name : "***";
  }
}
