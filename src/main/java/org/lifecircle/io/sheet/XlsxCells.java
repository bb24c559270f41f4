package org.lifecircle.io.sheet;

import java.util.ArrayList;
import java.util.List;
import org.lifecircle.io.BoundedXml;
import org.lifecircle.io.Limits;

/** Gathers the cells of a sheet to rows. */
final class XlsxCells {

  private final List<String> texts;
  private final Limits limits;
  private final SheetRows rows;
  private final List<String> row = new ArrayList<>();
  private final StringBuilder value = new StringBuilder();
  private String type = "";
  private int column;
  private boolean inValue;
  private int count;

  XlsxCells(List<String> texts, Limits limits, SheetRows rows) {
    this.texts = texts;
    this.limits = limits;
    this.rows = rows;
  }

  /** How many rows hold something. */
  int rows() {
    return count;
  }

  void take(BoundedXml xml) {
    if (xml.starts("c")) {
      type = xml.attribute("t");
      column = column(xml.attribute("r"), row.size());
      value.setLength(0);
    } else if (xml.starts("v") || xml.starts("t")) {
      inValue = true;
    } else if (xml.ends("v") || xml.ends("t")) {
      inValue = false;
    } else if (xml.ends("c")) {
      put(value());
    } else if (xml.ends("row")) {
      if (row.stream().anyMatch(cell -> !cell.isBlank())) {
        count++;
        rows.add(row);
      }
      row.clear();
    } else if (inValue) {
      value.append(xml.text());
      limits.requireVertices(value.length() / 8L);
    }
  }

  private String value() {
    String text = value.toString();
    return switch (type) {
      case "s" -> shared(text);
      case "b" -> text.equals("1") ? "true" : "false";
      case "e" -> ""; // an error like #N/A is no value
      case "str", "inlineStr" -> text;
      default -> plain(text);
    };
  }

  private String shared(String index) {
    try {
      return texts.get(Integer.parseInt(index.strip()));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      return "";
    }
  }

  /** Numbers are kept as doubles: 6 is 6, not 6.0, and 1.1E1 is 11. */
  private static String plain(String number) {
    try {
      double value = Double.parseDouble(number);
      return value == Math.rint(value) && Math.abs(value) < 1e15
          ? String.valueOf((long) value)
          : String.valueOf(value);
    } catch (NumberFormatException e) {
      return number;
    }
  }

  private void put(String text) {
    limits.requireColumns(column / 2); // some room for empty cells with a border
    while (row.size() <= column) {
      row.add("");
    }
    row.set(column, text);
  }

  /** The column of a cell's name such as AB12. */
  private static int column(String name, int otherwise) {
    int column = 0;
    for (int i = 0; i < Math.min(4, name.length()) && Character.isLetter(name.charAt(i)); i++) {
      column = column * 26 + (Character.toUpperCase(name.charAt(i)) - 'A' + 1);
    }
    return column > 0 ? column - 1 : otherwise;
  }
}
