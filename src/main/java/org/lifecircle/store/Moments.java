package org.lifecircle.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Points of time in the records: text in SQLite, which has no type for them, {@code timestamptz} in
 * PostgreSQL, which counts microseconds.
 */
final class Moments {

  private Moments() {}

  /** Now, as exactly as it can be kept. */
  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  static @Nullable Instant find(ResultSet row, int column) throws SQLException {
    Object value = row.getObject(column);
    if (value instanceof Timestamp time) {
      return time.toInstant();
    }
    return value == null ? null : Instant.parse(value.toString());
  }

  static Instant require(ResultSet row, int column) throws SQLException {
    Instant found = find(row, column);
    if (found == null) {
      throw new SQLException("column " + column + " is empty");
    }
    return found;
  }
}
