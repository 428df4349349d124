package io.github.shikaku.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** What the value types share: folding, checking and cutting of short texts. */
final class Texts {
  /** What personal values print. */
  static final String MASK = "***";

  private Texts() {}

  /** Without surrounding space (the full-width one included), full-width digits made ASCII. */
  static String tidy(String text) {
    String stripped = text.strip();
    StringBuilder folded = new StringBuilder(stripped.length());
    for (int i = 0; i < stripped.length(); i++) {
      char c = stripped.charAt(i);
      folded.append(c >= '０' && c <= '９' ? (char) (c - '０' + '0') : c);
    }
    return folded.toString();
  }

  /** Whether there is at least one character and all are ASCII digits. */
  static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** Whether it is one of 0-9, A-Z and a-z. */
  static boolean isAsciiLetterOrDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  /** Whether all are ASCII digits, and how many there are is right. */
  static boolean isDigits(String text, int length) {
    return text.length() == length && isDigits(text);
  }

  /**
   * Whether the text has 1 to {@code longest} characters, no surrounding space, none unprintable.
   */
  static boolean isPrintable(String text, int longest) {
    return !text.isEmpty()
        && text.codePointCount(0, text.length()) <= longest
        && text.equals(text.strip())
        && isPrintable(text);
  }

  private static boolean isPrintable(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (isUnprintable(text.codePointAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUnprintable(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL
        || type == Character.SURROGATE
        || type == Character.UNASSIGNED
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  /**
   * The number in {@code text} from {@code start} up to {@code end}, which must be ASCII digits.
   */
  static int number(String text, int start, int end) {
    return Integer.parseInt(text, start, end, 10);
  }

  /** The day that eight ASCII digits name; empty when they are not eight or name no day. */
  static Optional<LocalDate> date(String digits) {
    if (!isDigits(digits, 8) || number(digits, 0, 4) == 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(number(digits, 0, 4), number(digits, 4, 6), number(digits, 6, 8)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /** Eight digits for a day. */
  static String digits(LocalDate date) {
    if (date.getYear() < 1 || date.getYear() > 9999) {
      throw new IllegalArgumentException("a date has a year from 1 to 9999");
    }
    return zeroPadded(date.getYear(), 4)
        + zeroPadded(date.getMonthValue(), 2)
        + zeroPadded(date.getDayOfMonth(), 2);
  }

  /** A number with leading zeros, never negative. */
  static String zeroPadded(long number, int width) {
    String digits = Long.toString(number);
    return "0".repeat(Math.max(0, width - digits.length())) + digits;
  }
}
