package org.lifecircle.io.shapefile;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.lifecircle.io.FileTable;

/** Writes a dBASE III table in UTF-8. */
final class DbfWriter {

  private static final int HEAD_BYTES = 32;
  private static final int NAME_BYTES = 11;

  private DbfWriter() {}

  /** How many bytes the table will have. */
  static long bytes(List<DbfColumn> columns, long rows) {
    return headBytes(columns) + rows * rowBytes(columns) + 1;
  }

  private static int headBytes(List<DbfColumn> columns) {
    return HEAD_BYTES * (columns.size() + 1) + 1;
  }

  private static int rowBytes(List<DbfColumn> columns) {
    return 1 + columns.stream().mapToInt(DbfColumn::width).sum();
  }

  /**
   * Writes it; the stream stays open.
   *
   * @param columns that have measured all rows
   */
  static void write(
      OutputStream stream,
      List<DbfColumn> columns,
      Iterable<FileTable.Row> rows,
      int count,
      LocalDate when)
      throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    out.write(3);
    out.write(new byte[] {(byte) (when.getYear() - 1900), (byte) when.getMonthValue()});
    out.write(when.getDayOfMonth());
    out.writeInt(Integer.reverseBytes(count));
    out.writeShort(Short.reverseBytes((short) headBytes(columns)));
    out.writeShort(Short.reverseBytes((short) rowBytes(columns)));
    out.write(new byte[20]); // no language: the .cpg says it
    for (DbfColumn column : columns) {
      out.write(Arrays.copyOf(column.name().getBytes(StandardCharsets.UTF_8), NAME_BYTES));
      out.write(column.type());
      out.write(new byte[4]);
      out.write(column.width());
      out.write(column.decimals());
      out.write(new byte[14]);
    }
    out.write('\r');
    byte[] line = new byte[rowBytes(columns)];
    for (FileTable.Row row : rows) {
      Arrays.fill(line, (byte) ' ');
      int at = 1;
      for (DbfColumn column : columns) {
        byte[] text = column.text(row).getBytes(StandardCharsets.UTF_8);
        int length = Math.min(text.length, column.width());
        // Numbers stand on the right.
        int from = column.type() == 'N' ? at + column.width() - length : at;
        System.arraycopy(text, 0, line, from, length);
        at += column.width();
      }
      out.write(line);
    }
    out.write(0x1a);
    out.flush();
  }
}
