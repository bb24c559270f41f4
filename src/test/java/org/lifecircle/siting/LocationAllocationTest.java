package org.lifecircle.siting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Small places where every choice can be tried. */
class LocationAllocationTest {

  private static final Proof PROOF = Proof.of(60);
  private static final int TOWNS = Boolean.getBoolean("lifecircle.long") ? 500 : 40;

  /** Demand points and candidates strewn over a square; some walks do not exist. */
  private static Siting town(Random random) {
    int demands = 4 + random.nextInt(10);
    int candidates = 2 + random.nextInt(7);
    long[] weights = new long[demands];
    int[][] walks = new int[demands][candidates];
    for (int d = 0; d < demands; d++) {
      weights[d] = random.nextInt(50);
      for (int c = 0; c < candidates; c++) {
        walks[d][c] = random.nextInt(10) == 0 ? Siting.UNREACHED : random.nextInt(1000);
      }
    }
    return new Siting(weights, walks);
  }

  private static List<BitSet> subsets(int candidates) {
    return IntStream.range(0, 1 << candidates)
        .mapToObj(bits -> BitSet.valueOf(new long[] {bits}))
        .toList();
  }

  private static boolean allowed(BitSet open, Choice choice) {
    BitSet fixed = (BitSet) choice.fixed().clone();
    fixed.andNot(open);
    long cost = open.stream().mapToLong(choice::cost).sum();
    boolean count =
        choice.most() == Choice.ANY
            || (choice.exactly()
                ? open.cardinality() == choice.most()
                : open.cardinality() <= choice.most());
    return fixed.isEmpty()
        && !open.intersects(choice.forbidden())
        && cost <= choice.budget()
        && count;
  }

  private static long walk(Siting siting, int d, BitSet open) {
    return open.stream().mapToLong(c -> siting.walks()[d][c]).min().orElse(Siting.UNREACHED);
  }

  private static long covered(Siting siting, BitSet open, int cutoff) {
    return IntStream.range(0, siting.weights().length)
        .filter(d -> walk(siting, d, open) <= cutoff)
        .mapToLong(d -> siting.weights()[d])
        .sum();
  }

  private static OptionalLong best(
      Siting siting, Choice choice, ToLongFunction<BitSet> value, IntFunction<Boolean> maximise) {
    var values =
        subsets(siting.walks()[0].length).stream()
            .filter(open -> allowed(open, choice))
            .mapToLong(value)
            .filter(v -> v != Long.MAX_VALUE);
    return maximise.apply(0) ? values.max() : values.min();
  }

  private static Choice someChoice(Random random, int candidates) {
    List<Long> costs = random.longs(candidates, 1, 20).boxed().toList();
    BitSet fixed = new BitSet();
    BitSet forbidden = new BitSet();
    if (random.nextBoolean()) {
      fixed.set(0);
      forbidden.set(candidates - 1);
    }
    Choice choice =
        random.nextBoolean()
            ? Choice.of(1 + random.nextInt(candidates))
            : Choice.within(random.nextInt(60), costs);
    return choice.with(fixed, forbidden);
  }

  @Test
  void maximal_covering_is_the_best_of_all_choices() {
    for (int seed = 0; seed < TOWNS; seed++) {
      Random random = new Random(seed);
      Siting siting = town(random);
      Choice choice = someChoice(random, siting.candidates());
      int cutoff = random.nextInt(600);

      var answer = MaximalCovering.solve(siting, choice, cutoff, PROOF);

      OptionalLong best =
          best(siting, choice, open -> covered(siting, open, cutoff), unused -> true);
      assertEquals(best.isPresent(), answer.isPresent(), "seed " + seed);
      if (answer.isPresent()) {
        Allocation found = answer.get();
        assertEquals(best.getAsLong(), found.objective(), "seed " + seed);
        assertEquals(found.objective(), found.bound());
        assertEquals(0, found.gap());
        assertEquals(found.objective(), covered(siting, set(found.open()), cutoff));
        assertTrue(allowed(set(found.open()), choice));
        assertServedByTheNearest(siting, found, cutoff);
      }
    }
  }

  private static void assertServedByTheNearest(Siting siting, Allocation found, int cutoff) {
    BitSet open = set(found.open());
    for (int d = 0; d < siting.weights().length; d++) {
      int by = found.servedBy().get(d);
      long walk = walk(siting, d, open);
      if (by == Allocation.NOBODY) {
        assertTrue(walk > cutoff);
      } else {
        assertEquals(walk, siting.walks()[d][by]);
      }
    }
  }

  private static BitSet set(List<Integer> open) {
    BitSet set = new BitSet();
    open.forEach(set::set);
    return set;
  }

  @Test
  void set_covering_is_the_cheapest_of_all_choices_that_serve_whom_any_could() {
    for (int seed = 0; seed < TOWNS; seed++) {
      Random random = new Random(seed);
      Siting siting = town(random);
      List<Long> costs = random.longs(siting.candidates(), 1, 20).boxed().toList();
      Choice choice = Choice.within(Long.MAX_VALUE, costs);
      int cutoff = random.nextInt(900);
      BitSet all = new BitSet();
      all.set(0, siting.candidates());
      long most = covered(siting, all, cutoff);

      Allocation found = SetCovering.solve(siting, choice, cutoff, PROOF).orElseThrow();

      long best =
          best(
                  siting,
                  choice,
                  open ->
                      covered(siting, open, cutoff) == most
                          ? open.stream().mapToLong(choice::cost).sum()
                          : Long.MAX_VALUE,
                  unused -> false)
              .orElseThrow();
      assertEquals(best, found.objective(), "seed " + seed);
      assertEquals(best, found.costs());
      assertEquals(most, covered(siting, set(found.open()), cutoff));
    }
  }

  @Test
  void the_median_is_the_best_of_all_choices() {
    for (int seed = 0; seed < TOWNS; seed++) {
      Random random = new Random(seed);
      Siting siting = town(random);
      Choice choice = someChoice(random, siting.candidates());

      var answer = PMedian.solve(siting, choice, PROOF);

      OptionalLong best = best(siting, choice, open -> weighted(siting, open), unused -> false);
      assertEquals(best.isPresent(), answer.isPresent(), "seed " + seed);
      answer.ifPresent(
          found -> {
            assertEquals(best.getAsLong(), found.objective());
            assertEquals(found.objective(), weighted(siting, set(found.open())));
          });
    }
  }

  private static long weighted(Siting siting, BitSet open) {
    long sum = 0;
    for (int d = 0; d < siting.weights().length; d++) {
      if (siting.weights()[d] > 0) {
        long walk = walk(siting, d, open);
        if (walk == Siting.UNREACHED) {
          return Long.MAX_VALUE;
        }
        sum += siting.weights()[d] * walk;
      }
    }
    return sum;
  }

  @Test
  void the_centre_is_the_best_of_all_choices() {
    for (int seed = 0; seed < TOWNS; seed++) {
      Random random = new Random(seed);
      Siting siting = town(random);
      Choice choice = someChoice(random, siting.candidates());

      var answer = PCentre.solve(siting, choice, PROOF);

      OptionalLong best = best(siting, choice, open -> longest(siting, open), unused -> false);
      assertEquals(best.isPresent(), answer.isPresent(), "seed " + seed);
      answer.ifPresent(found -> assertEquals(best.getAsLong(), found.objective()));
    }
  }

  private static long longest(Siting siting, BitSet open) {
    long longest =
        IntStream.range(0, siting.weights().length)
            .filter(d -> siting.weights()[d] > 0)
            .mapToLong(d -> walk(siting, d, open))
            .max()
            .orElse(0);
    return longest == Siting.UNREACHED ? Long.MAX_VALUE : longest;
  }

  @Test
  void with_capacities_no_site_serves_more_than_it_can_and_nobody_is_split() {
    for (int seed = 0; seed < TOWNS / 2; seed++) {
      Random random = new Random(seed);
      long[] weights = random.longs(6, 1, 20).toArray();
      int[][] walks = new int[6][3];
      for (int[] row : walks) {
        IntStream.range(0, 3).forEach(c -> row[c] = random.nextInt(1000));
      }
      Siting siting = new Siting(weights, walks);
      List<Long> room = random.longs(3, 5, 40).boxed().toList();
      Choice choice = Choice.of(2).withCapacities(room);
      int cutoff = 700;

      Allocation found = MaximalCovering.solve(siting, choice, cutoff, PROOF).orElseThrow();

      assertEquals(mostWithRoom(siting, room, cutoff), found.objective(), "seed " + seed);
      long[] load = new long[3];
      for (int d = 0; d < 6; d++) {
        if (found.servedBy().get(d) != Allocation.NOBODY) {
          load[found.servedBy().get(d)] += weights[d];
          assertTrue(walks[d][found.servedBy().get(d)] <= cutoff);
          assertTrue(found.open().contains(found.servedBy().get(d)));
        }
      }
      for (int c = 0; c < 3; c++) {
        assertTrue(load[c] <= room.get(c));
      }
    }
  }

  /** Tries every way to send six demand points to two of three sites, or to none. */
  private static long mostWithRoom(Siting siting, List<Long> room, int cutoff) {
    long best = 0;
    for (int code = 0; code < 4 * 4 * 4 * 4 * 4 * 4; code++) {
      long[] load = new long[3];
      long sum = 0;
      boolean possible = true;
      BitSet open = new BitSet();
      for (int d = 0, rest = code; d < 6; d++, rest /= 4) {
        int to = rest % 4;
        if (to < 3) {
          possible &= siting.walks()[d][to] <= cutoff;
          load[to] += siting.weights()[d];
          sum += siting.weights()[d];
          open.set(to);
        }
      }
      for (int c = 0; c < 3; c++) {
        possible &= load[c] <= room.get(c);
      }
      if (possible && open.cardinality() <= 2) {
        best = Math.max(best, sum);
      }
    }
    return best;
  }

  @Test
  void more_money_never_covers_fewer() {
    Random random = new Random(7);
    Siting siting = town(random);
    List<Long> costs = random.longs(siting.candidates(), 1, 20).boxed().toList();
    List<Long> covered = new ArrayList<>();
    for (long budget = 0; budget < 80; budget += 5) {
      covered.add(
          MaximalCovering.solve(siting, Choice.within(budget, costs), 400, PROOF)
              .orElseThrow()
              .objective());
    }

    assertEquals(covered.stream().sorted().toList(), covered);
    assertTrue(covered.get(0) < covered.get(covered.size() - 1));
  }

  @Test
  void what_is_asked_to_stop_stops() {
    Random random = new Random(3);
    int n = 200;
    int[][] walks = new int[n][n];
    for (int[] row : walks) {
      IntStream.range(0, n).forEach(c -> row[c] = random.nextInt(100_000));
    }
    Siting siting = new Siting(random.longs(n, 1, 100).toArray(), walks);
    Proof stopped = new Proof(1e6, gap -> {}, () -> true);

    assertThrows(
        Proof.CancelledException.class, () -> PMedian.solve(siting, Choice.of(20), stopped));
  }

  @Test
  void contradictory_choices_are_refused() {
    BitSet one = new BitSet();
    one.set(1);

    assertThrows(IllegalArgumentException.class, () -> Choice.of(2).with(one, one));
    assertThrows(IllegalArgumentException.class, () -> Choice.of(0));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Siting(new long[] {1, -1}, new int[][] {{1}, {2}}));
  }
}
