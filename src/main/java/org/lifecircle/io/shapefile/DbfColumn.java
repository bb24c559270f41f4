package org.lifecircle.io.shapefile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.FileTable;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Columns.Column;

/**
 * A column of a dBASE table as it is written: as wide as its widest value, which takes a look at
 * all of them first. What a column cannot hold is counted, to be told.
 */
final class DbfColumn {

  /** Wider numbers are not read by all programs. */
  private static final int NUMBER_BYTES = 24;

  private static final int TEXT_BYTES = 254;

  private final Column column;
  private final String name;
  private int width = 1;
  private int decimals;
  private int cut;

  DbfColumn(Column column, String name) {
    this.column = column;
    this.name = name;
  }

  String name() {
    return name;
  }

  /** What it is called everywhere else. */
  String longName() {
    return column.name();
  }

  char type() {
    if (column.type() == Boolean.class) {
      return 'L';
    }
    return Number.class.isAssignableFrom(column.type()) ? 'N' : 'C';
  }

  int width() {
    return width;
  }

  int decimals() {
    return decimals;
  }

  /** How many values were longer than the format can hold. */
  int cut() {
    return cut;
  }

  /** Takes a look at one value, so that it will fit. */
  void measure(FileTable.Row row) {
    Object value = row.values().get(column.name());
    if (value == null || type() == 'L') {
      return;
    }
    if (type() == 'C') {
      String text = value.toString();
      int bytes = ShortNames.bytes(text);
      if (bytes > TEXT_BYTES) {
        cut++;
        if (column.name().equals("id")) {
          throw new BadValueException(
              "编号“" + ShortNames.cut(text, 60) + "…”超过 254 字节，Shapefile 存不下；请改用 GeoPackage",
              "the id '"
                  + ShortNames.cut(text, 60)
                  + "…' has more than 254 bytes, which no Shapefile holds; take a GeoPackage");
        }
      }
      width = Math.max(width, Math.min(TEXT_BYTES, bytes));
    } else {
      BigDecimal number = number((Number) value);
      decimals = Math.max(decimals, number.scale());
      width = Math.max(width, Math.max(number.toPlainString().length(), decimals + 2));
    }
  }

  /** The text of a value, without the blanks around it; empty for null. */
  String text(FileTable.Row row) {
    Object value = row.values().get(column.name());
    if (value == null) {
      return type() == 'L' ? "?" : "";
    }
    return switch (type()) {
      case 'L' -> Boolean.TRUE.equals(value) ? "T" : "F";
      case 'C' -> ShortNames.cut(value.toString(), width);
      default -> number((Number) value).toPlainString();
    };
  }

  /** As short as it is true: 0.1, not all the digits of the nearest binary number. */
  private static BigDecimal number(Number value) {
    BigDecimal number = new BigDecimal(value.toString()).stripTrailingZeros();
    int whole = Math.max(1, number.precision() - number.scale());
    int room = Math.max(0, NUMBER_BYTES - 2 - whole); // for the sign and the point
    int scale = Math.max(0, Math.min(number.scale(), room));
    return number.setScale(scale, RoundingMode.HALF_EVEN);
  }

  @Nullable String remark() {
    return cut == 0 ? null : longName() + " (" + name + "): " + cut;
  }
}
