package org.lifecircle.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The scenarios of a workspace, in one SQLite file beside the areas. Several programs may use it at
 * once. What a method has returned from is on disk and survives a crash.
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

  private interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  private final ReentrantLock oneAtATime = new ReentrantLock();
  private final Connection connection;

  private ScenarioStore(Connection connection) {
    this.connection = connection;
  }

  /**
   * The scenarios of the workspace in this folder.
   *
   * @throws IllegalStateException if the file is not one of ours or cannot be written
   */
  public static ScenarioStore of(Workspace workspace) {
    Path file = workspace.folder().resolve("records.sqlite");
    try {
      Connection connection = Sqlite.openRecords(file);
      SqlScript.of("records.sql").run(connection);
      return new ScenarioStore(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(file + " cannot be used: " + e.getMessage(), e);
    }
  }

  /** The scenarios of an area, by id. */
  public List<KeptScenario> list(String area) {
    return work(
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
    return work(sql -> find(sql, area, id));
  }

  /**
   * Keeps a new scenario.
   *
   * @throws ConflictException if there is one of this id already
   */
  public KeptScenario create(String area, String id, int datasetVersion, String body, String who) {
    return work(
        sql -> {
          Optional<KeptScenario> there = find(sql, area, id);
          if (there.isPresent()) {
            throw new ConflictException(there.get().revision());
          }
          Instant now = Instant.now();
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
    return work(
        sql -> {
          KeptScenario old = require(sql, area, id, revision);
          int next = nextRevision(sql, area, id);
          KeptScenario kept =
              new KeptScenario(
                  area, id, next, datasetVersion, body, old.createdAt(), Instant.now());
          return write(sql, kept, Deed.REPLACE, who);
        });
  }

  /**
   * Forgets a scenario; the audit remembers what it said.
   *
   * @throws ConflictException if this is not its current revision
   */
  public void delete(String area, String id, int revision, String who) {
    work(
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
    oneAtATime.lock();
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("the scenarios could not be closed", e);
    } finally {
      oneAtATime.unlock();
    }
  }

  /** Does it all or not at all. */
  private <T> T work(Work<T> work) {
    oneAtATime.lock();
    try {
      // The driver's own transactions begin when the last one ends, and would keep others out.
      run("BEGIN IMMEDIATE");
      boolean done = false;
      try {
        T result = work.in(connection);
        run("COMMIT");
        done = true;
        return result;
      } finally {
        if (!done) {
          run("ROLLBACK");
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the scenarios could not be read or written", e);
    } finally {
      oneAtATime.unlock();
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
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
                Instant.parse(rows.getString(6)),
                Instant.parse(rows.getString(7))));
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
            "INSERT OR REPLACE INTO scenarios (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?)")) {
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
      insert.setString(1, Instant.now().toString());
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
