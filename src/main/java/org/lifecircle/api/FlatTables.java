package org.lifecircle.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Answer.Findings;
import org.lifecircle.model.Columns.Column;
import org.lifecircle.store.FeatureTable;
import org.lifecircle.store.FeatureTable.Row;

/**
 * Findings as one table that stands by itself: lists become text, and what the figures rest on,
 * which JSON says beside the rows, is said in every row.
 */
final class FlatTables {

  private static final List<String> RESTING_ON =
      List.of(
          "area",
          "scenario",
          "dataset_version",
          "standard",
          "criterion",
          "group",
          "door_to_door",
          "population");

  private FlatTables() {}

  static FeatureTable of(Findings findings) {
    FeatureTable table = findings.table();
    List<Column> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      columns.add(
          List.class.isAssignableFrom(column.type())
              ? new Column(column.name(), String.class)
              : column);
    }
    Map<String, @Nullable Object> constant = new LinkedHashMap<>();
    List<String> taken = columns.stream().map(Column::name).toList();
    for (String name : RESTING_ON) {
      if (findings.members().containsKey(name) && !taken.contains(name)) {
        constant.put(name, findings.members().get(name));
        boolean truth = findings.members().get(name) instanceof Boolean;
        columns.add(new Column(name, truth ? Boolean.class : String.class));
      }
    }
    List<Row> rows = table.rows().stream().map(row -> flat(row, constant)).toList();
    return new FeatureTable(table.name(), table.title(), columns, rows);
  }

  private static Row flat(Row row, Map<String, @Nullable Object> constant) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>(row.values());
    values.replaceAll(
        (name, value) ->
            value instanceof List<?> list
                ? String.join(",", list.stream().map(String::valueOf).toList())
                : value);
    values.putAll(constant);
    return new Row(row.geometry(), values);
  }
}
