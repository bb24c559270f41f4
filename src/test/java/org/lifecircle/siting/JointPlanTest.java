package org.lifecircle.siting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.lifecircle.coverage.Demands;
import org.lifecircle.siting.JointPlan.Answer;
import org.lifecircle.siting.JointPlan.Effort;
import org.lifecircle.walk.Measure;

/** Plans against the trial of everything, where people need up to six works at once. */
class JointPlanTest {

  private static final int TOWNS = Boolean.getBoolean("lifecircle.long") ? 500 : 50;
  private static final int WORKS = 9;

  private static final List<Effort> EFFORTS =
      List.of(
          Effort.USUAL,
          new Effort(1, 1, 0, 100, 4, 9, 0),
          new Effort(0, 1, 0, 0, 6, 0, 0),
          new Effort(4, 1, 30, 20, 4, 0, 0));

  private static Rulebook rules(Random random) {
    long[] cents = LongStream.generate(() -> 1 + random.nextInt(20)).limit(WORKS).toArray();
    int[][] needs = new int[WORKS][0];
    List<int[]> rivals = new ArrayList<>();
    for (int work = 0; work < WORKS; work += 4) {
      needs[work] = new int[] {1 + random.nextInt(3)};
      if (work > 0 && random.nextBoolean()) {
        rivals.add(new int[] {work - 4, work});
      }
    }
    List<Rulebook.Cap> caps = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      caps.add(new Rulebook.Cap(List.of(1, 2, 3), List.of(1L, 1L, 1L), 2));
    }
    BitSet fixed = new BitSet();
    BitSet forbidden = new BitSet();
    fixed.set(5, random.nextInt(4) == 0);
    forbidden.set(6, random.nextInt(4) == 0);
    return new Rulebook(cents, needs, rivals, caps, fixed, forbidden);
  }

  /** The same, but up to three works must be done and up to three others must not. */
  private static Rulebook binding(Random random) {
    Rulebook free = rules(random);
    BitSet fixed = new BitSet();
    BitSet forbidden = new BitSet();
    for (int w : random.ints(random.nextInt(4), 0, WORKS).toArray()) {
      fixed.set(w);
    }
    for (int w : random.ints(random.nextInt(4), 0, WORKS).toArray()) {
      forbidden.set(w, !free.withNeeds(fixed).get(w));
    }
    long[] cents = IntStream.range(0, WORKS).mapToLong(free::cents).toArray();
    int[][] needs = IntStream.range(0, WORKS).mapToObj(free::needs).toArray(int[][]::new);
    return new Rulebook(cents, needs, free.rivals(), free.caps(), fixed, forbidden);
  }

  private static boolean lawful(BitSet works, Rulebook rules, long budget) {
    BitSet fixed = rules.fixed();
    fixed.andNot(works);
    return fixed.isEmpty()
        && rules.cents(works) <= budget
        && rules.withNeeds(works).equals(works)
        && works.stream().noneMatch(rules::forbidden)
        && rules.rivals().stream().noneMatch(r -> works.get(r[0]) && works.get(r[1]))
        && rules.caps().stream().allMatch(cap -> cap.used(works) <= cap.most());
  }

  /** Of those who share places as many count as the least cut lets through. */
  private static long worth(Town town, BitSet works) {
    BitSet covered = town.covered(works);
    long worth =
        covered.stream()
            .filter(d -> town.shared().stream().noneMatch(s -> d >= s.first() && d < s.end()))
            .mapToLong(d -> town.weights()[d])
            .sum();
    for (Shared some : town.shared()) {
      worth += leastCut(some, covered) - leastCut(some, town.covered(new BitSet()));
    }
    return worth;
  }

  private static long leastCut(Shared some, BitSet covered) {
    long least = Long.MAX_VALUE;
    for (int cut = 0; cut < 1 << some.room().length; cut++) {
      long sum = 0;
      for (int f = 0; f < some.room().length; f++) {
        sum += (cut >> f & 1) == 1 ? some.room()[f] : 0;
      }
      for (int home = 0; home < some.homes(); home++) {
        boolean through = covered.get(some.free(home));
        for (int f = 0; f < some.room().length; f++) {
          through |= (cut >> f & 1) == 0 && covered.get(some.reach(home, f));
        }
        sum += through ? some.worth()[home] : 0;
      }
      least = Math.min(least, sum);
    }
    return least;
  }

  private static long best(Town town, Rulebook rules, long budget) {
    return IntStream.range(0, 1 << WORKS)
        .mapToObj(bits -> BitSet.valueOf(new long[] {bits}))
        .filter(works -> lawful(works, rules, budget))
        .mapToLong(works -> worth(town, works))
        .max()
        .orElse(-1);
  }

  private static Optional<Answer> plan(Town town, Rulebook rules, long budget, Effort effort) {
    return new JointPlan(town, rules, budget, effort, () -> false, (s, w, b) -> {}).solve();
  }

  @Test
  void a_plan_is_as_good_as_the_best_of_all_and_proves_it() {
    int inSeries = 0;
    for (int seed = 0; seed < TOWNS; seed++) {
      Random random = new Random(seed);
      Rulebook rules = rules(random);
      Town town = FamilyTown.of(random, WORKS);
      long budget = random.nextInt(80);

      Optional<Answer> plan = plan(town, rules, budget, Effort.USUAL);

      long best = best(town, rules, budget);
      assertEquals(best < 0, plan.isEmpty(), "seed " + seed);
      if (plan.isPresent()) {
        Answer answer = plan.get();
        assertEquals(best, answer.worth(), "seed " + seed);
        assertEquals(best, answer.bound(), "seed " + seed);
        assertEquals(best, worth(town, answer.works()), "seed " + seed);
        assertTrue(lawful(answer.works(), rules, budget), "seed " + seed);
        BitSet done = new BitSet();
        for (BitSet step : answer.steps()) {
          assertTrue(!step.intersects(done) && !step.isEmpty(), "seed " + seed);
          done.or(step);
        }
        assertEquals(answer.works(), done);
        boolean onlyTogether =
            answer.works().stream()
                .allMatch(w -> worth(town, BitSet.valueOf(new long[] {1L << w})) == 0);
        inSeries += best > 0 && onlyTogether ? 1 : 0;
      }
    }
    assertTrue(inSeries > TOWNS / 50, "towns where nothing gains alone: " + inSeries);
  }

  @Test
  void where_places_are_shared_a_plan_is_as_good_as_the_best_of_all_and_proves_it() {
    int crowded = 0;
    IntStream known = IntStream.of(338); // was told as worth nothing
    for (int seed : IntStream.concat(IntStream.range(0, 4 * TOWNS), known).toArray()) {
      Random random = new Random(seed);
      Rulebook rules = rules(random);
      Town town = FamilyTown.sharing(random, WORKS);
      long budget = random.nextInt(80);

      Optional<Answer> plan = plan(town, rules, budget, Effort.USUAL);
      Optional<Answer> greedy = plan(town, rules, budget, new Effort(1, 1, 0, 100, 4, 9, 0));

      long best = best(town, rules, budget);
      assertEquals(best < 0, plan.isEmpty(), "seed " + seed);
      if (plan.isPresent() && greedy.isPresent()) {
        Answer answer = plan.get();
        assertEquals(best, answer.worth(), "seed " + seed);
        assertEquals(best, answer.bound(), "seed " + seed);
        assertEquals(best, worth(town, answer.works()), "seed " + seed);
        assertTrue(lawful(answer.works(), rules, budget), "seed " + seed);
        assertTrue(greedy.get().bound() >= best && greedy.get().worth() <= best, "seed " + seed);
        assertEquals(greedy.get().worth(), worth(town, greedy.get().works()), "seed " + seed);
        BitSet reached = town.covered(answer.works());
        Shared some = town.shared().get(0);
        long atMost =
            IntStream.range(0, some.homes())
                .filter(home -> reached.get(some.any(home)))
                .mapToLong(home -> some.worth()[home])
                .sum();
        crowded += leastCut(some, reached) < atMost ? 1 : 0;
      }
    }
    assertTrue(crowded > TOWNS, crowded + " towns with too few places");
  }

  @Test
  void what_a_plan_says_it_is_worth_the_place_says_of_its_works() {
    int onlyFixed = 0;
    for (int seed = 0; seed < 4 * TOWNS; seed++) {
      Random random = new Random(seed);
      Rulebook rules = binding(random);
      Town town = seed % 2 == 0 ? FamilyTown.of(random, WORKS) : FamilyTown.sharing(random, WORKS);
      long least = rules.cents(rules.fixed());
      for (long budget : new long[] {least, least + random.nextInt(10), 60}) {
        long best = best(town, rules, budget);
        for (Effort effort : EFFORTS) {
          String what = "seed " + seed + " for " + budget + " by " + effort;
          Optional<Answer> plan = plan(town, rules, budget, effort);
          assertEquals(best < 0, plan.isEmpty(), what);
          if (plan.isPresent()) {
            Answer answer = plan.get();
            assertTrue(lawful(answer.works(), rules, budget), what);
            assertEquals(worth(town, answer.works()), answer.worth(), what);
            assertEquals(answer.works(), Greedy.union(answer.steps()), what);
            assertTrue(answer.worth() <= best && best <= answer.bound(), what);
            onlyFixed += answer.worth() > 0 && answer.works().equals(rules.fixed()) ? 1 : 0;
          }
        }
      }
    }
    assertTrue(onlyFixed > TOWNS / 2, onlyFixed + " plans of what must be done alone");
  }

  @Test
  void more_money_never_covers_fewer() {
    for (int seed = 0; seed < TOWNS / 5; seed++) {
      Random random = new Random(seed);
      Rulebook rules = rules(random);
      Town town = FamilyTown.of(random, WORKS);
      long before = -1;
      for (long budget = 20; budget <= 100; budget += 10) {
        long worth = plan(town, rules, budget, Effort.USUAL).map(Answer::worth).orElse(-1L);
        assertTrue(worth >= before, "seed " + seed + " for " + budget);
        before = worth;
      }
    }
  }

  @Test
  void more_money_never_covers_fewer_where_the_master_problem_is_given_up_at_some_budgets() {
    Effort some = new Effort(4, 1, 30, 20, 4, 0, 0);
    int proven = 0;
    int open = 0;
    for (int seed = 0; seed < TOWNS; seed++) {
      Random random = new Random(seed);
      Rulebook rules = rules(random);
      Town town = seed % 2 == 0 ? FamilyTown.of(random, WORKS) : FamilyTown.sharing(random, WORKS);
      long before = -1;
      for (long budget = 1; budget <= 120; budget++) {
        Optional<Answer> plan = plan(town, rules, budget, some);
        long worth = plan.map(Answer::worth).orElse(-1L);
        assertTrue(worth >= before, "seed " + seed + " for " + budget);
        before = worth;
        if (plan.isPresent() && plan.get().bound() == worth) {
          proven++;
        } else if (plan.isPresent()) {
          open++;
        }
      }
    }
    assertTrue(proven > 10 * TOWNS && open > 10 * TOWNS, proven + " proven, " + open + " not");
  }

  @Test
  void what_smaller_budgets_came_to_is_never_lost() {
    Effort little = new Effort(1, 1, 0, 20, 2, 0, 0);
    for (int seed = 0; seed < TOWNS; seed++) {
      Random random = new Random(seed);
      Rulebook rules = rules(random);
      Town town = FamilyTown.of(random, WORKS);
      List<BitSet> known = new ArrayList<>();
      long before = -1;
      for (long budget = 10; budget <= 90; budget += 10) {
        Optional<Answer> plan =
            new JointPlan(town, rules, budget, little, () -> false, (s, w, b) -> {}).solve(known);
        long worth = plan.map(Answer::worth).orElse(-1L);
        assertTrue(worth >= before, "seed " + seed + " for " + budget);
        before = worth;
        plan.map(Answer::works).ifPresent(known::add);
      }
    }
  }

  @Test
  void a_bound_by_relaxation_holds_and_what_is_found_is_lawful() {
    for (int seed = 0; seed < TOWNS; seed++) {
      Random random = new Random(seed);
      Rulebook rules = rules(random);
      Town town = FamilyTown.of(random, WORKS);
      long budget = random.nextInt(80);

      Optional<Answer> plan = plan(town, rules, budget, new Effort(1, 1, 0, 100, 4, 9, 0));

      long best = best(town, rules, budget);
      assertEquals(best < 0, plan.isEmpty(), "seed " + seed);
      if (plan.isPresent()) {
        assertTrue(plan.get().bound() >= best, "seed " + seed);
        assertTrue(plan.get().worth() <= best, "seed " + seed);
        assertEquals(plan.get().worth(), worth(town, plan.get().works()), "seed " + seed);
        assertTrue(lawful(plan.get().works(), rules, budget), "seed " + seed);
      }
    }
  }

  @Test
  void a_bound_by_relaxation_has_no_facility_serve_more_than_it_has_places_for() {
    long[] homes = {10, 10, 10, 10, 10};
    Shared some = new Shared(0, homes, new long[] {15, 20}, new int[] {0, 1});
    List<List<BitSet>> families = new ArrayList<>();
    while (families.size() < some.end()) {
      families.add(new ArrayList<>());
    }
    for (int home = 0; home < homes.length; home++) {
      for (int f = 0; f < 2; f++) {
        BitSet built = BitSet.valueOf(new long[] {1L << f});
        families.get(some.reach(home, f)).add(built);
        families.get(some.any(home)).add(built);
      }
    }
    Town town = new FamilyTown(Arrays.copyOf(homes, some.end()), families, List.of(some));
    Rulebook rules =
        new Rulebook(
            new long[] {5, 5}, new int[2][0], List.of(), List.of(), new BitSet(), new BitSet());

    Answer one = plan(town, rules, 5, new Effort(1, 1, 0, 300, 4, 9, 0)).orElseThrow();
    Answer both = plan(town, rules, 10, new Effort(1, 1, 0, 300, 4, 9, 0)).orElseThrow();

    assertEquals(List.of(20L, 35L), List.of(one.worth(), both.worth()));
    assertTrue(one.bound() <= 21 && both.bound() <= 36, one.bound() + " and " + both.bound());
  }

  @Test
  void no_work_of_a_plan_could_be_left_out_without_loss() {
    int works = 0;
    for (int seed = 0; seed < TOWNS; seed++) {
      Random random = new Random(seed);
      Rulebook rules = rules(random);
      Town town = FamilyTown.of(random, WORKS);
      for (Effort effort : List.of(Effort.USUAL, new Effort(1, 1, 0, 20, 2, 4 * WORKS, 0))) {
        for (long budget = 20; budget <= 80; budget += 20) {
          BitSet plan = plan(town, rules, budget, effort).map(Answer::works).orElseGet(BitSet::new);
          for (int work = plan.nextSetBit(0); work >= 0; work = plan.nextSetBit(work + 1)) {
            BitSet without = (BitSet) plan.clone();
            without.clear(work);
            if (lawful(without, rules, budget)) {
              String what = "seed " + seed + " for " + budget + " without " + work;
              assertTrue(worth(town, without) < worth(town, plan), what);
              works++;
            }
          }
        }
      }
    }
    assertTrue(works > 2 * TOWNS, works + " works tried");
  }

  @Test
  void a_last_phase_that_gains_nothing_is_not_done_and_costs_nothing() {
    long[] cents = {3, 4, 5};
    Rulebook rules =
        new Rulebook(cents, new int[3][0], List.of(), List.of(), new BitSet(), new BitSet());
    Wishes wishes = new Wishes(2, 0);
    Demands.Walked near = new Demands.Walked("near", Measure.distance(), 100, List.of(), Map.of());
    wishes.addWalked("planning", List.of(near), new long[] {7_000_000, 1_000_000}, Map.of());
    Worth worth = new Worth(wishes.weights(), List.of(), new BitSet());
    Phases phases = new Phases(worth, worth, rules, new BitSet());

    phases.add(BitSet.valueOf(new long[] {1}), BitSet.valueOf(new long[] {1}));
    phases.add(BitSet.valueOf(new long[] {2}), BitSet.valueOf(new long[] {3}));
    phases.add(BitSet.valueOf(new long[] {4}), BitSet.valueOf(new long[] {3}));

    assertEquals(BitSet.valueOf(new long[] {3}), phases.works());
  }

  @Test
  void more_money_never_covers_fewer_where_nothing_is_proven_either() {
    Effort little = new Effort(0, 1, 0, 0, 6, 0, 0);
    int proven = 0;
    for (int seed = 0; seed < TOWNS; seed++) {
      Random random = new Random(seed);
      Rulebook rules = rules(random);
      Town town = FamilyTown.of(random, WORKS);
      long before = -1;
      for (long budget = 1; budget <= 120; budget++) {
        Optional<Answer> plan = plan(town, rules, budget, little);
        long worth = plan.map(Answer::worth).orElse(-1L);
        assertTrue(worth >= before, "seed " + seed + " for " + budget);
        before = worth;
        proven += plan.filter(answer -> answer.bound() == answer.worth()).isPresent() ? 1 : 0;
      }
    }
    assertTrue(proven < 60 * TOWNS, "proven " + proven + " times");
  }

  /** Says that the time is up when it has been asked so often. */
  private static final class Clock implements Proof.Stop {
    private final AtomicInteger left;

    Clock(int asks) {
      left = new AtomicInteger(asks);
    }

    @Override
    public boolean asked() {
      return false;
    }

    @Override
    public boolean late() {
      return left.decrementAndGet() < 0;
    }
  }

  @Test
  void whenever_the_time_is_up_there_is_a_lawful_plan_and_a_bound_that_holds() {
    int late = 0;
    for (int seed = 0; seed < TOWNS; seed++) {
      Random random = new Random(seed);
      Rulebook rules = rules(random);
      Town town = FamilyTown.of(random, WORKS);
      long budget = random.nextInt(80);
      Proof.Stop clock = new Clock(seed % 12);

      Optional<Answer> plan =
          new JointPlan(town, rules, budget, Effort.USUAL, clock, (s, w, b) -> {}).solve();

      long best = best(town, rules, budget);
      assertEquals(best < 0, plan.isEmpty(), "seed " + seed);
      if (plan.isPresent()) {
        assertTrue(plan.get().bound() >= best, "seed " + seed);
        assertTrue(plan.get().worth() <= best, "seed " + seed);
        assertEquals(plan.get().worth(), worth(town, plan.get().works()), "seed " + seed);
        assertTrue(lawful(plan.get().works(), rules, budget), "seed " + seed);
        late += plan.get().late() ? 1 : 0;
      }
    }
    assertTrue(late > TOWNS / 5, "too late " + late + " times");
  }

  @Test
  void six_walls_in_series_are_all_taken_down_or_none() {
    BitSet all = new BitSet();
    all.set(0, 6);
    Town town = new FamilyTown(new long[] {10}, List.of(List.of(all)));
    long[] cents = {5, 5, 5, 5, 5, 5};
    Rulebook rules =
        new Rulebook(cents, new int[6][0], List.of(), List.of(), new BitSet(), new BitSet());

    Answer enough = plan(town, rules, 30, Effort.USUAL).orElseThrow();
    Answer tooLittle = plan(town, rules, 29, Effort.USUAL).orElseThrow();

    assertEquals(all, enough.works());
    assertEquals(10, enough.worth());
    assertEquals(0, tooLittle.worth());
    assertEquals(0, tooLittle.bound());
    assertTrue(tooLittle.works().isEmpty());
  }
}
