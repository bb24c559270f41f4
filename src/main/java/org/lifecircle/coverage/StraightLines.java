package org.lifecircle.coverage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntUnaryOperator;
import org.lifecircle.model.Entrance;
import org.lifecircle.model.Facility;
import org.lifecircle.model.Gate;
import org.lifecircle.model.Serves;
import org.lifecircle.model.StudyArea;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/**
 * Which entrances would be near enough if nothing stood in the way: what planners screen with. A
 * facility is where it is drawn, its whole ground included, and at each of its own entrances and of
 * the gates on its outline. One that serves only its compound is near nobody but those who live
 * there and in compounds joined with it.
 */
final class StraightLines {

  private record Key(List<Integer> facilities, int metres) {}

  private final StudyArea area;
  private final FacilityPool pool;
  private final IntUnaryOperator groups;
  private final int[] groupOfEntrance;
  private final double gateToleranceMetres;
  private final STRtree entrances = new STRtree();
  private final Map<String, List<Point>> ownEntrances = new HashMap<>();
  private final Map<Key, BitSet> kept = new ConcurrentHashMap<>();

  /**
   * @param gateToleranceMetres a gate this near a facility's outline is one of its doors
   * @param groups by compound, the compounds joined with it
   * @param groupOfEntrance the same by entrance; {@link Home#NONE} where no compound is known
   */
  StraightLines(
      StudyArea area,
      FacilityPool pool,
      double gateToleranceMetres,
      IntUnaryOperator groups,
      int[] groupOfEntrance) {
    this.area = area;
    this.gateToleranceMetres = gateToleranceMetres;
    this.pool = pool;
    this.groups = groups;
    this.groupOfEntrance = groupOfEntrance;
    for (int i = 0; i < area.entrances().size(); i++) {
      Entrance entrance = area.entrances().get(i);
      entrances.insert(entrance.geometry().getEnvelopeInternal(), i);
      if (entrance.facilityId() != null) {
        ownEntrances
            .computeIfAbsent(entrance.facilityId(), id -> new ArrayList<>())
            .add(entrance.geometry());
      }
    }
    entrances.build();
  }

  /** The entrances within so many metres of any of the facilities; not to be changed. */
  BitSet within(List<Integer> facilities, int metres) {
    return kept.computeIfAbsent(new Key(facilities, metres), this::find);
  }

  /** From a place to a facility, to its ground or the nearest of its doors. */
  double metres(Point from, int facility) {
    return doors(pool.facility(facility)).stream()
        .mapToDouble(door -> door.distance(from))
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  private BitSet find(Key key) {
    BitSet near = new BitSet();
    for (int number : key.facilities()) {
      Facility facility = pool.facility(number);
      BitSet own = new BitSet();
      doors(facility).forEach(door -> mark(door, key.metres(), own));
      if (facility.serves() == Serves.COMPOUND) {
        int home = pool.compound(number);
        int group = home == PolygonIndex.NOWHERE ? Home.NONE : groups.applyAsInt(home);
        own.stream()
            .filter(e -> group != Home.NONE && groupOfEntrance[e] == group)
            .forEach(near::set);
      } else {
        near.or(own);
      }
    }
    return near;
  }

  /** Where one can be said to have arrived. */
  private List<Geometry> doors(Facility facility) {
    List<Geometry> doors = new ArrayList<>();
    doors.add(facility.geometry());
    doors.addAll(ownEntrances.getOrDefault(facility.id(), List.of()));
    if (facility.geometry() instanceof Polygonal) {
      Envelope near = new Envelope(facility.geometry().getEnvelopeInternal());
      near.expandBy(gateToleranceMetres);
      area.gates().stream()
          .map(Gate::geometry)
          .filter(gate -> near.covers(gate.getCoordinate()))
          .filter(gate -> facility.geometry().isWithinDistance(gate, gateToleranceMetres))
          .forEach(doors::add);
    }
    return doors;
  }

  private void mark(Geometry target, int metres, BitSet near) {
    Envelope window = new Envelope(target.getEnvelopeInternal());
    window.expandBy(metres);
    Nearness nearness = target instanceof Point p ? toPoint(p) : toGround(target);
    entrances.query(
        window,
        item -> {
          int entrance = (Integer) item;
          if (!near.get(entrance)
              && nearness.metres(area.entrances().get(entrance).geometry()) <= metres) {
            near.set(entrance);
          }
        });
  }

  private interface Nearness {
    double metres(Point from);
  }

  private static Nearness toPoint(Point target) {
    Coordinate to = target.getCoordinate();
    return from -> from.getCoordinate().distance(to);
  }

  private static Nearness toGround(Geometry target) {
    IndexedFacetDistance outline = new IndexedFacetDistance(target);
    if (!(target instanceof Polygonal)) {
      return outline::distance;
    }
    IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(target);
    return from ->
        inside.locate(from.getCoordinate()) != Location.EXTERIOR ? 0 : outline.distance(from);
  }
}
