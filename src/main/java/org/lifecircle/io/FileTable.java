package org.lifecircle.io;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Columns.Column;
import org.locationtech.jts.geom.Geometry;

/**
 * A table as a file is to hold it.
 *
 * @param name of the layer: lower-case letters, digits and underscores
 * @param rows gone through more than once; they may be made as they are asked for, and are then
 *     each time the same
 */
public record FileTable(String name, List<Column> columns, List<Row> rows) {

  /**
   * One feature.
   *
   * @param geometry in metres of the area's CRS; null when it has no place
   * @param values by column: text, numbers, truth values; absent is null
   */
  public record Row(@Nullable Geometry geometry, Map<String, @Nullable Object> values) {}

  public FileTable {
    columns = List.copyOf(columns);
  }

  /** The places of all rows that have one. */
  public Stream<Geometry> places() {
    return rows.stream()
        .map(Row::geometry)
        .filter(Objects::nonNull)
        .filter(geometry -> !geometry.isEmpty());
  }

  /** How many dimensions its geometries have: some of 0, 1 and 2, ascending. */
  public List<Integer> dimensions() {
    return places().map(Geometry::getDimension).distinct().sorted().toList();
  }
}
