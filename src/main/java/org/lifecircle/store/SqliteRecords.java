package org.lifecircle.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;

/** The records of a folder: one SQLite file beside the areas. */
final class SqliteRecords implements Records {

  private final ReentrantLock oneAtATime = new ReentrantLock();
  private final Connection connection;

  private SqliteRecords(Connection connection) {
    this.connection = connection;
  }

  /**
   * The records in this file.
   *
   * @throws IllegalStateException if it is not one of ours or cannot be written
   */
  static SqliteRecords open(Path file) {
    try {
      Connection connection = Sqlite.openRecords(file);
      SqlScript.of("records.sql").run(connection);
      return new SqliteRecords(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(file + " cannot be used: " + e.getMessage(), e);
    }
  }

  @Override
  public <T> T write(Work<T> work) {
    // The driver's own transactions begin when the last one ends, and would keep others out.
    return during("BEGIN IMMEDIATE", work);
  }

  @Override
  public <T> T read(Work<T> work) {
    return during("BEGIN", work);
  }

  private <T> T during(String begin, Work<T> work) {
    oneAtATime.lock();
    try {
      run(begin);
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
      throw new IllegalStateException("the records could not be read or written", e);
    } finally {
      oneAtATime.unlock();
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() {
    oneAtATime.lock();
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("the records could not be closed", e);
    } finally {
      oneAtATime.unlock();
    }
  }
}
