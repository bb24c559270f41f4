package org.lifecircle.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/** Opens SQLite files by their path, whatever characters are in it. */
final class Sqlite {

  /** How long one program waits for another to finish writing. */
  private static final int BUSY_MILLISECONDS = 10_000;

  private Sqlite() {}

  /**
   * A new file, written in one go by one hand: it needs no journal, for it is renamed when done.
   */
  static Connection create(Path file) throws SQLException {
    Connection connection = DriverManager.getConnection(url(file));
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = OFF");
      statement.execute("PRAGMA synchronous = OFF");
      statement.execute("PRAGMA application_id = 0x47504B47"); // "GPKG"
      statement.execute("PRAGMA user_version = 10300");
    }
    return connection;
  }

  /** A file nobody will ever change: no locks are taken and no journal is looked for. */
  static Connection openImmutable(Path file) throws SQLException {
    return DriverManager.getConnection(url(file) + "?mode=ro&immutable=1");
  }

  /**
   * A file that is read and written for years, by several programs at once. What is committed is on
   * disk.
   */
  static Connection openRecords(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_MILLISECONDS);
    return DriverManager.getConnection(url(file), config.toProperties());
  }

  private static String url(Path file) {
    return "jdbc:sqlite:file:" + file.toAbsolutePath().toUri().getRawPath();
  }
}
