package io.github.shikaku.benchmarks;

import java.util.Locale;

/**
 * One line of the report.
 *
 * @param text as printed
 * @param good whether the value keeps to its bound; a line that was skipped does
 */
record Line(String text, boolean good) {
  static Line of(String name, double measured, String unit, Bound bound) {
    String value =
        measured == Math.rint(measured)
            ? String.format(Locale.ROOT, "%.0f", measured)
            : String.format(Locale.ROOT, "%.2f", measured);
    return new Line(String.join(" ", name, value, unit, bound.toString()), bound.holds(measured));
  }

  /** A value that cannot be measured here. */
  static Line skipped(String name, String reason) {
    return new Line(name + " skipped " + reason, true);
  }
}
