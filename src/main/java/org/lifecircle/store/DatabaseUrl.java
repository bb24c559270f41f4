package org.lifecircle.store;

import java.util.Properties;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.BadValueException;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where the database of a team is, and how to get in. It has a password in it, so it never shows
 * itself: nor in a complaint about it.
 */
public final class DatabaseUrl {

  private static final String PREFIX = "jdbc:postgresql:";
  private static final int CONNECT_SECONDS = 10;

  /** Hosts with ports, if any, and the name of the database. */
  private static final Pattern PLACE =
      Pattern.compile(
          PREFIX
              + "(//([^/:@\\[]*|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?(,[^/:@]+(:[0-9]{1,5})?)*/)?[^/:@]*");

  private final String text;
  private final Properties parsed;

  private DatabaseUrl(String text, Properties parsed) {
    this.text = text;
    this.parsed = parsed;
  }

  /**
   * The database at this JDBC URL.
   *
   * @throws BadValueException if it is not one of PostgreSQL; what was said is not repeated
   */
  public static DatabaseUrl of(String text) {
    Properties parsed = text.startsWith(PREFIX) ? parse(text) : null;
    if (parsed == null) {
      throw new BadValueException(
          "数据库地址应形如 jdbc:postgresql://主机:5432/库名?user=…&password=…",
          "the database should be like jdbc:postgresql://HOST:5432/NAME?user=…&password=…");
    }
    return new DatabaseUrl(text, parsed);
  }

  private static @Nullable Properties parse(String text) {
    if (!PLACE.matcher(text.split("\\?", 2)[0]).matches()) {
      return null; // the driver would take a password for a port, and say it aloud
    }
    try {
      return Driver.parseURL(text, null);
    } catch (RuntimeException e) {
      return null;
    }
  }

  DataSource source() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(text);
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setTcpKeepAlive(true);
    source.setApplicationName("LifeCircle");
    source.setStringType("unspecified"); // text becomes whatever its column is, times too
    return source;
  }

  /** Without user and password. */
  @Override
  public String toString() {
    return PREFIX
        + "//"
        + PGProperty.PG_HOST.getOrDefault(parsed)
        + ":"
        + PGProperty.PG_PORT.getOrDefault(parsed)
        + "/"
        + PGProperty.PG_DBNAME.getOrDefault(parsed);
  }
}
