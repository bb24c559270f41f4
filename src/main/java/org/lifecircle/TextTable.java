package org.lifecircle;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table for eyes: its columns line up, Chinese or not. Numbers stand at the right. */
final class TextTable {

  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  TextTable(String... head) {
    rows.add(List.of(head));
  }

  void add(String... cells) {
    rows.add(List.of(cells));
  }

  void print(PrintWriter out) {
    int columns = rows.get(0).size();
    int[] widths =
        IntStream.range(0, columns)
            .map(c -> rows.stream().mapToInt(row -> width(row.get(c))).max().orElse(0))
            .toArray();
    boolean[] right = new boolean[columns];
    for (int c = 0; c < columns; c++) {
      right[c] = isNumeric(c);
    }
    for (int r = 0; r < rows.size(); r++) {
      List<String> row = rows.get(r);
      out.println(
          IntStream.range(0, columns)
              .mapToObj(c -> cell(row.get(c), widths[c], right[c]))
              .collect(Collectors.joining(GAP))
              .stripTrailing());
      if (r == 0) {
        out.println(IntStream.of(widths).mapToObj("─"::repeat).collect(Collectors.joining(GAP)));
      }
    }
  }

  private boolean isNumeric(int column) {
    return rows.stream()
        .skip(1)
        .map(row -> row.get(column))
        .allMatch(cell -> cell.isEmpty() || cell.equals("–") || Character.isDigit(cell.charAt(0)));
  }

  private static String cell(String text, int width, boolean right) {
    String space = " ".repeat(width - width(text));
    return right ? space + text : text + space;
  }

  /** How many cells of a terminal a text takes: Chinese letters and their punctuation take two. */
  static int width(String text) {
    return text.codePoints().map(TextTable::width).sum();
  }

  private static int width(int letter) {
    boolean wide =
        Character.isIdeographic(letter)
            || (letter >= 0x1100 && letter <= 0x115F)
            || (letter >= 0x2E80 && letter <= 0x303E)
            || (letter >= 0x3041 && letter <= 0x33FF)
            || (letter >= 0xA960 && letter <= 0xA97C)
            || (letter >= 0xAC00 && letter <= 0xD7A3)
            || (letter >= 0xF900 && letter <= 0xFAFF)
            || (letter >= 0xFE30 && letter <= 0xFE6F)
            || (letter >= 0xFF01 && letter <= 0xFF60)
            || (letter >= 0xFFE0 && letter <= 0xFFE6);
    return wide ? 2 : 1;
  }
}
