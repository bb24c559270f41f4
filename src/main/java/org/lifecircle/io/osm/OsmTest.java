package org.lifecircle.io.osm;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a rule asks of one tag. A tag that is not there fails every test. */
record OsmTest(String tag, Predicate<String> value) {

  /** The tag has one of these values, perhaps among others. */
  static OsmTest oneOf(String tag, Set<String> accepted) {
    return new OsmTest(
        tag,
        value ->
            accepted.contains(value)
                || (value.indexOf(';') >= 0 && parts(value).anyMatch(accepted::contains)));
  }

  /** The tag has all of these values. */
  static OsmTest allOf(String tag, Set<String> wanted) {
    return new OsmTest(tag, value -> parts(value).toList().containsAll(wanted));
  }

  /** The tag is there and does not say no. */
  static OsmTest present(String tag) {
    return new OsmTest(tag, value -> !value.equals("no"));
  }

  /** One of these words stands in the value, capitals or not; Latin words stand alone. */
  static OsmTest contains(String tag, List<String> words) {
    List<Pattern> patterns = words.stream().map(OsmTest::pattern).toList();
    return new OsmTest(tag, value -> patterns.stream().anyMatch(p -> p.matcher(value).find()));
  }

  boolean holds(Map<String, String> tags) {
    String found = tags.get(tag);
    return found != null && value.test(found);
  }

  /** The values of a tag that has several, as in {@code clinic;doctors}. */
  static Stream<String> parts(String value) {
    return value.indexOf(';') < 0
        ? Stream.of(value)
        : Stream.of(value.split(";")).map(String::strip);
  }

  private static Pattern pattern(String word) {
    String alone = Pattern.matches("\\p{IsLatin}.*", word) ? "(?<!\\p{IsLatin})" : "";
    String ends = Pattern.matches(".*\\p{IsLatin}", word) ? "(?!\\p{IsLatin})" : "";
    return Pattern.compile(
        alone + Pattern.quote(word) + ends, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
