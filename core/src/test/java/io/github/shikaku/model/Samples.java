package io.github.shikaku.model;

import java.util.Random;

/** Seeded sample texts, so that a failure comes back on every run. */
final class Samples {
  private static final String[] ODD = {
    " ",
    "　",
    "0",
    "00",
    "０",
    "９",
    "①",
    "-",
    "－",
    "\n",
    "\u0000",
    "\uD83D\uDE00",
    "\uD83D",
    "A",
    "B0",
    "髙",
    "ｱ"
  };

  private final Random random;

  Samples(long seed) {
    random = new Random(seed);
  }

  /** Up to {@code pieces} digits and oddities. */
  String anyText(int pieces) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(pieces + 1); left > 0; left--) {
      text.append(random.nextInt(3) == 0 ? ODD[random.nextInt(ODD.length)] : digits(1));
    }
    return text.toString();
  }

  /** So many ASCII digits. */
  String digits(int length) {
    StringBuilder digits = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      digits.append((char) ('0' + random.nextInt(10)));
    }
    return digits.toString();
  }

  /** A number from {@code from} to {@code to}, both included. */
  int between(int from, int to) {
    return from + random.nextInt(to - from + 1);
  }

  /** An insurer number of six or eight digits with a right check digit. */
  String insurerNumber() {
    String prefecture = Texts.zeroPadded(between(1, 47), 2);
    String law = random.nextBoolean() ? Texts.zeroPadded(between(1, 99), 2) : "";
    String digits = law + prefecture + digits(3);
    return digits + CheckDigit.of(digits);
  }

  /** The same digits, some of them full-width. */
  String partlyFullWidth(String digits) {
    StringBuilder text = new StringBuilder();
    digits.chars().forEach(c -> text.append((char) (random.nextBoolean() ? c - '0' + '０' : c)));
    return text.toString();
  }
}
