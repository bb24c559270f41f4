package org.lifecircle.store;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The database of what changes from day to day: scenarios, jobs, audit. The same tables and the
 * same statements on either kind; only how a piece of work is done all or not at all differs.
 *
 * <p>Safe for threads and for several programs. What a write has returned from is on disk.
 */
interface Records extends AutoCloseable {

  /** Something to be done with the tables. */
  interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  /** Does it all or not at all; while it does, nobody else writes what it has read. */
  <T> T write(Work<T> work);

  /** Asks one question. */
  <T> T read(Work<T> work);

  @Override
  void close();
}
