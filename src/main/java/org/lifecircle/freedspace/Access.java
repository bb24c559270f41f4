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
  private record Way(Path path, Coordinate from, Coordinate to, double metres) {}

  /** The shortest strip that nothing which stays stands on, if there is one. */
  static Optional<Access> to(Geometry place, Ground ground) {
    CandidateRules rules = ground.rules().candidates();
    Envelope box = new Envelope(place.getEnvelopeInternal());
    box.expandBy(rules.accessMaxMetres());
    List<Way> ways = new ArrayList<>();
    for (Path path : ground.clearances().pathsIn(box)) {
      if (path.kind() != PathKind.CROSSING) {
        addWays(ways, path, place);
      }
    }
    ways.removeIf(way -> way.metres() > rules.accessMaxMetres());
    ways.sort(Comparator.comparingDouble(Way::metres).thenComparing(way -> way.path().id()));
    for (Way way : ways.subList(0, Math.min(MOST_TRIED, ways.size()))) {
      Geometry strip = strip(way, place, rules.accessWidthMetres());
      if (open(strip, ground)) {
        return Optional.of(new Access(way.path(), way.metres(), strip));
      }
    }
    return Optional.empty();
  }

  /** Where they are nearest, and straight to the middle: a corner may be hemmed in. */
  private static void addWays(List<Way> ways, Path path, Geometry place) {
    Coordinate[] nearest = DistanceOp.nearestPoints(path.geometry(), place);
    ways.add(new Way(path, nearest[0], nearest[1], nearest[0].distance(nearest[1])));
    Geometry middle = place.getCentroid();
    Coordinate from = DistanceOp.nearestPoints(path.geometry(), middle)[0];
    double metres = Areas.point(from).distance(place);
    ways.add(new Way(path, from, middle.getCoordinate(), metres));
  }

  private static Geometry strip(Way way, Geometry place, double width) {
    if (way.metres() < 1e-3) {
      return Areas.none();
    }
    LineString line = place.getFactory().createLineString(new Coordinate[] {way.from(), way.to()});
    return Areas.minus(Discs.thickened(line, width), place);
  }

  /** Carriageways are no room, but a strip may begin on one. */
  private static boolean open(Geometry strip, Ground ground) {
    if (strip.isEmpty()) {
      return true;
    }
    Window window = Window.of(strip.getEnvelopeInternal());
    Geometry solids = ground.room().solids(window);
    return Areas.commonArea(window.local(strip), solids) <= GRAZED_SQUARE_METRES;
  }
}
