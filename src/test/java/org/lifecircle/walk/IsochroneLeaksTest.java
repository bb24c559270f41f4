package org.lifecircle.walk;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.Entrance;
import org.lifecircle.model.Wall;
import org.lifecircle.town.WalkOracle;
import org.lifecircle.town.WalkOracle.Bracket;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.linearref.LengthIndexedLine;

/**
 * Law 1 for isochrones, by a second opinion: half a metre to either side of standing walls is drawn
 * exactly when a brute-force reading of the definitions walks there in time. An isochrone that
 * leaked through a wall would be caught there first.
 */
class IsochroneLeaksTest {

  private static final double BESIDE_METRES = 0.5;

  @Test
  void beside_walls_only_what_can_be_walked_to_is_drawn() {
    int[] judged = new int[2];
    TriedTown.each(
        400,
        town -> {
          WalkOracle oracle = WalkOracle.of(town.area(), TriedTown.RULES);
          Random dice = new Random(town.name().hashCode());
          List<Entrance> doors = town.area().entrances();
          Coordinate from = doors.get(dice.nextInt(doors.size())).geometry().getCoordinate();
          int limit = 40_000 + dice.nextInt(200_000);
          town.network()
              .isochrone(from, Measure.distance(), limit, Direction.OUT)
              .ifPresent(
                  drawn ->
                      besideWalls(town, dice)
                          .forEach(
                              to -> judge(town, oracle, from, to, limit / 1000.0, drawn, judged)));
        });
    assertTrue(judged[0] > 150 && judged[1] > 150, () -> judged[0] + " in, out " + judged[1]);
  }

  /** Pairs of ground points that face each other across a wall. */
  private static List<Coordinate> besideWalls(TriedTown town, Random dice) {
    List<Coordinate> places = new ArrayList<>();
    for (Wall wall : town.area().walls()) {
      LengthIndexedLine line = new LengthIndexedLine(wall.geometry());
      double at = dice.nextDouble() * wall.geometry().getLength();
      for (int side = -1; side <= 1; side += 2) {
        Coordinate place = line.extractPoint(at, side * BESIDE_METRES);
        if (town.network().standpoint(place) == Standpoint.ON_GROUND) {
          places.add(place);
        }
      }
    }
    return places;
  }

  private static void judge(
      TriedTown town,
      WalkOracle oracle,
      Coordinate from,
      Coordinate to,
      double limit,
      Geometry drawn,
      int[] judged) {
    Bracket metres = oracle.distance(from, to);
    boolean in = SimplePointInAreaLocator.locate(to, drawn) != Location.EXTERIOR;
    boolean surelyIn = metres.highest() * 1.01 + 0.2 <= limit;
    boolean surelyOut = metres.lowest() * 0.99 - 0.2 > limit;
    boolean atEdge = drawn.getBoundary().isWithinDistance(drawn.getFactory().createPoint(to), 0.1);
    if ((surelyIn || surelyOut) && !atEdge) {
      town.claim(in == surelyIn, from, to, limit, metres, in);
      judged[in ? 0 : 1]++;
    }
  }
}
