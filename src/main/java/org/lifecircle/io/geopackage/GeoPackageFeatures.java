package org.lifecircle.io.geopackage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.Limits;
import org.lifecircle.io.RawTable;
import org.lifecircle.io.TableBuilder;
import org.lifecircle.io.Wkb;
import org.lifecircle.model.BadValueException;
import org.locationtech.jts.geom.Geometry;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;

/** Reads the tables of features of a GeoPackage. */
public final class GeoPackageFeatures {

  private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};

  /**
   * A table that the file says holds features.
   *
   * @param type as {@code sqlite_master} has it: table or view; null when there is none
   */
  private record Declared(
      String table, String column, int srsId, @Nullable String type, boolean virtual) {}

  /** A column that is kept in the table, not computed. */
  private record Kept(String name, boolean key) {}

  private final Limits limits;

  public GeoPackageFeatures(Limits limits) {
    this.limits = limits;
  }

  /**
   * Reads a file.
   *
   * @param shown how people know it
   * @throws BadValueException if it is damaged, or no GeoPackage, or unsafe, or over a limit
   */
  public List<RawTable> read(Path path, String shown) throws IOException {
    limits.requireSize(Files.size(path));
    refuseUnfinished(path);
    try (Connection connection = open(path)) {
      List<RawTable> tables = new ArrayList<>();
      for (Declared declared : declared(connection)) {
        requirePlain(declared);
        tables.add(table(connection, declared, shown));
      }
      if (tables.isEmpty()) {
        throw new BadValueException(
            "GeoPackage 中没有要素表", "the GeoPackage holds no table of features");
      }
      return tables;
    } catch (SQLException e) {
      throw new BadValueException(
          "不是可读的 GeoPackage，或已损坏：" + e.getMessage(),
          "it is no GeoPackage, or a damaged one: " + e.getMessage());
    }
  }

  /** What a program that has it open has not written into it yet would be missing, silently. */
  private static void refuseUnfinished(Path path) throws IOException {
    Path log = path.resolveSibling(path.getFileName() + "-wal");
    if (Files.exists(log) && Files.size(log) > 0) {
      throw new BadValueException(
          "文件正被其他程序打开，还有未写入的修改(-wal)；请先关闭该程序",
          "another program has it open, with changes not yet written into it (-wal); close that first");
    }
  }

  private Connection open(Path path) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.enableLoadExtension(false);
    String url = "jdbc:sqlite:file:" + path.toAbsolutePath().toUri().getRawPath();
    Connection connection =
        DriverManager.getConnection(url + "?mode=ro&immutable=1", config.toProperties());
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA trusted_schema = OFF");
      statement.execute("PRAGMA cell_size_check = ON");
      statement.execute("PRAGMA mmap_size = 0");
      statement.execute("PRAGMA cache_size = -8000");
    }
    SQLiteConnection sqlite = connection.unwrap(SQLiteConnection.class);
    // One value at most as large as the largest geometry, with heights and measures.
    sqlite.setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, Math.max(1 << 20, limits.vertices() * 40));
    return connection;
  }

  private List<Declared> declared(Connection connection) throws SQLException {
    List<Declared> declared = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT g.table_name, g.column_name, g.srs_id, m.type, m.sql"
                    + " FROM gpkg_geometry_columns g LEFT JOIN sqlite_master m"
                    + " ON lower(m.name) = lower(g.table_name) AND m.type IN ('table', 'view')"
                    + " ORDER BY g.table_name")) {
      while (rows.next()) {
        String sql = String.valueOf(rows.getString(5)).stripLeading();
        declared.add(
            new Declared(
                String.valueOf(rows.getString(1)),
                String.valueOf(rows.getString(2)),
                rows.getInt(3),
                rows.getString(4),
                sql.regionMatches(true, 0, "CREATE VIRTUAL", 0, 14)));
        limits.requireColumns(declared.size());
      }
    }
    return declared;
  }

  private static void requirePlain(Declared declared) {
    String name = declared.table();
    if (declared.type() == null) {
      throw new BadValueException("缺少表“" + name + "”", "table '" + name + "' is missing");
    }
    if (declared.type().equals("view") || declared.virtual()) {
      throw new BadValueException(
          "“" + name + "”是视图或虚拟表，其内容由文件中的代码算出，不予执行；请导出为普通表",
          "'"
              + name
              + "' is a view or virtual table: code inside the file would have to be run; export it"
              + " as a plain table");
    }
  }

  private RawTable table(Connection connection, Declared declared, String shown)
      throws SQLException {
    TableBuilder table = new TableBuilder(shown, declared.table(), limits);
    List<Kept> columns = columns(connection, declared);
    List<String> names = new ArrayList<>();
    columns.forEach(column -> names.add(quoted(column.name())));
    names.add(quoted(declared.column()));
    String sql =
        "SELECT "
            + String.join(", ", names)
            + " FROM "
            + quoted(declared.table())
            + " ORDER BY rowid";
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        add(rows, columns, table);
      }
    }
    return table.table(crs(connection, declared.srsId()));
  }

  private List<Kept> columns(Connection connection, Declared declared) throws SQLException {
    List<Kept> columns = new ArrayList<>();
    boolean geometry = false;
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("PRAGMA table_xinfo(" + quoted(declared.table()) + ")")) {
      while (rows.next()) {
        String name = rows.getString("name");
        boolean computed = rows.getInt("hidden") != 0;
        if (name.equalsIgnoreCase(declared.column())) {
          geometry = !computed;
        } else if (!computed) {
          columns.add(new Kept(name, rows.getInt("pk") == 1));
        }
      }
    }
    if (!geometry) {
      throw new BadValueException(
          "表“" + declared.table() + "”没有几何列“" + declared.column() + "”",
          "table '" + declared.table() + "' has no column '" + declared.column() + "'");
    }
    limits.requireColumns(columns.size());
    return columns;
  }

  private void add(ResultSet row, List<Kept> columns, TableBuilder table) throws SQLException {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    @Nullable Object key = null;
    for (int i = 0; i < columns.size(); i++) {
      Object value = value(row.getObject(i + 1));
      if (columns.get(i).key()) {
        key = value;
      }
      values.put(columns.get(i).name(), value);
    }
    if (key != null) {
      values.putIfAbsent("fid", key); // the primary key, whatever its name
    }
    Geometry geometry = null;
    try {
      byte[] blob = row.getBytes(columns.size() + 1);
      geometry = blob == null ? null : geometry(blob);
    } catch (BadValueException e) {
      Object id = values.getOrDefault("id", key);
      table.fault(id == null ? null : id.toString(), "row " + (table.next() + 1), e.reason());
    }
    table.add(geometry, values);
  }

  private @Nullable Object value(@Nullable Object raw) {
    if (raw instanceof String text) {
      limits.requireText(text.length());
      return text;
    }
    if (raw instanceof Integer || raw instanceof Long) {
      return ((Number) raw).longValue();
    }
    return raw instanceof Double number && Double.isFinite(number) ? number : null;
  }

  private Geometry geometry(byte[] blob) {
    if (blob.length < 8 || blob[0] != 'G' || blob[1] != 'P') {
      throw new BadValueException(
          "几何列不是 GeoPackage 格式", "its geometry is not in GeoPackage's form");
    }
    int envelope = blob[3] >> 1 & 7;
    if ((blob[3] & 0x20) != 0 || envelope >= ENVELOPE_BYTES.length) {
      throw new BadValueException(
          "不支持扩展几何类型", "its geometry is of an extended type, which is not read");
    }
    int start = 8 + ENVELOPE_BYTES[envelope];
    if (blob.length < start) {
      throw new BadValueException("几何数据不完整", "its geometry is cut off");
    }
    ByteBuffer wkb = ByteBuffer.wrap(blob, start, blob.length - start).order(ByteOrder.BIG_ENDIAN);
    return Wkb.read(wkb, limits);
  }

  /** A code where an organisation stands behind it, else the definition, else null. */
  private static @Nullable String crs(Connection connection, int srsId) throws SQLException {
    if (srsId <= 0) {
      return null; // -1 and 0 are the undefined ones
    }
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys"
                + " WHERE srs_id = ?")) {
      query.setInt(1, srsId);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          return null;
        }
        if ("EPSG".equalsIgnoreCase(row.getString(1))) {
          return "EPSG:" + row.getInt(2);
        }
        String definition = String.valueOf(row.getString(3)).strip();
        return definition.length() < 10 || definition.startsWith("undefined") ? null : definition;
      }
    }
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** Whether the head of a file is SQLite's. */
  public static boolean isOne(byte[] head) {
    return new String(head, StandardCharsets.ISO_8859_1).startsWith("SQLite format 3");
  }
}
