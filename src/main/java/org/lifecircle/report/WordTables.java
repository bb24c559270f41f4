package org.lifecircle.report;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.lifecircle.report.Block.Column;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** How tables are ruled and how wide their columns are. */
final class WordTables {

  private static final int PAGE_TWIPS = 9638;
  private static final String GREY = "B8B8B8";

  private WordTables() {}

  /** A table that only holds things side by side. */
  static void plain(XWPFTable table, int columns) {
    int[] widths = new int[columns];
    java.util.Arrays.fill(widths, 1);
    widths(table, widths);
    for (var set : borders(table)) {
      set.accept(XWPFBorderType.NONE);
    }
    table.setCellMargins(30, 30, 30, 30);
  }

  /** A table of figures: lines between rows, none between columns. */
  static void lined(XWPFTable table, List<Column> columns) {
    widths(table, columns.stream().mapToInt(Column::width).toArray());
    table.setTopBorder(XWPFBorderType.SINGLE, 6, 0, GREY);
    table.setBottomBorder(XWPFBorderType.SINGLE, 6, 0, GREY);
    table.setInsideHBorder(XWPFBorderType.SINGLE, 2, 0, GREY);
    table.setInsideVBorder(XWPFBorderType.NONE, 0, 0, GREY);
    table.setLeftBorder(XWPFBorderType.NONE, 0, 0, GREY);
    table.setRightBorder(XWPFBorderType.NONE, 0, 0, GREY);
    table.setCellMargins(30, 40, 30, 80);
  }

  private static List<java.util.function.Consumer<XWPFBorderType>> borders(XWPFTable table) {
    return List.of(
        type -> table.setTopBorder(type, 0, 0, GREY),
        type -> table.setBottomBorder(type, 0, 0, GREY),
        type -> table.setLeftBorder(type, 0, 0, GREY),
        type -> table.setRightBorder(type, 0, 0, GREY),
        type -> table.setInsideHBorder(type, 0, 0, GREY),
        type -> table.setInsideVBorder(type, 0, 0, GREY));
  }

  private static void widths(XWPFTable table, int[] relative) {
    table.setWidth(PAGE_TWIPS);
    CTTblLayoutType layout = table.getCTTbl().getTblPr().addNewTblLayout();
    layout.setType(STTblLayoutType.FIXED);
    int all = java.util.Arrays.stream(relative).sum();
    CTTblGrid grid =
        table.getCTTbl().getTblGrid() == null
            ? table.getCTTbl().addNewTblGrid()
            : table.getCTTbl().getTblGrid();
    while (grid.sizeOfGridColArray() > 0) {
      grid.removeGridCol(0);
    }
    for (int i = 0; i < relative.length; i++) {
      int width = PAGE_TWIPS * relative[i] / all;
      grid.addNewGridCol().setW(BigInteger.valueOf(width));
      for (var row : table.getRows()) {
        row.getCell(i).setWidth(String.valueOf(width));
      }
    }
  }
}
