package org.lifecircle.io.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.FileTable;
import org.lifecircle.io.OutputCrs;
import org.lifecircle.model.Columns.Column;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTWriter;

/**
 * Writes CSV (RFC 4180), with the mark by which spreadsheets know UTF-8. Streams are flushed and
 * left open.
 *
 * <p>A text that a spreadsheet would run as a formula gets an apostrophe in front; one that begins
 * with apostrophes before such a sign gets one more, so that {@link #plain} gives back every text.
 */
public final class CsvWriter {

  /** The column with the place, as well-known text. */
  public static final String PLACE = "wkt";

  /** What formulas begin with, also in full width, as Excel takes it in China and Japan. */
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

  private final Writer out;

  public CsvWriter(OutputStream out) {
    this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
  }

  /** A table with a last column that says where its rows are. */
  public void write(FileTable table, OutputCrs crs) throws IOException {
    List<String> names = new ArrayList<>(table.columns().stream().map(Column::name).toList());
    names.add(PLACE);
    head(names);
    WKTWriter wkt = new WKTWriter();
    for (FileTable.Row row : table.rows()) {
      List<@Nullable Object> cells = new ArrayList<>();
      for (Column column : table.columns()) {
        cells.add(row.values().get(column.name()));
      }
      Geometry place = row.geometry();
      cells.add(place == null ? null : wkt.write(crs.moved(place)));
      row(cells);
    }
    out.flush();
  }

  /** The first line. */
  public void head(List<String> names) throws IOException {
    out.write('\ufeff');
    row(names);
  }

  /** One line; null is an empty cell. */
  public void row(List<? extends @Nullable Object> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      out.write(i == 0 ? "" : ",");
      out.write(cell(cells.get(i)));
    }
    out.write("\r\n");
  }

  /** Hands on what is still held back. */
  public void flush() throws IOException {
    out.flush();
  }

  private static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    // Numbers may begin with a minus.
    String text = value instanceof Number ? value.toString() : harmless(value.toString());
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  static String harmless(String text) {
    return beginsFormula(text) ? "'" + text : text;
  }

  /** The text that was written. */
  static String plain(String cell) {
    return cell.startsWith("'") && beginsFormula(cell) ? cell.substring(1) : cell;
  }

  private static boolean beginsFormula(String text) {
    int i = 0;
    while (i < text.length() && text.charAt(i) == '\'') {
      i++;
    }
    return i < text.length() && FORMULA.indexOf(text.charAt(i)) >= 0;
  }
}
