package org.lifecircle.report;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.lifecircle.model.Coded;
import org.lifecircle.model.Text;

/** The sentences of a report in one language, from a file that an institute may reword. */
public final class Words {

  private final String language;
  private final String file;
  private final Properties properties;

  private Words(String language, String file, Properties properties) {
    this.language = language;
    this.file = file;
    this.properties = properties;
  }

  /**
   * Reads {@code LANGUAGE.properties}.
   *
   * @throws IOException if it is not there, or cannot be read
   */
  static Words read(Path folder, String language) throws IOException {
    Path path = folder.resolve(language + ".properties");
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IllegalArgumentException e) {
      throw new IOException(path + ": " + e.getMessage(), e);
    }
    return new Words(language, path.toString(), properties);
  }

  /** {@code zh} or {@code en}. */
  public String language() {
    return language;
  }

  /**
   * A sentence, with {0}, {1} … replaced; what is put in is never read as a template itself.
   *
   * @throws IllegalStateException if the file lost it
   */
  public String say(String key, Object... arguments) {
    String template = properties.getProperty(key);
    if (template == null) {
      throw new IllegalStateException(
          file + " 中缺少“" + key + "”。The report's wording has no '" + key + "'.");
    }
    StringBuilder said = new StringBuilder(template.length() + 32);
    int from = 0;
    while (true) {
      int open = template.indexOf('{', from);
      int close = open < 0 ? -1 : template.indexOf('}', open);
      if (close < 0) {
        return said.append(template, from, template.length()).toString();
      }
      String number = template.substring(open + 1, close);
      boolean known = number.matches("\\d{1,2}") && Integer.parseInt(number) < arguments.length;
      said.append(template, from, open);
      said.append(
          known ? arguments[Integer.parseInt(number)] : template.substring(open, close + 1));
      from = close + 1;
    }
  }

  /** A sentence that may be left empty. */
  Optional<String> find(String key) {
    return Optional.ofNullable(properties.getProperty(key))
        .map(String::strip)
        .filter(w -> !w.isEmpty());
  }

  /** What people call a code, for example {@code gate.residents}. */
  String say(String what, Coded code) {
    return say(what + "." + code.code());
  }

  String in(Text text) {
    return text.in(language);
  }
}
