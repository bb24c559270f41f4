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

  private static final int MOST_TRIED = 8;

  /** Corners of the strip may graze a façade by this much. */
  private static final double GRAZED_SQUARE_METRES = 0.05;

  private record Way(Path path, Coordinate from, Coordinate to) {
    double metres() {
      return from.distance(to);
    }
  }

  /** The shortest strip that nothing which stays stands on, if there is one. */
  static Optional<Access> to(Geometry place, Ground ground) {
    CandidateRules rules = ground.rules().candidates();
    Envelope box = new Envelope(place.getEnvelopeInternal());
    box.expandBy(rules.accessMaxMetres());
    List<Way> ways = new ArrayList<>();
    for (Path path : ground.clearances().pathsIn(box)) {
      if (path.kind() != PathKind.CROSSING) {
        Coordinate[] nearest = DistanceOp.nearestPoints(path.geometry(), place);
        Way way = new Way(path, nearest[0], nearest[1]);
        if (way.metres() <= rules.accessMaxMetres()) {
          ways.add(way);
        }
      }
    }
    ways.sort(Comparator.comparingDouble(Way::metres).thenComparing(way -> way.path().id()));
    for (Way way : ways.subList(0, Math.min(MOST_TRIED, ways.size()))) {
      Geometry strip = strip(way, place, rules.accessWidthMetres());
      if (open(strip, ground)) {
        return Optional.of(new Access(way.path(), way.metres(), strip));
      }
    }
    return Optional.empty();
  }

  private static Geometry strip(Way way, Geometry place, double width) {
    if (way.metres() < 1e-3) {
      return Areas.none();
    }
    LineString line = place.getFactory().createLineString(new Coordinate[] {way.from(), way.to()});
    return Discs.thickened(line, width);
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
