package io.github.shikaku.examples.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** A table for a console, on which a Japanese character is as wide as two Latin ones. */
final class TextTable {
  private final List<List<String>> rows = new ArrayList<>();

  TextTable(String... titles) {
    rows.add(List.of(titles));
  }

  TextTable row(String... cells) {
    if (cells.length != rows.get(0).size()) {
      throw new IllegalArgumentException("a row has as many cells as the table has titles");
    }
    rows.add(List.of(cells));
    return this;
  }

  void print(PrintWriter out) {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      out.println(line(rows.get(i), widths));
      if (i == 0) {
        out.println(rule(widths));
      }
    }
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = row.get(i);
      line.append(cell).append(" ".repeat(widths[i] - width(cell) + 2));
    }
    return line.toString().stripTrailing();
  }

  private static String rule(int[] widths) {
    StringBuilder rule = new StringBuilder();
    for (int width : widths) {
      rule.append("-".repeat(width)).append("  ");
    }
    return rule.toString().stripTrailing();
  }

  private static int width(String text) {
    return text.codePoints().map(TextTable::width).sum();
  }

  /** Half-width katakana count one, other characters from the CJK blocks on count two. */
  private static int width(int codePoint) {
    boolean half = codePoint < 0x1100 || (codePoint >= 0xFF61 && codePoint <= 0xFFDC);
    return half ? 1 : 2;
  }
}
