package org.lifecircle.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.postgis.jdbc.jts.JtsGeometry;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.Columns.Column;
import org.lifecircle.model.Fault;
import org.lifecircle.model.Text;
import org.lifecircle.store.FeatureTable.Row;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.postgresql.PGConnection;

/**
 * The tables of one dataset version: {@code "area_xigong/3".buildings} and so on, and the views
 * {@code area_xigong.buildings} of the current version.
 */
final class VersionTables {

  /** PostgreSQL cuts longer names off without a word. */
  private static final int LONGEST_NAME = 63;

  private static final String AREA_PREFIX = "area_";
  private static final int LONGEST_NUMBER = 9;
  private static final int ROWS_AT_ONCE = 2_000;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private record Declared(String name, String geometryType, int features) {}

  private final Connection sql;
  private final DatasetVersion version;
  private final String area;
  private final String schema;

  VersionTables(Connection sql, DatasetVersion version) {
    this.sql = sql;
    this.version = version;
    area = AREA_PREFIX + version.area();
    schema = area + "/" + version.number();
  }

  /**
   * Refuses an area whose schemas would have no names.
   *
   * @throws BadInputException saying how long it may be
   */
  static void requireName(String area) {
    int longest = LONGEST_NAME - AREA_PREFIX.length() - 1 - LONGEST_NUMBER;
    if (area.length() > longest) {
      Text reason =
          new Text(
              "在数据库中，研究范围编号最多 " + longest + " 个字符",
              "in a database the id of an area has at most " + longest + " characters");
      throw new BadInputException(List.of(new Fault(area, null, null, "", reason)));
    }
  }

  /** Makes them all, and shows them as the current ones. */
  void write(List<FeatureTable> tables, Crs crs, Instant when) throws SQLException {
    script("version.sql").run(sql);
    enter(crs, when);
    int position = 0;
    for (FeatureTable table : tables) {
      String type = GeometryTypes.declaredAlike(table.rows());
      script("version_table.sql")
          .with("table", table.name())
          .with("type", type)
          .with("srid", String.valueOf(crs.srsId()))
          .with("columns", columns(table))
          .run(sql);
      copy(table, type, crs);
      script("version_table_done.sql")
          .with("table", table.name())
          .with("title", table.title().zh() + " " + table.title().en())
          .run(sql);
      enter(table, type, position++);
    }
    for (FeatureTable table : tables) {
      show(table);
    }
  }

  private SqlScript script(String name) {
    return SqlScript.of(name)
        .with("area", area)
        .with("version", schema)
        .with("number", String.valueOf(version.number()));
  }

  private static String columns(FeatureTable table) {
    return table.columns().stream()
        .map(column -> ",\n  \"" + column.name() + "\" " + sqlType(column))
        .collect(Collectors.joining());
  }

  private static String sqlType(Column column) {
    if (column.type() == Boolean.class) {
      return "boolean";
    }
    if (column.type() == Double.class) {
      return "double precision";
    }
    if (column.type() == Long.class) {
      return "bigint";
    }
    return column.type() == Integer.class ? "integer" : "text";
  }

  private void copy(FeatureTable table, String type, Crs crs) throws SQLException {
    String into = "COPY \"%s\".\"%s\" FROM STDIN".formatted(schema, table.name());
    var copying = sql.unwrap(PGConnection.class).getCopyAPI().copyIn(into);
    try {
      CopyRows rows = new CopyRows(copying, crs.srsId());
      for (Row row : table.rows()) {
        rows.add(table, row, type);
      }
      rows.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (copying.isActive()) {
        copying.cancelCopy();
      }
    }
  }

  private void enter(Crs crs, Instant when) throws SQLException {
    try (PreparedStatement insert =
            sql.prepareStatement("INSERT INTO dataset_versions VALUES (?, ?, ?, ?, ?)");
        PreparedStatement known =
            sql.prepareStatement(
                "INSERT INTO spatial_ref_sys (srid, auth_name, auth_srid, srtext)"
                    + " SELECT ?, 'EPSG', ?, ? WHERE NOT EXISTS"
                    + " (SELECT FROM spatial_ref_sys WHERE srid = ?)")) {
      insert.setString(1, version.area());
      insert.setInt(2, version.number());
      insert.setString(3, crs.code());
      insert.setString(4, crs.definition());
      insert.setString(5, when.toString());
      insert.executeUpdate();
      if (!TeamDatabase.has(sql, "SELECT FROM spatial_ref_sys WHERE srid = " + crs.srsId())) {
        known.setInt(1, crs.srsId());
        known.setInt(2, crs.srsId());
        known.setString(3, crs.definition());
        known.setInt(4, crs.srsId());
        known.executeUpdate();
      }
    }
  }

  private void enter(FeatureTable table, String type, int position) throws SQLException {
    try (PreparedStatement insert =
        sql.prepareStatement("INSERT INTO version_tables VALUES (?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, version.area());
      insert.setInt(2, version.number());
      insert.setInt(3, position);
      insert.setString(4, table.name());
      insert.setString(5, type);
      insert.setInt(6, table.rows().size());
      insert.executeUpdate();
    }
  }

  /** Views other people have built on ours stay, unless a column of it has become another. */
  private void show(FeatureTable table) throws SQLException {
    SqlScript view =
        script("current_view.sql")
            .with("table", table.name())
            .with("title", table.title().zh() + " " + table.title().en());
    var before = sql.setSavepoint();
    try {
      view.run(sql);
    } catch (SQLException e) {
      sql.rollback(before);
      TeamDatabase.run(sql, "DROP VIEW \"%s\".\"%s\"".formatted(area, table.name()));
      view.run(sql);
    }
  }

  /** Every table with its rows, in their order. */
  Map<String, List<Row>> read() throws SQLException {
    Map<String, List<Row>> tables = new HashMap<>();
    for (Declared table : declared()) {
      tables.put(table.name(), rows(table));
    }
    return tables;
  }

  /** The same of one table. */
  Map<String, List<Row>> readOnly(String name) throws SQLException {
    for (Declared table : declared()) {
      if (table.name().equals(name)) {
        return Map.of(name, rows(table));
      }
    }
    return Map.of();
  }

  /** How many features each table was written with, in their order. */
  Map<String, Integer> counts() throws SQLException {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Declared table : declared()) {
      counts.put(table.name(), table.features());
    }
    return counts;
  }

  private List<Declared> declared() throws SQLException {
    try (PreparedStatement query =
        sql.prepareStatement(
            "SELECT name, geometry_type, features FROM version_tables"
                + " WHERE area = ? AND number = ? ORDER BY position")) {
      query.setString(1, version.area());
      query.setInt(2, version.number());
      List<Declared> tables = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          tables.add(new Declared(rows.getString(1), rows.getString(2), rows.getInt(3)));
        }
      }
      return tables;
    }
  }

  /** The CRS the features are in. */
  Crs crs() throws SQLException {
    try (PreparedStatement query =
        sql.prepareStatement(
            "SELECT crs, crs_definition FROM dataset_versions WHERE area = ? AND number = ?")) {
      query.setString(1, version.area());
      query.setInt(2, version.number());
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          throw new IllegalArgumentException("it is not there");
        }
        return new Crs(row.getString(1), row.getString(2));
      }
    }
  }

  private List<Row> rows(Declared table) throws SQLException {
    sql.unwrap(PGConnection.class).addDataType("geometry", JtsGeometry.class);
    List<Row> rows = new ArrayList<>(table.features());
    try (PreparedStatement query =
        sql.prepareStatement(
            "SELECT * FROM \"%s\".\"%s\" ORDER BY fid".formatted(schema, table.name()))) {
      query.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet result = query.executeQuery()) {
        List<String> columns = columnNames(result.getMetaData());
        while (result.next()) {
          Map<String, @Nullable Object> values = new LinkedHashMap<>();
          for (int i = 2; i < columns.size(); i++) {
            values.put(columns.get(i), result.getObject(i + 1));
          }
          rows.add(new Row(geometry(result.getObject(2), table.geometryType()), values));
        }
      }
    }
    return rows;
  }

  /** Of the usual factory, without the SRID the driver leaves on it. */
  private static @Nullable Geometry geometry(@Nullable Object stored, String type) {
    return stored instanceof JtsGeometry found
        ? GeometryTypes.fromStored(FACTORY.createGeometry(found.getGeometry()), type)
        : null;
  }

  private static List<String> columnNames(ResultSetMetaData columns) throws SQLException {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      names.add(columns.getColumnName(i));
    }
    return names;
  }
}
