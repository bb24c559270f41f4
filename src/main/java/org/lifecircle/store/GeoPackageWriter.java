package org.lifecircle.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Columns.Column;
import org.lifecircle.store.FeatureTable.Row;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Writes feature tables into a GeoPackage that has none yet. */
final class GeoPackageWriter {

  /** As GeoPackages write it: three decimals, always. */
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Connection connection;
  private final Crs crs;
  private final Instant when;

  GeoPackageWriter(Connection connection, Crs crs, Instant when) {
    this.connection = connection;
    this.crs = crs;
    this.when = when;
  }

  void write(List<FeatureTable> tables, List<LayerStyle> styles) throws SQLException {
    connection.setAutoCommit(false);
    SqlScript.of("geopackage.sql").run(connection);
    if (crs.srsId() != 4326) {
      run(
          "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, 'EPSG', ?, ?, NULL)",
          crs.code(),
          crs.srsId(),
          crs.srsId(),
          crs.definition());
    }
    for (FeatureTable table : tables) {
      String type = GeometryTypes.declared(table.rows());
      create(table, type);
      Envelope extent = insert(table, type);
      register(table, type, extent);
      SqlScript.of("spatial_index.sql").with("table", table.name()).run(connection);
    }
    if (!styles.isEmpty()) {
      write(styles);
    }
    connection.commit();
  }

  /** Styles are a table like any other, which is only registered. */
  private void write(Iterable<LayerStyle> styles) throws SQLException {
    SqlScript.of("layer_styles.sql").run(connection);
    run(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change)"
            + " VALUES ('layer_styles', 'attributes', 'layer_styles', ?)",
        MOMENT.format(when));
    for (LayerStyle style : styles) {
      run(
          "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name,"
              + " f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description,"
              + " owner, update_time) VALUES ('', '', ?, 'geom', ?, ?, '', 1, '', '', ?)",
          style.table(),
          style.name(),
          style.qml(),
          MOMENT.format(when));
    }
  }

  private void create(FeatureTable table, String type) throws SQLException {
    String columns =
        table.columns().stream()
            .map(column -> ", \"" + column.name() + "\" " + sqlType(column))
            .collect(Collectors.joining());
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE \"%s\" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom %s%s)"
              .formatted(table.name(), type, columns));
      statement.execute(
          "CREATE VIRTUAL TABLE \"rtree_%s_geom\" USING rtree(id, minx, maxx, miny, maxy)"
              .formatted(table.name()));
    }
  }

  private static String sqlType(Column column) {
    if (column.type() == Boolean.class) {
      return "BOOLEAN";
    }
    if (column.type() == Double.class) {
      return "DOUBLE";
    }
    return column.type() == Integer.class || column.type() == Long.class ? "INTEGER" : "TEXT";
  }

  private Envelope insert(FeatureTable table, String type) throws SQLException {
    List<Column> columns = table.columns();
    String places = "?, ?" + ", ?".repeat(columns.size());
    Envelope extent = new Envelope();
    try (PreparedStatement row =
            connection.prepareStatement(
                "INSERT INTO \"%s\" VALUES (%s)".formatted(table.name(), places));
        PreparedStatement box =
            connection.prepareStatement(
                "INSERT INTO \"rtree_%s_geom\" VALUES (?, ?, ?, ?, ?)".formatted(table.name()))) {
      int fid = 0;
      for (Row feature : table.rows()) {
        fid++;
        bind(row, fid, feature, columns, type);
        row.addBatch();
        Geometry geometry = feature.geometry();
        if (geometry != null && !geometry.isEmpty()) {
          extent.expandToInclude(geometry.getEnvelopeInternal());
          bind(box, fid, geometry.getEnvelopeInternal());
          box.addBatch();
        }
      }
      row.executeBatch();
      box.executeBatch();
    }
    return extent;
  }

  private void bind(PreparedStatement row, int fid, Row feature, List<Column> columns, String type)
      throws SQLException {
    row.setInt(1, fid);
    Geometry geometry = feature.geometry();
    row.setBytes(
        2,
        geometry == null
            ? null
            : GeoPackageBinary.write(GeometryTypes.toStored(geometry, type), crs.srsId()));
    for (int i = 0; i < columns.size(); i++) {
      row.setObject(i + 3, feature.values().get(columns.get(i).name()));
    }
  }

  private static void bind(PreparedStatement box, int fid, Envelope envelope) throws SQLException {
    box.setInt(1, fid);
    box.setDouble(2, envelope.getMinX());
    box.setDouble(3, envelope.getMaxX());
    box.setDouble(4, envelope.getMinY());
    box.setDouble(5, envelope.getMaxY());
  }

  private void register(FeatureTable table, String type, Envelope extent) throws SQLException {
    run(
        "INSERT INTO gpkg_contents VALUES (?, 'features', ?, ?, ?, ?, ?, ?, ?, ?)",
        table.name(),
        table.name(),
        table.title().zh() + " " + table.title().en(),
        MOMENT.format(when),
        extent.isNull() ? null : extent.getMinX(),
        extent.isNull() ? null : extent.getMinY(),
        extent.isNull() ? null : extent.getMaxX(),
        extent.isNull() ? null : extent.getMaxY(),
        crs.srsId());
    run(
        "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)",
        table.name(),
        type,
        crs.srsId());
    run(
        "INSERT INTO gpkg_extensions VALUES (?, 'geom', 'gpkg_rtree_index',"
            + " 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')",
        table.name());
  }

  private void run(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
