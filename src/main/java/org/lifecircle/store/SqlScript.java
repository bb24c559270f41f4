package org.lifecircle.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Runs a file of {@code sql/}: statements end with a semicolon at the end of an unindented line.
 */
final class SqlScript {

  private final String text;

  private SqlScript(String text) {
    this.text = text;
  }

  static SqlScript of(String name) {
    try (InputStream in = SqlScript.class.getResourceAsStream("/sql/" + name)) {
      if (in == null) {
        throw new IllegalStateException("sql/" + name + " is not in the program");
      }
      return new SqlScript(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same script with this in the place of its {@code {name}}. */
  SqlScript with(String name, String value) {
    return new SqlScript(text.replace("{" + name + "}", value));
  }

  void run(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : text.split(";\\s*\\n\\s*\\n", -1)) {
        statement.execute(sql);
      }
    }
  }
}
