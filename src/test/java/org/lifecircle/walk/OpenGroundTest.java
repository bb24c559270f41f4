package org.lifecircle.walk;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.Building;
import org.lifecircle.model.StructurePosition;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Walk;
import org.lifecircle.model.Wall;
import org.lifecircle.town.GeodesicOracle;
import org.lifecircle.town.RandomTown;
import org.lifecircle.town.TownBuilder;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;

/** Law 2 on open ground: within 0.1 %, or a millimetre a link, of the shortest way there is. */
class OpenGroundTest {

  private static final double SHARE = 0.001;

  /** What snapping to millimetres and the oracle's tenth of a millimetre can add at each turn. */
  private static final double METRES_A_LINK = 0.002;

  private static final PrecisionModel MICROMETRES = new PrecisionModel(1e6);

  /** A yard of 100 by 80 m full of houses, sheds and walls that stand, lean, touch and cross. */
  private static StudyArea yard(long seed) {
    Random dice = new Random(seed * 31 + 5);
    TownBuilder town = TownBuilder.surveyed().compound("c1", 0, 0, 100, 80);
    int houses = 3 + dice.nextInt(5);
    for (int i = 0; i < houses; i++) {
      town.building("b" + i, rectangle(dice, 6 + dice.nextInt(20), 5 + dice.nextInt(8)));
    }
    for (int i = 0; i < 3; i++) {
      town.structure("s" + i, StructurePosition.GROUND, rectangle(dice, 3, 4));
    }
    for (int i = 0; i < 5; i++) {
      town.wall("w" + i, angle(dice));
    }
    return town.build();
  }

  /** On a lattice of 20 cm, so that many touch; at a slant of 3 : 4 : 5 half the time. */
  private static double[] rectangle(Random dice, int length, int width) {
    double x = 5 + 0.2 * dice.nextInt(400);
    double y = 5 + 0.2 * dice.nextInt(300);
    double c = dice.nextBoolean() ? 1 : 0.8;
    double s = c == 1 ? 0 : 0.6;
    return new double[] {
      x,
      y,
      x + c * length,
      y + s * length,
      x + c * length - s * width,
      y + s * length + c * width,
      x - s * width,
      y + c * width
    };
  }

  private static double[] angle(Random dice) {
    double x = 5 + 0.2 * dice.nextInt(450);
    double y = 5 + 0.2 * dice.nextInt(350);
    double dx = 0.2 * dice.nextInt(100);
    double dy = 0.2 * (1 + dice.nextInt(100));
    return dice.nextBoolean()
        ? new double[] {x, y, x + dx, y - dy}
        : new double[] {x, y, x + dx, y - dy, x + dx - dy, y - dy - dx};
  }

  private static GeodesicOracle oracle(StudyArea area) {
    List<Geometry> solids = new ArrayList<>();
    area.buildings().stream().map(Building::geometry).forEach(solids::add);
    area.illegalStructures().forEach(s -> solids.add(s.geometry()));
    Geometry ground =
        OverlayNG.overlay(
            area.compounds().get(0).geometry(),
            UnaryUnionNG.union(solids, MICROMETRES),
            OverlayNG.DIFFERENCE,
            MICROMETRES);
    return GeodesicOracle.of(ground, area.walls().stream().map(Wall::geometry).toList());
  }

  @Test
  void walks_across_a_yard_are_as_short_as_can_be() {
    int[] turns = new int[1];
    RandomTown.seeds(400, 78) // mitres that cross
        .forEach(
            seed -> {
              StudyArea area = yard(seed);
              GeodesicOracle oracle = oracle(area);
              WalkNetwork network = WalkNetwork.of(area, TriedTown.RULES);
              Random dice = new Random(seed);
              for (int i = 0; i < 8; i++) {
                Coordinate from = place(dice);
                Coordinate to = place(dice);
                turns[0] += shortest(seed, network, oracle, from, to);
              }
            });
    assertTrue(turns[0] > 100, () -> "the yards are too easy: " + turns[0]);
  }

  private static Coordinate place(Random dice) {
    return TownBuilder.at(1 + 98 * dice.nextDouble(), 1 + 78 * dice.nextDouble());
  }

  /** How many turns the walk takes. */
  private static int shortest(
      long seed, WalkNetwork network, GeodesicOracle oracle, Coordinate from, Coordinate to) {
    if (network.standpoint(from) != Standpoint.ON_GROUND
        || network.standpoint(to) != Standpoint.ON_GROUND) {
      return 0;
    }
    Optional<Walk> walk = network.walk(from, to, Measure.distance());
    double metres = walk.map(w -> w.distanceMillimetres() / 1000.0).orElse(1 / 0.0);
    double shortest = oracle.metres(from, to);
    int links = walk.map(w -> w.geometry().getNumPoints() - 1).orElse(0);
    double slack = Math.max(SHARE * shortest, METRES_A_LINK * links);
    assertTrue(
        metres == shortest || Math.abs(metres - shortest) <= slack,
        () -> "seed %d from %s to %s: %s, not %s".formatted(seed, from, to, metres, shortest));
    return Math.max(0, links - 1);
  }
}
