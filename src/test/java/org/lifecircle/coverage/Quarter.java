package org.lifecircle.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.AreaProfile;
import org.lifecircle.model.Building;
import org.lifecircle.model.Compound;
import org.lifecircle.model.Criterion;
import org.lifecircle.model.Entrance;
import org.lifecircle.model.Evidence;
import org.lifecircle.model.Facility;
import org.lifecircle.model.FacilityOrigin;
import org.lifecircle.model.FacilityStatus;
import org.lifecircle.model.Feature;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Lift;
import org.lifecircle.model.PopulationCell;
import org.lifecircle.model.Serves;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Text;
import org.lifecircle.model.Unit;
import org.lifecircle.model.UnitKind;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/**
 * A quarter of a town told in a few lines, and how far it is to walk in it, told by hand: coverage
 * takes walks as it finds them. Unless told otherwise the boundary is 1 km × 1 km from the origin.
 */
final class Quarter {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final Map<Layer, List<Feature>> layers = new EnumMap<>(Layer.class);
  private final Map<String, Map<String, Integer>> walks = new HashMap<>();
  private Geometry boundary = rectangle(0, 0, 1000, 1000);

  static Geometry rectangle(double x1, double y1, double x2, double y2) {
    return FACTORY.toGeometry(new Envelope(x1, x2, y1, y2));
  }

  static Point point(double x, double y) {
    return FACTORY.createPoint(new Coordinate(x, y));
  }

  Quarter boundary(double x1, double y1, double x2, double y2) {
    boundary = rectangle(x1, y1, x2, y2);
    return this;
  }

  Quarter compound(String id, @Nullable Double residents, Geometry ground) {
    return compound(id, residents, null, null, ground);
  }

  Quarter compound(
      String id,
      @Nullable Double residents,
      @Nullable Double aged60Plus,
      @Nullable Double agedUnder6,
      Geometry ground) {
    return add(
        new Compound(
            id,
            null,
            null,
            null,
            residents,
            aged60Plus,
            agedUnder6,
            null,
            null,
            null,
            null,
            null,
            ground));
  }

  /** A residential building, 20 m × 10 m, its lower left corner here. */
  Quarter building(
      String id,
      @Nullable String compound,
      @Nullable Integer floors,
      @Nullable Double residents,
      double x,
      double y) {
    return building(id, compound, "residential", floors, residents, x, y);
  }

  Quarter building(
      String id,
      @Nullable String compound,
      @Nullable String use,
      @Nullable Integer floors,
      @Nullable Double residents,
      double x,
      double y) {
    Geometry ground = rectangle(x, y, x + 20, y + 10);
    return add(new Building(id, compound, use, floors, null, null, residents, null, ground));
  }

  Quarter entrance(String id, @Nullable String building, @Nullable Double residents) {
    return entrance(id, building, Lift.NONE, residents, 0, 0);
  }

  Quarter entrance(
      String id,
      @Nullable String building,
      Lift lift,
      @Nullable Double residents,
      double x,
      double y) {
    return add(new Entrance(id, building, null, null, lift, residents, point(x, y)));
  }

  /** A house of one floor with one entrance on its corner, in which so many live. */
  Quarter house(String id, @Nullable String compound, double residents, double x, double y) {
    building("b-" + id, compound, 1, residents, x, y);
    return entrance(id, "b-" + id, Lift.NONE, null, x, y);
  }

  Quarter facility(String id, String kind, double x, double y) {
    return facility(id, kind, Serves.PUBLIC, FacilityStatus.OPEN, null, point(x, y));
  }

  Quarter facility(
      String id,
      String kind,
      Serves serves,
      FacilityStatus status,
      @Nullable Double land,
      Geometry where) {
    return add(
        new Facility(
            id, kind, null, serves, null, null, land, FacilityOrigin.EXISTING, status, where));
  }

  Quarter cell(String id, double residents, Geometry ground) {
    return cell(id, residents, null, null, ground);
  }

  Quarter cell(
      String id,
      double residents,
      @Nullable Double aged60Plus,
      @Nullable Double agedUnder6,
      Geometry ground) {
    return add(new PopulationCell(id, residents, aged60Plus, agedUnder6, ground));
  }

  Quarter unit(String id, UnitKind kind, Geometry ground) {
    return add(new Unit(id, kind, null, ground));
  }

  Quarter add(Feature feature) {
    Layer layer =
        Arrays.stream(Layer.values())
            .filter(l -> l.type().isInstance(feature))
            .findFirst()
            .orElseThrow();
    layers.computeIfAbsent(layer, l -> new ArrayList<>()).add(feature);
    return this;
  }

  /**
   * From an entrance to a facility it is so many metres, and as many seconds for the planning
   * group; else no walk.
   */
  Quarter walk(String entrance, String facility, double metres) {
    walks
        .computeIfAbsent(facility, f -> new TreeMap<>())
        .put(entrance, (int) Math.round(metres * 1000));
    return this;
  }

  /** As told; null when there is no walk. */
  @Nullable Integer walkMillimetres(String entrance, String facility) {
    return walks.getOrDefault(facility, Map.of()).get(entrance);
  }

  StudyArea area() {
    AreaProfile profile =
        new AreaProfile(
            "quarter", new Text("街坊", "A quarter"), "EPSG:4546", Evidence.SURVEY, "test");
    StudyArea area = StudyArea.empty(profile, boundary);
    for (Map.Entry<Layer, List<Feature>> layer : layers.entrySet()) {
      area = area.with(layer.getKey(), layer.getValue());
    }
    return area;
  }

  /** The walks as told, at each group's speed. */
  EntranceCosts costs() {
    StudyArea area = area();
    return (facilities, criterion, group) ->
        area.entrances().stream()
            .mapToInt(
                entrance ->
                    facilities.stream()
                        .map(f -> walks.getOrDefault(f.id(), Map.of()).get(entrance.id()))
                        .filter(Objects::nonNull)
                        .mapToInt(
                            mm ->
                                criterion == Criterion.TIME
                                    ? mm * 1000 / group.speedMillimetresPerSecond()
                                    : mm)
                        .min()
                        .orElse(EntranceCosts.UNREACHED))
            .toArray();
  }
}
