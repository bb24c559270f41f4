package org.lifecircle.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The long computations of a workspace, beside its scenarios: they outlive the server. Safe for
 * threads.
 */
public final class JobStore implements AutoCloseable {

  private static final String COLUMNS =
      "id, area, scenario, process, request, status, progress, message, result,"
          + " created_at, started_at, finished_at";

  private final Connection connection;

  private JobStore(Connection connection) {
    this.connection = connection;
  }

  /**
   * The jobs of a workspace.
   *
   * @throws IllegalStateException if the file is not one of ours or cannot be written
   */
  public static JobStore of(Workspace workspace) {
    Path file = workspace.folder().resolve("records.sqlite");
    try {
      Connection connection = Sqlite.openRecords(file);
      SqlScript.of("records.sql").run(connection);
      return new JobStore(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(file + " cannot be used: " + e.getMessage(), e);
    }
  }

  /** Keeps a job as it is now. */
  public synchronized void put(KeptJob job) {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT OR REPLACE INTO jobs ("
                + COLUMNS
                + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, job.id());
      insert.setString(2, job.area());
      insert.setString(3, job.scenario());
      insert.setString(4, job.process());
      insert.setString(5, job.request());
      insert.setString(6, job.status().code());
      insert.setInt(7, job.progress());
      insert.setString(8, job.message());
      insert.setString(9, job.result());
      insert.setString(10, job.createdAt().toString());
      insert.setString(11, text(job.startedAt()));
      insert.setString(12, text(job.finishedAt()));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("a job could not be written", e);
    }
  }

  /** Forgets a job that never was one. */
  public synchronized void remove(String id) {
    try (PreparedStatement delete = connection.prepareStatement("DELETE FROM jobs WHERE id = ?")) {
      delete.setString(1, id);
      delete.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("a job could not be removed", e);
    }
  }

  /** The job of this id, if there is one. */
  public synchronized Optional<KeptJob> find(String id) {
    return read("WHERE id = ?", id).stream().findFirst();
  }

  /** The jobs of an area, the newest first. */
  public synchronized List<KeptJob> list(String area) {
    return read("WHERE area = ? ORDER BY created_at DESC, id", area);
  }

  /** Those that nobody works at any more, because the server that did has gone, have failed. */
  public synchronized void failUnfinished(String why, Instant now) {
    List<KeptJob> left = read("WHERE status = ?", JobStatus.ACCEPTED.code());
    left.addAll(read("WHERE status = ?", JobStatus.RUNNING.code()));
    left.forEach(job -> put(job.failed(why, now)));
  }

  private List<KeptJob> read(String where, String value) {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT " + COLUMNS + " FROM jobs " + where)) {
      query.setString(1, value);
      List<KeptJob> found = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(job(rows));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("the jobs could not be read", e);
    }
  }

  private static KeptJob job(ResultSet row) throws SQLException {
    return new KeptJob(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        JobStatus.of(row.getString(6)),
        row.getInt(7),
        row.getString(8),
        row.getString(9),
        Instant.parse(row.getString(10)),
        instant(row.getString(11)),
        instant(row.getString(12)));
  }

  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }

  private static @Nullable Instant instant(@Nullable String text) {
    return text == null ? null : Instant.parse(text);
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("the jobs could not be closed", e);
    }
  }
}
