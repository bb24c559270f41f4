package org.lifecircle.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.lifecircle.store.Records.Work;

/** A PostgreSQL database with PostGIS and our tables in it, and a few connections to it. */
final class TeamDatabase implements AutoCloseable {

  private static final String SCHEMA = "lifecircle";
  private static final int MOST_CONNECTIONS = 8;
  private static final int WAIT_MILLISECONDS = 10_000;

  private final DatabaseUrl url;
  private final HikariDataSource pool;

  private TeamDatabase(DatabaseUrl url, HikariDataSource pool) {
    this.url = url;
    this.pool = pool;
  }

  /**
   * Connects, and makes our tables or brings them up to date.
   *
   * @throws UnreachableException if it cannot be reached, or is not one for us
   */
  static TeamDatabase open(DatabaseUrl url) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(url.source()); // not the text, which pools like to log
    config.setPoolName("lifecircle");
    config.setMaximumPoolSize(MOST_CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(WAIT_MILLISECONDS);
    config.setInitializationFailTimeout(1); // a wrong password does not get better
    config.setConnectionInitSql(
        "SELECT set_config('search_path', '"
            + SCHEMA
            + ", ' || current_setting('search_path'), false),"
            + " set_config('synchronous_commit', 'on', false)");
    TeamDatabase database;
    try {
      database = new TeamDatabase(url, new HikariDataSource(config));
    } catch (PoolInitializationException e) {
      throw new UnreachableException(url + ": " + because(e), e);
    }
    try {
      database.makeTables();
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private void makeTables() {
    transaction(
        sql -> {
          // Held until the end of this transaction: one program at a time makes tables.
          run(sql, "SELECT pg_advisory_xact_lock(hashtext('" + SCHEMA + "'))");
          if (!has(sql, "SELECT FROM pg_extension WHERE extname = 'postgis'")) {
            makeSpatial(sql);
            sql.commit(); // or Flyway's own connection would not see it
            run(sql, "SELECT pg_advisory_xact_lock(hashtext('" + SCHEMA + "'))");
          }
          try {
            Flyway.configure()
                .dataSource(pool)
                .defaultSchema(SCHEMA)
                .locations("classpath:sql/team")
                .load()
                .migrate();
          } catch (FlywayException e) {
            throw new UnreachableException(
                "our tables could not be made in " + url + ": " + e.getMessage(), e);
          }
          return true;
        });
  }

  private void makeSpatial(Connection sql) throws SQLException {
    try {
      run(sql, "CREATE EXTENSION postgis");
    } catch (SQLException e) {
      throw new UnreachableException(
          "数据库没有 PostGIS，请管理员在其中执行 CREATE EXTENSION postgis。 "
              + url
              + " has no PostGIS; its administrator runs CREATE EXTENSION postgis there",
          e);
    }
  }

  /** Does it all or not at all. */
  <T> T transaction(Work<T> work) {
    return with(
        connection -> {
          connection.setAutoCommit(false);
          boolean done = false;
          try {
            T result = work.in(connection);
            connection.commit();
            done = true;
            return result;
          } finally {
            if (!done) {
              rollBack(connection);
            }
          }
        });
  }

  /** Asks one question. */
  <T> T ask(Work<T> work) {
    return with(work);
  }

  private <T> T with(Work<T> work) {
    try (Connection connection = pool.getConnection()) {
      return work.in(connection);
    } catch (SQLException e) {
      throw told(e);
    }
  }

  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException lost) {
      // What went wrong is on its way already; a lost connection has rolled back by itself.
    }
  }

  private RuntimeException told(SQLException e) {
    if (e instanceof SQLTransientConnectionException || isOutside(e.getSQLState())) {
      return new UnreachableException(url + ": " + because(e), e);
    }
    return new IllegalStateException("the database refused: " + e.getMessage(), e);
  }

  /** What the driver said; the pool only says that it has waited. */
  private static @Nullable String because(Exception e) {
    return e.getCause() instanceof SQLException first ? first.getMessage() : e.getMessage();
  }

  /** No connection, no space, no permission, shut down, no disk: not our doing. */
  private static boolean isOutside(@Nullable String state) {
    return state != null
        && (state.matches("(08|28|3D|53|57|58).*")
            || state.equals("42501")
            || state.equals("25006"));
  }

  static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static boolean has(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      return found.next();
    }
  }

  @Override
  public String toString() {
    return url.toString();
  }

  @Override
  public void close() {
    pool.close();
  }
}
