package org.lifecircle.io.osm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.RawFeature;
import org.lifecircle.model.IssueAction;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Text;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;

/**
 * Finds facilities mapped twice: as a point, and as the building or ground round it, of the same
 * kind and name. The point goes, for the outline knows how large the place is. What has no name is
 * left alone: two toilets may well stand in one park.
 */
final class FacilityTwins {

  private record KindAndName(Object kind, Object name) {}

  private FacilityTwins() {}

  static void remove(FeatureSink sink) {
    List<RawFeature> facilities = sink.features(Layer.FACILITIES);
    Map<KindAndName, List<RawFeature>> outlines = new HashMap<>();
    for (RawFeature facility : facilities) {
      KindAndName key = key(facility);
      if (key != null && !(facility.geometry() instanceof Point)) {
        outlines.computeIfAbsent(key, k -> new ArrayList<>()).add(facility);
      }
    }
    Set<String> twins = new HashSet<>();
    for (RawFeature facility : facilities) {
      KindAndName key = key(facility);
      if (key != null && facility.geometry() instanceof Point point) {
        RawFeature outline = outlineRound(point, outlines.getOrDefault(key, List.of()));
        if (outline != null) {
          twins.add(String.valueOf(facility.id()));
          report(facility, outline, sink);
        }
      }
    }
    if (!twins.isEmpty()) {
      sink.replace(
          Layer.FACILITIES, facilities.stream().filter(f -> !twins.contains(f.id())).toList());
    }
  }

  private static @Nullable KindAndName key(RawFeature facility) {
    Object kind = facility.properties().get("kind");
    Object name = facility.properties().get("name");
    return kind == null || name == null ? null : new KindAndName(kind, name);
  }

  private static @Nullable RawFeature outlineRound(Point point, List<RawFeature> outlines) {
    for (RawFeature outline : outlines) {
      Geometry area = outline.geometry();
      if (area != null
          && SimplePointInAreaLocator.locate(point.getCoordinate(), area) != Location.EXTERIOR) {
        return outline;
      }
    }
    return null;
  }

  private static void report(RawFeature point, RawFeature outline, FeatureSink sink) {
    sink.issue(
        Layer.FACILITIES,
        String.valueOf(point.id()),
        "mapped_twice",
        IssueAction.REJECTED,
        new Text(
            "与 " + outline.id() + " 同类同名且在其内，视为同一设施，保留后者",
            "lies in " + outline.id() + " of the same kind and name; the latter was kept"),
        point.geometry());
  }
}
