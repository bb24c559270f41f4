package org.lifecircle.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.store.FeatureTable.Row;
import org.locationtech.jts.geom.Geometry;

/** Reads back what {@link GeoPackageWriter} wrote. */
final class GeoPackageReader {

  private final Connection connection;

  GeoPackageReader(Connection connection) {
    this.connection = connection;
  }

  /** Every table of features with its rows, in their order. */
  Map<String, List<Row>> tables() throws SQLException {
    Map<String, List<Row>> tables = new HashMap<>();
    for (var declared : declaredTypes().entrySet()) {
      tables.put(declared.getKey(), rows(declared.getKey(), declared.getValue()));
    }
    return tables;
  }

  /** The rows of one table, by its name as {@link #tables} gives them. */
  Map<String, List<Row>> table(String name) throws SQLException {
    String type = declaredTypes().get(name);
    return type == null ? Map.of() : Map.of(name, rows(name, type));
  }

  /** How many features each table has, in the order they were written. */
  Map<String, Integer> counts() throws SQLException {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (String table : declaredTypes().keySet()) {
      try (var statement = connection.createStatement();
          ResultSet count = statement.executeQuery("SELECT count(*) FROM " + quoted(table))) {
        counts.put(table, count.getInt(1));
      }
    }
    return counts;
  }

  private Map<String, String> declaredTypes() throws SQLException {
    Map<String, String> types = new LinkedHashMap<>();
    try (var statement = connection.createStatement();
        ResultSet declared =
            statement.executeQuery(
                "SELECT table_name, geometry_type_name FROM gpkg_geometry_columns"
                    + " ORDER BY rowid")) {
      while (declared.next()) {
        types.put(declared.getString(1), declared.getString(2));
      }
    }
    return types;
  }

  /** The CRS its features are in. */
  Crs crs() throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT organization_coordsys_id, definition FROM gpkg_spatial_ref_sys"
                    + " WHERE srs_id IN (SELECT srs_id FROM gpkg_contents)")) {
      if (!found.next()) {
        throw new IllegalArgumentException("it has no CRS");
      }
      return new Crs("EPSG:" + found.getInt(1), found.getString(2));
    }
  }

  private List<Row> rows(String table, String type) throws SQLException {
    String sql = "SELECT * FROM " + quoted(table) + " ORDER BY fid";
    List<Row> rows = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet result = statement.executeQuery()) {
      List<String> columns = columnNames(result.getMetaData());
      while (result.next()) {
        byte[] blob = result.getBytes(2);
        Geometry geometry =
            blob == null ? null : GeometryTypes.fromStored(GeoPackageBinary.read(blob), type);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 2; i < columns.size(); i++) {
          values.put(columns.get(i), result.getObject(i + 1));
        }
        rows.add(new Row(geometry, values));
      }
    }
    return rows;
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static List<String> columnNames(ResultSetMetaData columns) throws SQLException {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      names.add(columns.getColumnName(i)); // asks SQLite each time, so not once per row
    }
    return names;
  }
}
