package org.lifecircle.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The scenarios of a workspace. Several programs may use it at once. What a method has returned
 * from is on disk and survives a crash.
 *
 * <p>Every write says which revision it rests on; if that is no longer the current one nothing is
 * written. Every write is entered in the audit, with the name of who did it.
 *
 * <p>Safe for threads.
 */
public final class ScenarioStore implements AutoCloseable {

  private static final String COLUMNS =
      "area, id, revision, dataset_version, body, created_at, changed_at";

  private enum Deed {
    CREATE,
    REPLACE,
    DELETE
  }

  private final Records records;

  private ScenarioStore(Records records) {
    this.records = records;
  }

  /**
   * The scenarios of a workspace.
   *
   * @throws IllegalStateException if its records are not ours or cannot be written
   */
  public static ScenarioStore of(Workspace workspace) {
    return new ScenarioStore(workspace.openRecords());
  }

  /** The scenarios of an area, by id. */
  public List<KeptScenario> list(String area) {
    return records.read(
        sql -> {
          try (PreparedStatement query =
              sql.prepareStatement(
                  "SELECT " + COLUMNS + " FROM scenarios WHERE area = ? ORDER BY id")) {
            query.setString(1, area);
            return read(query);
          }
        });
  }

  /** The scenario of this id, if there is one. */
  public Optional<KeptScenario> find(String area, String id) {
    return records.read(sql -> find(sql, area, id));
  }

  /**
   * Keeps a new scenario.
   *
   * @throws ConflictException if there is one of this id already
   */
  public KeptScenario create(String area, String id, int datasetVersion, String body, String who) {
    return records.write(
        sql -> {
          Optional<KeptScenario> there = find(sql, area, id);
          if (there.isPresent()) {
            throw new ConflictException(there.get().revision());
          }
          Instant now = Moments.now();
          KeptScenario kept =
              new KeptScenario(
                  area, id, nextRevision(sql, area, id), datasetVersion, body, now, now);
          return write(sql, kept, Deed.CREATE, who);
        });
  }

  /**
   * Keeps what a scenario says now.
   *
   * @param revision the one it was made from
   * @throws ConflictException if that is not the current one any more
   */
  public KeptScenario replace(
      String area, String id, int revision, int datasetVersion, String body, String who) {
    return records.write(
        sql -> {
          KeptScenario old = require(sql, area, id, revision);
          int next = nextRevision(sql, area, id);
          KeptScenario kept =
              new KeptScenario(
                  area, id, next, datasetVersion, body, old.createdAt(), Moments.now());
          return write(sql, kept, Deed.REPLACE, who);
        });
  }

  /**
   * Forgets a scenario; the audit remembers what it said.
   *
   * @throws ConflictException if this is not its current revision
   */
  public void delete(String area, String id, int revision, String who) {
    records.write(
        sql -> {
          KeptScenario old = require(sql, area, id, revision);
          try (PreparedStatement delete =
              sql.prepareStatement("DELETE FROM scenarios WHERE area = ? AND id = ?")) {
            delete.setString(1, area);
            delete.setString(2, id);
            delete.executeUpdate();
          }
          enter(sql, old, nextRevision(sql, area, id), Deed.DELETE, who, null);
          return old;
        });
  }

  @Override
  public void close() {
    records.close();
  }

  private static KeptScenario require(Connection sql, String area, String id, int revision)
      throws SQLException {
    Optional<KeptScenario> there = find(sql, area, id);
    if (there.isEmpty() || there.get().revision() != revision) {
      throw new ConflictException(there.map(KeptScenario::revision).orElse(null));
    }
    return there.get();
  }

  private static Optional<KeptScenario> find(Connection sql, String area, String id)
      throws SQLException {
    try (PreparedStatement query =
        sql.prepareStatement("SELECT " + COLUMNS + " FROM scenarios WHERE area = ? AND id = ?")) {
      query.setString(1, area);
      query.setString(2, id);
      return read(query).stream().findFirst();
    }
  }

  private static List<KeptScenario> read(PreparedStatement query) throws SQLException {
    List<KeptScenario> found = new ArrayList<>();
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        found.add(
            new KeptScenario(
                rows.getString(1),
                rows.getString(2),
                rows.getInt(3),
                rows.getInt(4),
                rows.getString(5),
                Moments.require(rows, 6),
                Moments.require(rows, 7)));
      }
    }
    return found;
  }

  private static int nextRevision(Connection sql, String area, String id) throws SQLException {
    try (PreparedStatement query =
        sql.prepareStatement("SELECT max(revision) FROM audit WHERE area = ? AND scenario = ?")) {
      query.setString(1, area);
      query.setString(2, id);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getInt(1) + 1 : 1; // max of nothing is NULL, which reads as 0
      }
    }
  }

  private static KeptScenario write(Connection sql, KeptScenario kept, Deed deed, String who)
      throws SQLException {
    try (PreparedStatement insert =
        sql.prepareStatement(
            "INSERT INTO scenarios ("
                + COLUMNS
                + ") VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (area, id) DO UPDATE SET"
                + " revision = excluded.revision, dataset_version = excluded.dataset_version,"
                + " body = excluded.body, changed_at = excluded.changed_at")) {
      insert.setString(1, kept.area());
      insert.setString(2, kept.id());
      insert.setInt(3, kept.revision());
      insert.setInt(4, kept.datasetVersion());
      insert.setString(5, kept.body());
      insert.setString(6, kept.createdAt().toString());
      insert.setString(7, kept.changedAt().toString());
      insert.executeUpdate();
    }
    enter(sql, kept, kept.revision(), deed, who, kept.body());
    return kept;
  }

  private static void enter(
      Connection sql, KeptScenario kept, int revision, Deed deed, String who, @Nullable String body)
      throws SQLException {
    try (PreparedStatement insert =
        sql.prepareStatement(
            "INSERT INTO audit (at, who, area, scenario, revision, deed, body)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, Moments.now().toString());
      insert.setString(2, who);
      insert.setString(3, kept.area());
      insert.setString(4, kept.id());
      insert.setInt(5, revision);
      insert.setString(6, deed.name().toLowerCase(Locale.ROOT));
      insert.setString(7, body);
      insert.executeUpdate();
    }
  }
}
