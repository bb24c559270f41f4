package org.lifecircle.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** The table of ratios, in Markdown. */
public final class Table {

  private record Row(String target, String work, String ours, String peers, String wanted) {}

  private final List<Row> rows = new ArrayList<>();

  /** Adds a row, and shows it at once. */
  public void add(String target, String work, String ours, String peers, String wanted) {
    Row row = new Row(target, work, ours, peers, wanted);
    rows.add(row);
    System.err.println(line(row));
  }

  public void print(PrintStream out) {
    out.println("| # | work | LifeCircle | peers, and how many times slower | target |");
    out.println("|---|---|---|---|---|");
    rows.forEach(row -> out.println(line(row)));
  }

  private static String line(Row row) {
    return "| "
        + String.join(" | ", row.target(), row.work(), row.ours(), row.peers(), row.wanted())
        + " |";
  }

  /** A duration in the unit that reads best. */
  public static String time(double nanoseconds) {
    if (nanoseconds < 1e3) {
      return "%.0f ns".formatted(nanoseconds);
    }
    if (nanoseconds < 1e6) {
      return "%.1f µs".formatted(nanoseconds / 1e3);
    }
    return nanoseconds < 1e9
        ? "%.1f ms".formatted(nanoseconds / 1e6)
        : "%.2f s".formatted(nanoseconds / 1e9);
  }

  public static String against(String peer, double theirs, double ours) {
    return "%s %s (%.1f×)".formatted(peer, time(theirs), theirs / ours);
  }
}
