package io.github.shikaku.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A code as it stood on the wire, with its meaning where this release knows it. The tables grow, so
 * an unknown code never throws; but it is never valid either.
 *
 * @param wire the raw text; empty when nothing was reported
 * @param known the meaning; {@code UNKNOWN} when nothing was reported or the code is not known
 * @param <E> the code table
 */
public record Code<E extends Enum<E> & CodeValue>(String wire, E known) implements WireValue {
  private static final int LONGEST_PRINTED = 4;

  /**
   * A raw code with its meaning. {@link #received(Class, String)} and {@link #of(Enum)} find the
   * partner themselves.
   *
   * @throws IllegalArgumentException when the meaning does not belong to the raw text
   */
  public Code {
    if (!known.code().isEmpty() && !known.matches(wire.strip())) {
      throw new IllegalArgumentException("the code does not have this meaning");
    }
  }

  /**
   * Whatever stood in the answer; never throws. Null or blank text means not reported; a code that
   * several entries of the table share cannot be told and is {@code UNKNOWN}.
   *
   * @param table the enum of the code table
   * @param text the raw text, null when the element was absent
   * @param <E> the code table
   */
  public static <E extends Enum<E> & CodeValue> Code<E> received(
      Class<E> table, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return notReported(table);
    }
    E[] entries = table.getEnumConstants();
    E unknown = entries[entries.length - 1];
    E found = unknown;
    String code = text.strip();
    for (E entry : entries) {
      if (entry.matches(code)) {
        if (found != unknown) {
          return new Code<>(text, unknown);
        }
        found = entry;
      }
    }
    return new Code<>(text, found);
  }

  /**
   * The code of an entry, to be sent.
   *
   * @param <E> the code table
   * @throws IllegalArgumentException for {@code UNKNOWN}, which has no code
   */
  public static <E extends Enum<E> & CodeValue> Code<E> of(E entry) {
    if (entry.code().isEmpty()) {
      throw new IllegalArgumentException("UNKNOWN has no code that could be sent");
    }
    return new Code<>(entry.code(), entry);
  }

  /**
   * The code of an absent element.
   *
   * @param <E> the code table
   */
  public static <E extends Enum<E> & CodeValue> Code<E> notReported(Class<E> table) {
    E[] entries = table.getEnumConstants();
    return new Code<>("", entries[entries.length - 1]);
  }

  /** Whether the other side said anything at all. */
  public boolean isReported() {
    return !wire.isEmpty();
  }

  /** Whether the code is one that this release knows. */
  public boolean isKnown() {
    return !known.code().isEmpty();
  }

  /** Whether the code is known and written exactly as the table has it, without added space. */
  @Override
  public boolean isValid() {
    return isKnown() && known.matches(wire);
  }

  /** Whether the code means {@code entry}. */
  public boolean is(E entry) {
    return known == entry;
  }

  /** The Japanese label; empty when nothing was reported or the code is not known. */
  public Optional<String> label() {
    return isKnown() ? Optional.of(known.label()) : Optional.empty();
  }

  /**
   * Raw code and label. Codes are not personal, but an unknown text that does not look like a code
   * may be something else in the wrong place, and is masked.
   */
  @Override
  public String toString() {
    if (!isReported()) {
      return "-";
    }
    if (isKnown()) {
      return known.code() + " " + known.label();
    }
    return (looksLikeACode(wire) ? wire : Texts.MASK) + " (不明)";
  }

  private static boolean looksLikeACode(String text) {
    return text.length() <= LONGEST_PRINTED && text.chars().allMatch(Texts::isAsciiLetterOrDigit);
  }
}
