package org.lifecircle.io.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.Limits;
import org.lifecircle.io.TableBuilder;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.IssueAction;

/**
 * Makes features of rows of text, the first of which names the columns. Empty rows are read over.
 */
final class SheetRows {

  private final TableBuilder table;
  private final Limits limits;
  private List<String> header = List.of();
  private int beyond;

  SheetRows(TableBuilder table, Limits limits) {
    this.table = table;
    this.limits = limits;
  }

  void add(List<String> row) {
    if (row.stream().allMatch(String::isBlank)) {
      return;
    }
    if (header.isEmpty()) {
      header = header(row);
      return;
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int i = 0; i < row.size(); i++) {
      String value = row.get(i).strip();
      if (i < header.size() && !header.get(i).isEmpty()) {
        values.put(header.get(i), value.isEmpty() ? null : value);
      } else if (!value.isEmpty()) {
        beyond++;
      }
    }
    table.add(null, values);
  }

  private List<String> header(List<String> row) {
    List<String> names = new ArrayList<>();
    int last = row.size();
    while (row.get(last - 1).isBlank()) {
      last--;
    }
    limits.requireColumns(last);
    for (String cell : row.subList(0, last)) {
      String wanted = cell.replace("\uFEFF", "").strip();
      String name = wanted;
      for (int i = 2; !wanted.isEmpty() && names.contains(name); i++) {
        name = wanted + "_" + i;
      }
      limits.requireText(name.length());
      names.add(name);
    }
    return names;
  }

  void finish() {
    if (header.isEmpty()) {
      throw new BadValueException("表格是空的", "the table is empty");
    }
    if (beyond > 0) {
      table.note(
          "cells_without_column",
          IssueAction.NOTED,
          beyond + " 个单元格没有列名，已忽略",
          beyond + " cells are in no named column and were ignored");
    }
  }
}
