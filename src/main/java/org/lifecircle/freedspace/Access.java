package org.lifecircle.freedspace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lifecircle.model.CandidateRules;
import org.lifecircle.model.Path;
import org.lifecircle.model.PathKind;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.distance.DistanceOp;

/**
 * The strip by which a place is reached from a path.
 *
 * @param strip in the area's coordinates; ends flat
 */
record Access(Path path, double metres, Geometry strip) {

  private static final int MOST_TRIED = 16;

  /** Corners of the strip may graze a façade by this much. */
  private static final double GRAZED_SQUARE_METRES = 0.05;

  /** From a place on a path to one in the ground, so many metres before that begins. */
  private record Way(Path path, int rank, Coordinate from, Coordinate to, double metres) {

    /** To the millimetre: what rounding tells apart is equally far. */
    static final Comparator<Way> ORDER =
        Comparator.comparingLong((Way way) -> Math.round(1000 * way.metres))
            .thenComparingInt(Way::rank)
            .thenComparing(way -> way.path.id());
  }

  /** All that the access to a place rests on. */
  private record Scene(
      Geometry place, CandidateRules rules, List<Path> paths, List<Geometry> solids) {}

  /** The shortest strip that nothing which stays stands on, if there is one. */
  static Optional<Access> to(Geometry place, Ground ground) {
    CandidateRules rules = ground.rules().candidates();
    Envelope box = new Envelope(place.getEnvelopeInternal());
    box.expandBy(rules.accessMaxMetres());
    Scene scene =
        new Scene(place, rules, ground.clearances().pathsIn(box), ground.room().solidsIn(box));
    return ground.notebook().of(scene, () -> shortest(scene));
  }

  private static Optional<Access> shortest(Scene scene) {
    CandidateRules rules = scene.rules();
    List<Way> ways = new ArrayList<>();
    for (Path path : scene.paths()) {
      if (path.kind() != PathKind.CROSSING) {
        addWays(ways, path, scene.place());
      }
    }
    ways.removeIf(way -> way.metres() > rules.accessMaxMetres());
    ways.sort(Way.ORDER);
    for (Way way : ways.subList(0, Math.min(MOST_TRIED, ways.size()))) {
      Geometry strip = strip(way, scene.place(), rules.accessWidthMetres());
      if (open(strip, scene.solids())) {
        return Optional.of(new Access(way.path(), way.metres(), strip));
      }
    }
    return Optional.empty();
  }

  /**
   * To the middle of the nearest side; where they are nearest; and straight to the middle, for
   * sides may be hemmed in.
   */
  private static void addWays(List<Way> ways, Path path, Geometry place) {
    Coordinate[] corners = place.getCoordinates();
    Way nearestSide = null;
    for (int i = 1; i < corners.length; i++) {
      Coordinate side = LineSegment.midPoint(corners[i - 1], corners[i]);
      Coordinate from = DistanceOp.nearestPoints(path.geometry(), Areas.point(side))[0];
      Way way = new Way(path, 0, from, side, from.distance(side));
      if (nearestSide == null || Way.ORDER.compare(way, nearestSide) < 0) {
        nearestSide = way;
      }
    }
    if (nearestSide != null) {
      ways.add(nearestSide);
    }
    Coordinate[] nearest = DistanceOp.nearestPoints(path.geometry(), place);
    ways.add(new Way(path, 1, nearest[0], nearest[1], nearest[0].distance(nearest[1])));
    Geometry middle = place.getCentroid();
    Coordinate from = DistanceOp.nearestPoints(path.geometry(), middle)[0];
    double metres = Areas.point(from).distance(place);
    ways.add(new Way(path, 2, from, middle.getCoordinate(), metres));
  }

  private static Geometry strip(Way way, Geometry place, double width) {
    if (way.metres() < 1e-3) {
      return Areas.none();
    }
    LineString line = place.getFactory().createLineString(new Coordinate[] {way.from(), way.to()});
    return Areas.minus(Discs.thickened(line, width), place);
  }

  /** Carriageways are no room, but a strip may begin on one. */
  private static boolean open(Geometry strip, List<Geometry> solids) {
    double grazed = 0;
    for (Geometry solid : solids) {
      if (grazed <= GRAZED_SQUARE_METRES) {
        grazed += Areas.commonArea(strip, solid);
      }
    }
    return grazed <= GRAZED_SQUARE_METRES;
  }
}
