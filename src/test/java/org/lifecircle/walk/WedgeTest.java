package org.lifecircle.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.Change;
import org.lifecircle.town.RandomTown;
import org.lifecircle.town.TownRules;

/** What is seen anew in some directions, and as before in all others, is what is seen all round. */
class WedgeTest {

  @Test
  void looking_where_something_went_finds_what_looking_all_round_finds() {
    int[] rows = new int[2];
    RandomTown.seeds(300)
        .forEach(
            seed -> {
              WalkNetwork network = WalkNetwork.of(RandomTown.of(seed).area(), TownRules.walking());
              Random dice = new Random(seed);
              List<Change> changes = RandomChanges.of(network.area(), dice);
              View view = network.view();
              for (Change change : changes) { // one upon the other, so that rows come from rows
                if (change instanceof Change.RemoveWall
                    || change instanceof Change.RemoveStructure) {
                  View after = network.with(List.of(change)).view();
                  same(network, after, "town " + seed + " " + change, rows);
                  view = new View(network.parts(), view, gone(view, after));
                  same(network, view, "town " + seed + " up to " + change, rows);
                }
              }
            });
    assertTrue(rows[0] > 3_000, () -> "few rows: " + rows[0]);
  }

  private static Altered gone(View view, View after) {
    BitSet all = (BitSet) view.altered().gone().clone();
    all.or(after.altered().gone());
    return new Altered(all, view.altered().access());
  }

  private static void same(WalkNetwork network, View view, String what, int[] rows) {
    Sight sight = network.parts().sight();
    for (int node : view.freshSince(network.parts().view())) {
      sight.look(node, view.standing());
      int[] all = sight.row();
      int[] found = Objects.requireNonNull(view.fresh(node));
      int through = view.freshThrough(node);
      String at = what + " node " + node;
      assertEquals(pairs(all, 0, 2 * sight.through()), pairs(found, 0, through), at);
      assertEquals(
          pairs(all, 2 * sight.through(), all.length), pairs(found, through, found.length), at);
      assertTrue(
          sight.met().stream().allMatch(m -> Arrays.stream(view.met(node)).anyMatch(k -> k == m)),
          at + " would not look again");
      rows[0]++;
    }
  }

  private static Set<Long> pairs(int[] row, int from, int to) {
    Set<Long> pairs = new TreeSet<>();
    for (int i = from; i < to; i += 2) {
      assertTrue(pairs.add((long) row[i] << 32 | row[i + 1]), "twice in one row");
    }
    return pairs;
  }

  @Test
  void nothing_is_a_wedge_that_lies_all_round_or_at_the_place() {
    WalkNetwork network = WalkNetwork.of(RandomTown.of(1).area(), TownRules.walking());
    Triangulation mesh = network.world().arrangement().mesh();
    Wedge wedge = new Wedge(mesh);
    assertFalse(wedge.spans(mesh.x(7), mesh.y(7), new int[] {7}));
    assertFalse(wedge.spans(0, 0, new int[0]));
    assertTrue(wedge.spans(mesh.x(7) - 1_000, mesh.y(7), new int[] {7}));
    assertTrue(wedge.holds(5, 0), "its bounds are taken in");
    assertFalse(wedge.holds(5, 1));
    assertFalse(wedge.holds(-5, 0), "behind");
    assertFalse(wedge.holds(0, 0));
  }
}
