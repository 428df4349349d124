package io.github.shikaku.model;

/**
 * One entry of a code table (OQSCD001 to OQSCD044). Implemented by enums only, whose last constant
 * is always {@code UNKNOWN} with an empty code, so that a switch never meets null.
 */
public interface CodeValue {
  /** The code as the table writes it, leading zeros included; empty for {@code UNKNOWN}. */
  String code();

  /** The Japanese label of the table; 不明 for {@code UNKNOWN}. */
  String label();

  /**
   * Whether {@code wire}, stripped of surrounding space, is this entry's code. Exact unless a table
   * whose widths are uncertain says otherwise.
   */
  default boolean matches(String wire) {
    return !code().isEmpty() && code().equals(wire);
  }
}
