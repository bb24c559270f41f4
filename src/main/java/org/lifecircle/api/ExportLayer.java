package org.lifecircle.api;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.FileTable;
import org.lifecircle.io.OutputCrs;
import org.lifecircle.model.Columns.Column;
import org.lifecircle.model.Text;
import org.lifecircle.store.FeatureTable;
import org.locationtech.jts.geom.Geometry;

/**
 * A layer that files can be made of.
 *
 * @param rows made when first asked for; lists in them become text
 */
record ExportLayer(
    String id, Text title, List<Column> columns, Supplier<List<FileTable.Row>> rows) {

  ExportLayer {
    columns =
        columns.stream()
            .filter(column -> !Map.class.isAssignableFrom(column.type()))
            .map(ExportLayer::plain)
            .toList();
  }

  /**
   * All layers of an area: its collections, input first. The records of the renewal programme,
   * which name persons, are none of them.
   */
  static List<ExportLayer> of(OpenArea area) {
    return Collections.of(area).stream().map(ExportLayer::of).toList();
  }

  private static Column plain(Column column) {
    boolean scalar = Number.class.isAssignableFrom(column.type()) || column.type() == Boolean.class;
    return scalar ? column : new Column(column.name(), String.class);
  }

  /** The layer of a collection; rows are made as they are written, so a long one needs no room. */
  private static ExportLayer of(Collection collection) {
    return new ExportLayer(
        collection.id(),
        collection.title(),
        collection.columns(),
        () -> {
          List<Collection.Item> items = collection.items().get();
          return new AbstractList<>() {
            @Override
            public FileTable.Row get(int index) {
              Collection.Item item = items.get(index);
              return row(item.geometry(), item.values());
            }

            @Override
            public int size() {
              return items.size();
            }
          };
        });
  }

  /** A row with text in the place of lists, and without what no table holds. */
  static FileTable.Row row(
      @Nullable Geometry geometry, Map<String, ? extends @Nullable Object> values) {
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          if (value instanceof List<?> list) {
            plain.put(name, String.join(",", list.stream().map(String::valueOf).toList()));
          } else if (!(value instanceof Map)) {
            plain.put(name, value);
          }
        });
    return new FileTable.Row(geometry, plain);
  }

  FileTable table() {
    return new FileTable(id, columns, rows.get());
  }

  /** As a GeoPackage holds it, in the metres or degrees of a CRS. */
  FeatureTable featureTable(OutputCrs crs) {
    List<FeatureTable.Row> moved = new ArrayList<>();
    for (FileTable.Row row : rows.get()) {
      Geometry place = row.geometry();
      moved.add(new FeatureTable.Row(place == null ? null : crs.moved(place), row.values()));
    }
    return new FeatureTable(id, title, columns, moved);
  }
}
