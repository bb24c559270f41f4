package org.lifecircle.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lifecircle.model.BadValueException;

/**
 * A node of well-known text: {@code KEYWORD["name", 1, OTHER[…]]}.
 *
 * @param values texts, numbers and nodes, in their order
 */
record Wkt(String keyword, List<Object> values) {

  private static final int DEPTH = 12;

  Wkt {
    values = List.copyOf(values);
  }

  /**
   * The node of a text.
   *
   * @throws BadValueException if it is not well-known text
   */
  static Wkt parse(String text) {
    Parser parser = new Parser(text);
    Wkt root = parser.node(0);
    parser.requireEnd();
    return root;
  }

  boolean named(String wanted) {
    return keyword.equals(wanted);
  }

  /** The text that comes first. */
  String name() {
    return !values.isEmpty() && values.get(0) instanceof String name ? name : "";
  }

  /** The number at this place among the numbers. */
  double number(int at, double otherwise) {
    List<Double> numbers =
        values.stream().filter(Double.class::isInstance).map(Double.class::cast).toList();
    return at < numbers.size() ? numbers.get(at) : otherwise;
  }

  Optional<Wkt> child(String wanted) {
    return children(wanted).stream().findFirst();
  }

  List<Wkt> children(String wanted) {
    return values.stream()
        .filter(Wkt.class::isInstance)
        .map(Wkt.class::cast)
        .filter(w -> w.named(wanted))
        .toList();
  }

  Wkt without(String unwanted) {
    List<Object> kept = new ArrayList<>();
    for (Object value : values) {
      if (!(value instanceof Wkt child)) {
        kept.add(value);
      } else if (!child.named(unwanted)) {
        kept.add(child.without(unwanted));
      }
    }
    return new Wkt(keyword, kept);
  }

  @Override
  public String toString() {
    List<String> texts = new ArrayList<>();
    for (Object value : values) {
      texts.add(value instanceof String text ? "\"" + text + "\"" : value.toString());
    }
    return keyword + "[" + String.join(",", texts) + "]";
  }

  private static final class Parser {
    private final String text;
    private int at;

    Parser(String text) {
      this.text = text;
    }

    Wkt node(int depth) {
      String keyword = word();
      if (keyword.isEmpty() || depth > DEPTH || !(take('[') || take('('))) {
        throw unreadable();
      }
      List<Object> values = new ArrayList<>();
      do {
        values.add(value(depth));
      } while (take(','));
      if (!take(']') && !take(')')) {
        throw unreadable();
      }
      return new Wkt(keyword.toUpperCase(Locale.ROOT), values);
    }

    private Object value(int depth) {
      if (take('"')) {
        int end = text.indexOf('"', at);
        if (end < 0) {
          throw unreadable();
        }
        String value = text.substring(at, end);
        at = end + 1;
        return value;
      }
      int start = at;
      String word = word();
      if (word.isEmpty()) {
        throw unreadable();
      }
      int after = at;
      if (take('[') || take('(')) {
        at = start;
        return node(depth + 1);
      }
      at = after;
      try {
        return Double.valueOf(word);
      } catch (NumberFormatException e) {
        return word; // EAST, NORTH and their like
      }
    }

    private String word() {
      skipBlanks();
      int start = at;
      while (at < text.length() && isWord(text.charAt(at))) {
        at++;
      }
      return text.substring(start, at);
    }

    private static boolean isWord(char c) {
      return Character.isLetterOrDigit(c) || "_+-.".indexOf(c) >= 0;
    }

    private boolean take(char wanted) {
      skipBlanks();
      if (at < text.length() && text.charAt(at) == wanted) {
        at++;
        return true;
      }
      return false;
    }

    private void skipBlanks() {
      while (at < text.length()
          && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == 0)) {
        at++;
      }
    }

    void requireEnd() {
      skipBlanks();
      if (at < text.length()) {
        throw unreadable();
      }
    }

    private static BadValueException unreadable() {
      return new BadValueException(
          "坐标系定义不是有效的 WKT；请用 --crs 注明", "the definition of the CRS is not valid WKT; say --crs");
    }
  }
}
