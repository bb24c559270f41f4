package org.lifecircle.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.Walk;
import org.lifecircle.walk.ReferenceMap.Problem;

/**
 * Law 2 on maps whose shortest paths others have published: the network that serves compounds finds
 * all of them.
 */
class ReferenceMapsTest {

  private static final boolean ALL = Boolean.getBoolean("lifecircle.long");

  /** Half a promille, though a tenth of one would do: lengths round up to millimetres. */
  private static final double SHARE = 0.0005;

  @Test
  void published_shortest_paths_are_found() throws IOException {
    Map<String, List<Problem>> byMap =
        ReferenceMap.problems().stream()
            .collect(Collectors.groupingBy(Problem::map, TreeMap::new, Collectors.toList()));
    assertEquals(82, byMap.size());
    int solved = 0;
    int maps = 0;
    double worst = 0;
    for (List<Problem> problems : byMap.values()) {
      ReferenceMap map = ReferenceMap.read(problems.get(0).map());
      if (ALL || (map.corners() < 1_500 && maps++ % 2 == 0)) {
        WalkNetwork network = WalkNetwork.of(map.area(), TriedTown.RULES);
        for (Problem problem : problems) {
          worst = Math.max(worst, error(network, map, problem));
          solved++;
        }
      }
    }
    double most = worst;
    assertTrue(most <= SHARE, () -> "worst error " + most);
    assertTrue(ALL ? solved == 4_100 : solved >= 1_500, "problems solved: " + solved);
  }

  private static double error(WalkNetwork network, ReferenceMap map, Problem problem) {
    Walk walk =
        network
            .walk(
                map.corner(problem.fromX(), problem.fromY()),
                map.corner(problem.toX(), problem.toY()),
                Measure.distance())
            .orElseThrow(() -> new AssertionError("no walk: " + problem));
    double expected = problem.cells() * ReferenceMap.CELL_METRES;
    return Math.abs(walk.distanceMillimetres() / 1000.0 - expected) / expected;
  }
}
