package org.lifecircle.walk;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.Entrance;
import org.lifecircle.model.Facility;
import org.lifecircle.model.Serves;
import org.lifecircle.town.WalkOracle;
import org.lifecircle.town.WalkOracle.Bracket;
import org.lifecircle.walk.TriedTown.Pair;
import org.locationtech.jts.geom.Coordinate;

/**
 * Laws 2 and 5 in whole towns: every walk is as long as a brute-force reading of the definitions
 * says, which tries the residents' gates of every pair of compounds; and what coverage counts by is
 * the same walk.
 */
class ExactLawTest {

  @Test
  void every_walk_is_as_long_as_the_definitions_say() {
    int[] there = new int[2];
    TriedTown.each(
        400,
        town -> {
          WalkOracle oracle = WalkOracle.of(town.area(), TriedTown.RULES);
          for (Pair pair : town.pairs()) {
            Bracket bracket = oracle.distance(pair.from().at(), pair.to().at());
            double metres = town.metres(pair);
            town.claim(!bracket.isDecided() || bracket.allows(metres), pair, metres, bracket);
            there[Double.isFinite(metres) ? 0 : 1]++;
          }
        });
    assertTrue(there[0] > 2000 && there[1] > 500, () -> there[0] + " walks, none " + there[1]);
  }

  @Test
  void what_coverage_counts_by_is_the_walk() {
    TriedTown.each(
        400,
        town -> {
          int[][] costs = town.costs();
          List<Facility> facilities = town.area().facilities();
          List<Entrance> entrances = town.area().entrances();
          for (int f = 0; f < facilities.size(); f++) {
            for (int e = 0; e < entrances.size(); e += 2) {
              same(town, entrances.get(e), facilities.get(f), costs[f][e]);
            }
          }
        });
  }

  /** A facility that serves its compound may be as far as the walk, or not for this door. */
  private static void same(TriedTown town, Entrance entrance, Facility facility, int cost) {
    Coordinate from = entrance.geometry().getCoordinate();
    Coordinate to = facility.geometry().getCoordinate();
    int walked =
        town.network()
            .walk(from, to, Measure.distance())
            .map(walk -> walk.distanceMillimetres())
            .orElse(WalkNetwork.UNREACHED);
    boolean notForThem = facility.serves() == Serves.COMPOUND && cost == WalkNetwork.UNREACHED;
    town.claim(
        notForThem || Math.abs((long) cost - walked) <= 3,
        entrance.id(),
        facility.id(),
        cost,
        walked);
  }

  @Test
  void the_nearest_of_several_is_the_nearest_of_each() {
    TriedTown.each(
        400,
        town -> {
          int[][] each = town.costs();
          int[] nearest =
              town.network()
                  .costsToNearest(
                      town.area().facilities(), Measure.distance(), WalkNetwork.NO_CUTOFF);
          for (int e = 0; e < nearest.length; e++) {
            int least = WalkNetwork.UNREACHED;
            for (int[] costs : each) {
              least = Math.min(least, costs[e]);
            }
            town.claim(nearest[e] == least, town.area().entrances().get(e).id(), nearest[e], least);
          }
        });
  }
}
