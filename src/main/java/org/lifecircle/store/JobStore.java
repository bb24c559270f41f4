package org.lifecircle.store;

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

  private final Records records;

  private JobStore(Records records) {
    this.records = records;
  }

  /**
   * The jobs of a workspace.
   *
   * @throws IllegalStateException if its records are not ours or cannot be written
   */
  public static JobStore of(Workspace workspace) {
    return new JobStore(workspace.openRecords());
  }

  /** Keeps a job as it is now. */
  public void put(KeptJob job) {
    records.write(
        sql -> {
          put(sql, job);
          return job;
        });
  }

  private static void put(Connection sql, KeptJob job) throws SQLException {
    try (PreparedStatement insert =
        sql.prepareStatement(
            "INSERT INTO jobs ("
                + COLUMNS
                + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
                + " status = excluded.status, progress = excluded.progress,"
                + " message = excluded.message, result = excluded.result,"
                + " started_at = excluded.started_at, finished_at = excluded.finished_at")) {
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
    }
  }

  /** Forgets a job that never was one. */
  public void remove(String id) {
    records.write(
        sql -> {
          try (PreparedStatement delete = sql.prepareStatement("DELETE FROM jobs WHERE id = ?")) {
            delete.setString(1, id);
            return delete.executeUpdate();
          }
        });
  }

  /** The job of this id, if there is one. */
  public Optional<KeptJob> find(String id) {
    return records.read(sql -> read(sql, "WHERE id = ?", id)).stream().findFirst();
  }

  /** The jobs of an area, the newest first. */
  public List<KeptJob> list(String area) {
    return records.read(sql -> read(sql, "WHERE area = ? ORDER BY created_at DESC, id", area));
  }

  /** Those that nobody works at any more, because the server that did has gone, have failed. */
  public void failUnfinished(String why, Instant now) {
    records.write(
        sql -> {
          List<KeptJob> left = read(sql, "WHERE status = ?", JobStatus.ACCEPTED.code());
          left.addAll(read(sql, "WHERE status = ?", JobStatus.RUNNING.code()));
          for (KeptJob job : left) {
            put(sql, job.failed(why, now));
          }
          return left;
        });
  }

  private static List<KeptJob> read(Connection sql, String where, String value)
      throws SQLException {
    try (PreparedStatement query =
        sql.prepareStatement("SELECT " + COLUMNS + " FROM jobs " + where)) {
      query.setString(1, value);
      List<KeptJob> found = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(job(rows));
        }
      }
      return found;
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
        Moments.require(row, 10),
        Moments.find(row, 11),
        Moments.find(row, 12));
  }

  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }

  @Override
  public void close() {
    records.close();
  }
}
