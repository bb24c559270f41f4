package org.lifecircle.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.Walk;
import org.lifecircle.town.LeakOracle;
import org.lifecircle.walk.TriedTown.Pair;

/** Law 1: no walk crosses a standing barrier away from an opening, or enters a solid. */
class LeakLawTest {

  /** Looking for leaks takes longer than walking: one pair of doors in so many. */
  private static final int ONE_IN = 7;

  @Test
  void no_walk_leaks_in_random_towns() {
    int[] walks = new int[1];
    TriedTown.each(
        400,
        town -> {
          LeakOracle leaks = LeakOracle.of(town.area(), TriedTown.RULES);
          List<Pair> pairs = town.pairs();
          for (int i = 0; i < pairs.size(); i += ONE_IN) {
            walks[0] += soundWalk(town, pairs.get(i), leaks) ? 1 : 0;
          }
        });
    assertTrue(walks[0] > 400, () -> "few walks to look at: " + walks[0]);
  }

  private static boolean soundWalk(TriedTown town, Pair pair, LeakOracle leaks) {
    Optional<Walk> walk = town.network().walk(pair.from().at(), pair.to().at(), Measure.distance());
    if (walk.isEmpty()) {
      return false;
    }
    List<String> found = leaks.check(walk.get().geometry(), town.compoundsOf(pair));
    town.claim(found.isEmpty(), pair, found);
    double drawn = walk.get().geometry().getLength();
    double told = walk.get().distanceMillimetres() / 1000.0;
    double roundedUp = 0.002 * walk.get().geometry().getNumPoints();
    town.claim(drawn <= told + 0.002 && told <= drawn + roundedUp, pair, told, drawn);
    return true;
  }

  @Test
  void the_line_of_a_walk_begins_and_ends_where_it_was_asked_to() {
    TriedTown.each(
        100,
        town -> {
          for (Pair pair : town.pairs().subList(0, 20)) {
            town.network()
                .walk(pair.from().at(), pair.to().at(), Measure.distance())
                .ifPresent(
                    walk -> {
                      assertEquals(
                          0, walk.geometry().getCoordinateN(0).distance(pair.from().at()), 0.001);
                      assertEquals(
                          0,
                          walk.geometry().getEndPoint().getCoordinate().distance(pair.to().at()),
                          0.001);
                    });
          }
        });
  }
}
