package org.lifecircle.io.osm;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where the values of a column come from.
 *
 * @param attempts the first that gives something wins
 */
record OsmColumn(String name, List<Attempt> attempts) {

  /**
   * One try.
   *
   * @param tag whose value is read; empty when the value is fixed
   * @param reports whether a value that gives nothing is worth reporting
   * @param meanings all it can give, where that is known beforehand
   */
  record Attempt(
      String tag,
      Function<String, Optional<Object>> reading,
      boolean reports,
      List<Object> meanings) {

    /** Always this value. */
    static Attempt is(Object value) {
      return new Attempt("", text -> Optional.of(value), false, List.of(value));
    }

    /** What the tag's value means; other values mean nothing. */
    static Attempt meaning(String tag, Map<String, Object> meanings) {
      return new Attempt(
          tag,
          text -> OsmTest.parts(text).filter(meanings::containsKey).findFirst().map(meanings::get),
          false,
          List.copyOf(meanings.values()));
    }

    /** The tag's value, read. */
    static Attempt read(String tag, OsmReading reading) {
      return new Attempt(tag, reading::read, reading.reports(), List.of());
    }
  }

  OsmColumn {
    attempts = List.copyOf(attempts);
  }

  /**
   * The column's value, if there is one.
   *
   * @param unread takes the tags that could not be read, as {@code width=wide}
   */
  Optional<Object> value(Map<String, String> tags, List<String> unread) {
    for (Attempt attempt : attempts) {
      String text = attempt.tag().isEmpty() ? "" : tags.get(attempt.tag());
      if (text == null) {
        continue;
      }
      Optional<Object> value = attempt.reading().apply(text);
      if (value.isPresent()) {
        return value;
      }
      if (attempt.reports()) {
        unread.add(attempt.tag() + "=" + text);
      }
    }
    return Optional.empty();
  }
}
