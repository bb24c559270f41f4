package org.lifecircle.store;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Columns.Column;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Geometry;

/**
 * A table of features, as a GeoPackage holds it.
 *
 * @param name of the table: lower-case letters, digits and underscores
 * @param rows in the order they are kept in
 */
public record FeatureTable(String name, Text title, List<Column> columns, List<Row> rows) {

  /**
   * One feature.
   *
   * @param geometry in metres of the file's CRS; null when it has no place
   * @param values by column; absent is null
   */
  public record Row(@Nullable Geometry geometry, Map<String, @Nullable Object> values) {}

  public FeatureTable {
    if (!name.matches("[a-z][a-z0-9_]*")) {
      throw new IllegalArgumentException("'" + name + "' is no name for a table");
    }
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }
}
