package org.lifecircle.io.osm;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a layer.
 *
 * @param when alternatives, each of which is tests that must all hold
 * @param unless tests of which none may hold
 * @param ignore whether an element that fits gives nothing to the layer
 * @param report whether what is ignored is to be reported
 * @param set columns with fixed values
 * @param kinds of facility, each a feature of its own; empty on other layers
 * @param kindByArea the kind from so many square metres of land; empty when it does not depend
 */
record OsmRule(
    String id,
    Set<OsmShape> shapes,
    List<List<OsmTest>> when,
    List<OsmTest> unless,
    boolean ignore,
    boolean report,
    Map<String, Object> set,
    List<String> kinds,
    NavigableMap<Double, String> kindByArea,
    @Nullable Double maxAreaSquareMetres) {

  OsmRule {
    shapes = Collections.unmodifiableSet(EnumSet.copyOf(shapes));
    when = when.stream().map(List::copyOf).toList();
    unless = List.copyOf(unless);
    set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
    kinds = List.copyOf(kinds);
    kindByArea = new TreeMap<>(kindByArea);
  }

  // Plain loops: this is asked some ten million times for a city.
  boolean fits(Map<String, String> tags) {
    for (OsmTest test : unless) {
      if (test.holds(tags)) {
        return false;
      }
    }
    for (List<OsmTest> tests : when) {
      if (all(tests, tags)) {
        return true;
      }
    }
    return false;
  }

  /** The tag that made it fit, as {@code amenity=school}. */
  String reason(Map<String, String> tags) {
    for (List<OsmTest> tests : when) {
      if (all(tests, tags)) {
        String tag = tests.get(0).tag();
        return tag + "=" + tags.get(tag);
      }
    }
    return id;
  }

  private static boolean all(List<OsmTest> tests, Map<String, String> tags) {
    for (OsmTest test : tests) {
      if (!test.holds(tags)) {
        return false;
      }
    }
    return true;
  }

  /** What an element becomes that could become any of these; a polygon where there is a choice. */
  Optional<OsmShape> shape(Set<OsmShape> possible) {
    OsmShape best = null;
    for (OsmShape shape : possible) {
      best = shapes.contains(shape) ? shape : best; // in the order of the enum, polygon last
    }
    return Optional.ofNullable(best);
  }
}
