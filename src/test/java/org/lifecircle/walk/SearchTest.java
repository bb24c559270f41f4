package org.lifecircle.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.Group;
import org.lifecircle.town.RandomTown;
import org.lifecircle.town.TownRules;

/** Where nobody's gates matter nodes are settled as they come: that must make no difference. */
class SearchTest {

  /** A search that remembers the way settles in order. */
  @Test
  void a_search_in_any_order_finds_what_one_in_order_does() {
    AtomicInteger reached = new AtomicInteger();
    RandomTown.seeds(200)
        .forEach(
            seed -> {
              Random dice = new Random(seed);
              WalkNetwork today =
                  WalkNetwork.of(
                      ClearedTown.withoutResidentsGates(RandomTown.of(seed).area()),
                      TownRules.walking());
              assertFalse(today.view().hasResidentsGates());
              WalkNetwork opened = today.with(RandomChanges.of(today.area(), dice));
              for (WalkNetwork network : List.of(today, opened)) {
                for (Measure measure : measures(network)) {
                  int cutoff = dice.nextBoolean() ? WalkNetwork.NO_CUTOFF : 150_000;
                  reached.addAndGet(
                      same(network, measure, dice.nextBoolean(), cutoff, dice, "town " + seed));
                }
              }
            });
    assertTrue(reached.get() > 10_000, () -> "few places reached: " + reached);
  }

  private static List<Measure> measures(WalkNetwork network) {
    return List.of(
        Measure.distance(),
        Measure.time(network.rules().group(Group.PLANNING)),
        Measure.time(network.rules().group("wheelchair")));
  }

  /** How many nodes both searches reach from a node. */
  private static int same(
      WalkNetwork network, Measure measure, boolean inward, int cutoff, Random dice, String town) {
    Nodes nodes = network.parts().nodes();
    Costs costs = network.costs(measure);
    int from = dice.nextInt(nodes.count());
    int reached = 0;
    try (Search anyOrder = new Search(network.view(), costs, nodes, inward, cutoff);
        Search inOrder = new Search(network.view(), costs, nodes, inward, cutoff).traced()) {
      for (Search search : List.of(anyOrder, inOrder)) {
        search.start(from, 0, 0);
        search.run();
      }
      for (int node = 0; node < nodes.count(); node++) {
        int cost = inOrder.costTo(node, Labels.NONE);
        assertEquals(cost, anyOrder.costTo(node, Labels.NONE), town + ", node " + node);
        reached += cost == Search.UNREACHED ? 0 : 1;
      }
    }
    return reached;
  }
}
