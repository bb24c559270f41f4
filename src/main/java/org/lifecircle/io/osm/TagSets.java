package org.lifecircle.io.osm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The tags of all elements, each distinct set of them kept once: thirteen thousand ways that say no
 * more than {@code building=yes} share one. Keys nobody asked for are not kept at all.
 */
final class TagSets {

  private final Predicate<String> keyIsKept;
  private final OsmLimits limits;
  private final Map<String, String> strings = new HashMap<>();
  private final Map<Map<String, String>, Integer> numbers = new HashMap<>();
  private final List<Map<String, String>> sets = new ArrayList<>();
  private final Map<String, String> open = new HashMap<>();
  private long chars;

  TagSets(Predicate<String> keyIsKept, OsmLimits limits) {
    this.keyIsKept = keyIsKept;
    this.limits = limits;
    close();
  }

  boolean keeps(String key) {
    return keyIsKept.test(key);
  }

  /**
   * Adds a tag to the element being read.
   *
   * @throws UnreadableException if its value, or all values together, are longer than anything real
   */
  void add(String key, String value) {
    if (!keeps(key)) {
      return;
    }
    if (value.length() > limits.tagChars()) {
      throw new UnreadableException(
          "标签 %s 的值有 %d 个字符，上限为 %d。".formatted(key, value.length(), limits.tagChars()),
          "the value of tag %s has %d characters; at most %d are read."
              .formatted(key, value.length(), limits.tagChars()));
    }
    open.put(intern(key), intern(value));
  }

  /** Ends the element being read and gives the number of its tag set; no tags at all are 0. */
  int close() {
    Integer number = numbers.get(open);
    if (number == null) {
      number = sets.size();
      Map<String, String> set = Collections.unmodifiableMap(new TreeMap<>(open));
      sets.add(set);
      numbers.put(set, number);
    }
    open.clear();
    return number;
  }

  /** The tags of a set, in the order of their keys. */
  Map<String, String> get(int number) {
    return sets.get(number);
  }

  private String intern(String string) {
    String known = strings.putIfAbsent(string, string);
    if (known != null) {
      return known;
    }
    chars += string.length();
    if (chars > limits.allTagChars()) {
      throw new UnreadableException(
          "全部标签超过 %d 个字符；请裁剪出更小的范围。".formatted(limits.allTagChars()),
          "all tags together exceed %d characters; cut a smaller extract."
              .formatted(limits.allTagChars()));
    }
    return string;
  }
}
