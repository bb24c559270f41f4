package org.lifecircle.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.StudyArea;

/**
 * The database of a team. Each dataset version is a schema of its own with one table per layer,
 * made in one transaction together with its entry in {@code dataset_versions} and with the views of
 * the area's current version: so it is complete, or it is not there.
 */
final class TeamWorkspace extends Workspace {

  private final TeamDatabase database;

  private TeamWorkspace(TeamDatabase database) {
    this.database = database;
  }

  static TeamWorkspace open(DatabaseUrl url) {
    return new TeamWorkspace(TeamDatabase.open(url));
  }

  @Override
  public String place() {
    return database.toString();
  }

  @Override
  public boolean isWritable() {
    return database.ask(
        sql ->
            TeamDatabase.has(
                sql,
                "SELECT WHERE NOT pg_is_in_recovery()"
                    + " AND has_table_privilege('dataset_versions', 'INSERT')"
                    + " AND has_database_privilege(current_database(), 'CREATE')"));
  }

  @Override
  public List<String> areas() {
    return database.ask(
        sql -> {
          List<String> ids = new ArrayList<>();
          try (var statement = sql.createStatement();
              ResultSet rows =
                  statement.executeQuery(
                      "SELECT DISTINCT area COLLATE \"C\" FROM dataset_versions ORDER BY 1")) {
            while (rows.next()) {
              ids.add(rows.getString(1));
            }
          }
          return ids;
        });
  }

  @Override
  public List<DatasetVersion> versions(String area) {
    return database.ask(
        sql -> numbers(sql, area).stream().map(n -> new DatasetVersion(area, n)).toList());
  }

  @Override
  public Optional<DatasetVersion> findCurrent(String area) {
    return versions(area).stream().findFirst();
  }

  private static List<Integer> numbers(Connection sql, String area) throws SQLException {
    try (PreparedStatement query =
        sql.prepareStatement(
            "SELECT number FROM dataset_versions WHERE area = ? ORDER BY number DESC")) {
      query.setString(1, area);
      List<Integer> numbers = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          numbers.add(rows.getInt(1));
        }
      }
      return numbers;
    }
  }

  @Override
  DatasetVersion add(@Nullable DatasetVersion before, StudyArea area, Crs crs, Imported imported) {
    String id = area.profile().id();
    VersionTables.requireName(id);
    return database.transaction(
        sql -> {
          lock(sql, id);
          int newest = numbers(sql, id).stream().findFirst().orElse(0);
          if (before != null && before.number() != newest) {
            throw new ConflictException(newest);
          }
          DatasetVersion version = new DatasetVersion(id, newest + 1);
          VersionTables tables = new VersionTables(sql, version);
          tables.write(AreaTables.of(area, imported), crs, imported.at());
          return version;
        });
  }

  /** Numbers of an area are given out one after the other. */
  private static void lock(Connection sql, String area) throws SQLException {
    try (PreparedStatement insert =
            sql.prepareStatement("INSERT INTO areas VALUES (?) ON CONFLICT DO NOTHING");
        PreparedStatement lock =
            sql.prepareStatement("SELECT id FROM areas WHERE id = ? FOR UPDATE")) {
      insert.setString(1, area);
      insert.executeUpdate();
      lock.setString(1, area);
      lock.execute();
    }
  }

  @Override
  public StoredArea read(DatasetVersion version) {
    try {
      return database.transaction(
          sql -> {
            VersionTables reader = new VersionTables(sql, version);
            var tables = reader.read();
            return new StoredArea(
                version, AreaTables.area(tables), reader.crs(), AreaTables.imported(tables));
          });
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw damaged(version, e);
    }
  }

  @Override
  public VersionSummary describe(DatasetVersion version) {
    try {
      return database.transaction(
          sql -> {
            VersionTables reader = new VersionTables(sql, version);
            var boundary = reader.readOnly(AreaTables.BOUNDARY);
            Map<String, Integer> counts = reader.counts();
            counts.remove(AreaTables.BOUNDARY);
            return new VersionSummary(
                version, AreaTables.profile(boundary), AreaTables.imported(boundary), counts);
          });
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw damaged(version, e);
    }
  }

  private static BadInputException damaged(DatasetVersion version, Exception cause) {
    String row = "area = '" + version.area() + "' AND number = " + version.number();
    return damaged(
        version.area() + "/versions/" + version.number(),
        cause,
        "从 lifecircle.dataset_versions 中删去该行（" + row + "）即回到上一版本",
        "delete its row ("
            + row
            + ") of lifecircle.dataset_versions to go back to the version before");
  }

  @Override
  Records openRecords() {
    return new TeamRecords(database);
  }

  @Override
  public void close() {
    database.close();
  }
}
