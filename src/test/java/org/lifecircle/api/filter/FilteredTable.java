package org.lifecircle.api.filter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/** The same made-up compounds, as rows in memory and as a table of a database. */
final class FilteredTable {

  /** A compound. */
  record Row(int id, Map<String, @Nullable Object> values, @Nullable Geometry geometry) {}

  private FilteredTable() {}

  static List<Row> rows(long seed) {
    Random random = new Random(seed);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      values.put("name", chance(random, RandomTerms.NAMES.get(random.nextInt(11))));
      values.put("managed_by", chance(random, RandomTerms.NAMES.get(random.nextInt(11))));
      values.put("built_year", chance(random, random.nextInt(4)));
      values.put("households", chance(random, random.nextInt(6)));
      values.put("residents", chance(random, random.nextInt(9) * 0.5));
      values.put("gated", chance(random, random.nextBoolean()));
      Geometry place =
          RandomTerms.square(random.nextInt(8), random.nextInt(8), 1 + random.nextInt(4));
      rows.add(new Row(i, values, random.nextInt(10) == 0 ? null : place));
    }
    return rows;
  }

  private static @Nullable Object chance(Random random, Object value) {
    return random.nextInt(4) == 0 ? null : value;
  }

  /**
   * Puts the rows into a table.
   *
   * @param geometry how a bound geometry (WKB) is written in SQL
   */
  static void fill(Connection connection, List<Row> rows, String type, String geometry)
      throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE compounds (id INTEGER, name TEXT, managed_by TEXT, built_year INTEGER,"
              + " households INTEGER, residents DOUBLE PRECISION, gated BOOLEAN, geometry "
              + type
              + ")");
    }
    String insert = "INSERT INTO compounds VALUES (?, ?, ?, ?, ?, ?, ?, " + geometry + ")";
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      for (Row row : rows) {
        int at = 1;
        statement.setInt(at++, row.id());
        for (Object value : row.values().values()) {
          statement.setObject(at++, value);
        }
        statement.setBytes(
            at, row.geometry() == null ? null : new WKBWriter().write(row.geometry()));
        statement.executeUpdate();
      }
    }
  }

  /** The ids of the rows a condition holds for. */
  static List<Integer> ids(Connection connection, String condition, List<Object> bound)
      throws SQLException {
    List<Integer> ids = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT id FROM compounds WHERE " + condition + " ORDER BY id")) {
      for (int i = 0; i < bound.size(); i++) {
        Object value = bound.get(i);
        statement.setObject(
            i + 1, value instanceof Geometry geometry ? new WKBWriter().write(geometry) : value);
      }
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          ids.add(found.getInt(1));
        }
      }
    }
    return ids;
  }
}
