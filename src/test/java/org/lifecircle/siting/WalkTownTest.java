package org.lifecircle.siting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lifecircle.coverage.By;
import org.lifecircle.coverage.CoverageQuery;
import org.lifecircle.coverage.CoverageStudy;
import org.lifecircle.coverage.Dwellings;
import org.lifecircle.model.Access;
import org.lifecircle.model.AgeBand;
import org.lifecircle.model.AreaRange;
import org.lifecircle.model.CapacityRules;
import org.lifecircle.model.Change;
import org.lifecircle.model.Facility;
import org.lifecircle.model.FacilityKind;
import org.lifecircle.model.FacilityOrigin;
import org.lifecircle.model.FacilityStatus;
import org.lifecircle.model.Group;
import org.lifecircle.model.JudgedBy;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Limit;
import org.lifecircle.model.LimitFrom;
import org.lifecircle.model.Mark;
import org.lifecircle.model.Minimum;
import org.lifecircle.model.Obligation;
import org.lifecircle.model.PlaceUsers;
import org.lifecircle.model.Plot;
import org.lifecircle.model.Provenance;
import org.lifecircle.model.Requirement;
import org.lifecircle.model.Serves;
import org.lifecircle.model.Standard;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Text;
import org.lifecircle.model.Tier;
import org.lifecircle.siting.JointPlan.Answer;
import org.lifecircle.siting.JointPlan.Effort;
import org.lifecircle.town.RandomTown;
import org.lifecircle.town.TownRules;
import org.lifecircle.walk.Measure;
import org.lifecircle.walk.WalkNetwork;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/** Plans for walled towns against the trial of everything that could be opened and built there. */
class WalkTownTest {

  private static final Provenance MADE_UP = new Provenance("made up for tests", Mark.CHOICE);
  private static final int OPENINGS = 7;
  private static final int BUILT = 2;
  private static final CoverageQuery QUERY = CoverageQuery.by(By.REQUIREMENT);
  private static final CapacityRules ONE_EACH =
      new CapacityRules(
          List.of(1.0),
          MADE_UP,
          List.of(),
          new PlaceUsers("others", AgeBand.RESIDENTS, 1, 1, null, MADE_UP));

  /** A town, a few works in it, and what they cover by trial. */
  private static final class Trial {
    final StudyArea area;
    final WalkNetwork network;
    final List<Work> works = new ArrayList<>();
    final Standard standard;
    final Random random;
    final long[] peopleAt;
    final @Nullable Double places;

    Trial(long seed) {
      this(seed, null);
    }

    /** What is built has room for so many residents; null for any number. */
    Trial(long seed, @Nullable Double places) {
      this.places = places;
      random = new Random(seed);
      StudyArea town = RandomTown.of(seed).area();
      standard = standard(town);
      addOpenings(town);
      List<Facility> built = addBuilt(town);
      area = town.with(Layer.FACILITIES, concat(town.facilities(), built));
      network = WalkNetwork.of(area, TownRules.walking());
      Dwellings dwellings = Dwellings.of(area, TownRules.walking());
      peopleAt = new long[area.entrances().size()];
      for (int d = 0; d < dwellings.count(); d++) {
        if (dwellings.entrance(d) != Dwellings.NONE) {
          peopleAt[dwellings.entrance(d)] += dwellings.residentsMillionths(d);
        }
      }
    }

    private static List<Facility> concat(List<Facility> some, List<Facility> more) {
      return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** What stands nearest to some facility, so that it matters. */
    private void addOpenings(StudyArea town) {
      List<Facility> facilities = town.facilities();
      Geometry middle = facilities.get(random.nextInt(facilities.size())).geometry();
      Map<Change, Geometry> all = new HashMap<>();
      town.walls().stream()
          .filter(w -> w.removable() && w.standing())
          .forEach(w -> all.put(new Change.RemoveWall(w.id()), w.geometry()));
      town.illegalStructures().stream()
          .filter(s -> s.blocksGround())
          .forEach(s -> all.put(new Change.RemoveStructure(s.id()), s.geometry()));
      town.gates().stream()
          .filter(g -> g.access() != Access.PUBLIC)
          .forEach(g -> all.put(new Change.OpenGate(g.id()), g.geometry()));
      all.entrySet().stream()
          .sorted(
              Comparator.comparingDouble(
                      (Map.Entry<Change, Geometry> e) -> e.getValue().distance(middle))
                  .thenComparing(e -> e.getKey().toString()))
          .limit(OPENINGS)
          .forEach(e -> works.add(work(e.getKey(), List.of(), e.getValue())));
    }

    private List<Facility> addBuilt(StudyArea town) {
      List<Facility> built = new ArrayList<>();
      for (int i = 0; i < BUILT; i++) {
        Facility like = town.facilities().get(random.nextInt(town.facilities().size()));
        Point door = town.entrances().get(random.nextInt(town.entrances().size())).geometry();
        Facility facility =
            new Facility(
                "built-" + i,
                like.kind(),
                null,
                Serves.PUBLIC,
                places,
                null,
                null,
                FacilityOrigin.FREED_SPACE,
                FacilityStatus.OPEN,
                door);
        built.add(facility);
        List<String> needs = random.nextBoolean() ? List.of(works.get(i).id()) : List.of();
        works.add(work(new Change.AddFacility(facility), needs, door));
      }
      return built;
    }

    private Work work(Change change, List<String> needs, Geometry geometry) {
      return new Work(
          change.type() + ":" + change.id(),
          change,
          1 + random.nextInt(9),
          List.of(),
          true,
          needs,
          List.of(),
          null,
          geometry);
    }

    Rulebook rules() {
      List<String> ids = works.stream().map(Work::id).toList();
      return new Rulebook(
          works.stream().mapToLong(Work::cents).toArray(),
          works.stream()
              .map(w -> w.needs().stream().mapToInt(ids::indexOf).toArray())
              .toArray(int[][]::new),
          List.of(),
          List.of(),
          new BitSet(),
          new BitSet());
    }

    WalkTown town() {
      return town(() -> false);
    }

    WalkTown town(Proof.Stop stop) {
      BitSet all = new BitSet();
      all.set(0, works.size());
      return town(stop, all);
    }

    WalkTown town(Proof.Stop stop, BitSet all) {
      Wishes wishes = new Wishes(area.entrances().size(), area.compounds().size());
      CoverageStudy study =
          CoverageStudy.of(area, standard, TownRules.walking(), network).counting(ONE_EACH);
      wishes.add("planning", study.demands(QUERY.withCapacity(places != null)), Map.of());
      return new WalkTown(network, works, all, wishes, stop);
    }

    /** By set of openings and requirement: the people near what stands, then near each built. */
    private long[][][][] nearness() {
      long[][][][] near = new long[1 << OPENINGS][][][];
      for (int bits = 0; bits < near.length; bits++) {
        int open = bits;
        List<Change> changes =
            IntStream.range(0, Math.min(OPENINGS, works.size() - BUILT))
                .filter(i -> (open >> i & 1) == 1)
                .mapToObj(i -> works.get(i).change())
                .toList();
        WalkNetwork opened = network.with(changes);
        near[bits] = new long[standard.requirements().size()][][];
        for (int r = 0; r < near[bits].length; r++) {
          Requirement requirement = standard.requirements().get(r);
          List<Facility> accepted =
              area.facilities().stream().filter(f -> requirement.acceptsKind(f.kind())).toList();
          near[bits][r] = new long[1 + BUILT][];
          for (int b = 0; b <= BUILT; b++) {
            String name = "built-" + (b - 1);
            boolean standing = b == 0;
            near[bits][r][b] =
                within(
                    opened,
                    accepted.stream()
                        .filter(f -> standing ? !f.id().startsWith("built-") : f.id().equals(name))
                        .toList(),
                    requirement);
          }
        }
      }
      return near;
    }

    private long[] within(WalkNetwork opened, List<Facility> facilities, Requirement requirement) {
      int[] costs = opened.costsToNearest(facilities, Measure.distance(), WalkNetwork.NO_CUTOFF);
      Integer metres = requirement.limit().metres();
      return IntStream.range(0, costs.length)
          .filter(e -> metres != null && costs[e] <= metres * 1000)
          .mapToLong(e -> e)
          .toArray();
    }

    /** The most people × requirements that any lawful set of works covers newly. */
    long best(long budget, AtomicInteger inSeries) {
      int openings = works.size() - BUILT;
      Rulebook rules = rules();
      long[][][][] near = nearness();
      long today = covered(near[0], 0);
      long best = 0;
      int bestBits = 0;
      for (int bits = 0; bits < 1 << works.size(); bits++) {
        BitSet set = BitSet.valueOf(new long[] {bits});
        if (rules.cents(set) <= budget && rules.withNeeds(set).equals(set)) {
          long gain = covered(near[bits & (1 << openings) - 1], bits >> openings) - today;
          if (gain > best) {
            best = gain;
            bestBits = bits;
          }
        }
      }
      int chosen = bestBits & (1 << openings) - 1;
      boolean anyAlone = false;
      for (int i = 0; i < openings; i++) {
        anyAlone |= (chosen >> i & 1) == 1 && covered(near[1 << i], 0) > today;
      }
      if (Integer.bitCount(chosen) > 1 && !anyAlone) {
        inSeries.incrementAndGet();
      }
      return best;
    }

    private long covered(long[][][] near, int built) {
      Double room = places;
      long people = 0;
      for (long[][] requirement : near) {
        if (room != null) {
          people += leastCut(requirement, built, Math.round(room * 1e6));
          continue;
        }
        BitSet entrances = new BitSet();
        for (int b = 0; b <= BUILT; b++) {
          if (b == 0 || (built >> (b - 1) & 1) == 1) {
            for (long entrance : requirement[b]) {
              entrances.set((int) entrance);
            }
          }
        }
        people += entrances.stream().mapToLong(e -> peopleAt[e]).sum();
      }
      return people;
    }

    /** The most that both built facilities and those that stand serve: the least of all cuts. */
    private long leastCut(long[][] requirement, int built, long room) {
      long least = Long.MAX_VALUE;
      for (int cut = 0; cut < 1 << BUILT; cut++) {
        BitSet through = new BitSet();
        long sum = 0;
        for (int b = 0; b <= BUILT; b++) {
          boolean stands = b == 0 || (built >> (b - 1) & 1) == 1;
          if (stands && b > 0 && (cut >> (b - 1) & 1) == 1) {
            sum += room;
          } else if (stands) {
            LongStream.of(requirement[b]).forEach(e -> through.set((int) e));
          }
        }
        least = Math.min(least, sum + through.stream().mapToLong(e -> peopleAt[e]).sum());
      }
      return least;
    }
  }

  static Standard standard(StudyArea town) {
    List<String> kinds = town.facilities().stream().map(Facility::kind).distinct().toList();
    return new Standard(
        "test",
        new Text("标准", "standard"),
        List.of(),
        kinds.stream().map(WalkTownTest::kind).toList(),
        List.of(walk("near", 60, kinds), walk("far", 130, List.of(kinds.get(0)))),
        MADE_UP);
  }

  private static FacilityKind kind(String id) {
    Text name = new Text(id, id);
    return new FacilityKind(
        id, name, true, Plot.SHARED, AreaRange.ANY, AreaRange.ANY, null, null, MADE_UP);
  }

  private static Requirement walk(String id, int metres, List<String> kinds) {
    return new Requirement(
        id,
        new Text(id, id),
        Tier.FIVE,
        kinds,
        Obligation.MUST,
        JudgedBy.WALK,
        new Limit(metres, 5, LimitFrom.OWN),
        Minimum.NONE,
        MADE_UP);
  }

  @Test
  void in_walled_towns_a_plan_is_as_good_as_the_best_of_all() {
    AtomicInteger gaining = new AtomicInteger();
    AtomicInteger inSeries = new AtomicInteger();
    RandomTown.seeds(500)
        .parallel()
        .forEach(
            seed -> {
              Trial trial = new Trial(seed);
              long budget = 4L + trial.random.nextInt(16);

              Answer plan =
                  new JointPlan(
                          trial.town(),
                          trial.rules(),
                          budget,
                          Effort.USUAL,
                          () -> false,
                          (share, worth, bound) -> {})
                      .solve()
                      .orElseThrow();

              long best = trial.best(budget, inSeries);
              assertEquals(best, plan.worth(), "seed " + seed);
              assertEquals(best, plan.bound(), "seed " + seed);
              assertTrue(trial.rules().cents(plan.works()) <= budget);
              gaining.addAndGet(best > 0 ? 1 : 0);
            });
    assertTrue(gaining.get() > 20, gaining + " towns where anything can be gained");
    assertTrue(inSeries.get() > 0, "no town where works only gain together");
  }

  @Test
  void where_places_are_counted_a_plan_is_as_good_as_the_best_of_all() {
    AtomicInteger gaining = new AtomicInteger();
    AtomicInteger crowded = new AtomicInteger();
    RandomTown.seeds(500, 54, 329)
        .parallel()
        .forEach(
            seed -> {
              Trial trial = new Trial(seed, 1.0 + 3 * (seed % 8));
              long budget = 4L + trial.random.nextInt(16);
              JointPlan joint =
                  new JointPlan(
                      trial.town(),
                      trial.rules(),
                      budget,
                      Effort.USUAL,
                      () -> false,
                      (share, worth, bound) -> {});

              Answer plan = joint.solve().orElseThrow();

              long best = trial.best(budget, new AtomicInteger());
              assertEquals(best, plan.worth(), "seed " + seed);
              assertEquals(best, plan.bound(), "seed " + seed);
              gaining.addAndGet(best > 0 ? 1 : 0);
              Trial unlimited = new Trial(seed);
              unlimited.random.nextInt(16);
              crowded.addAndGet(best < unlimited.best(budget, new AtomicInteger()) ? 1 : 0);
            });
    assertTrue(gaining.get() > 20, gaining + " towns where anything can be gained");
    assertTrue(crowded.get() > 5, crowded + " towns with too few places");
  }

  @Test
  void in_walled_towns_more_money_never_covers_fewer_where_nothing_is_proven_either() {
    Effort little = new Effort(0, 1, 0, 0, 4, 0, 0);
    AtomicInteger more = new AtomicInteger();
    RandomTown.seeds(100)
        .parallel()
        .forEach(
            seed -> {
              Trial trial = new Trial(seed);
              long before = 0;
              for (long budget = 1; budget <= 45; budget++) {
                BitSet affordable = trial.rules().affordable(budget);
                Answer plan =
                    new JointPlan(
                            trial.town(() -> false, affordable),
                            trial.rules(),
                            budget,
                            little,
                            () -> false,
                            (share, worth, bound) -> {})
                        .solve()
                        .orElseThrow();
                assertTrue(plan.worth() >= before, "seed " + seed + " for " + budget);
                more.addAndGet(plan.worth() > before ? 1 : 0);
                before = plan.worth();
              }
            });
    assertTrue(more.get() > 20, "more is covered " + more.get() + " times");
  }

  @Test
  void what_a_plan_on_the_way_is_said_to_be_worth_it_is() {
    AtomicInteger worthy = new AtomicInteger();
    RandomTown.seeds(200)
        .parallel()
        .forEach(
            seed -> {
              Trial trial = new Trial(seed, seed % 2 == 0 ? null : Double.valueOf(9));
              WalkTown town = trial.town();
              BitSet all = trial.rules().allowed();
              Greedy greedy = new Greedy(town, Worth.of(town), trial.rules(), all, 4, () -> false);
              for (Greedy.Spent plan : greedy.plans(new BitSet(), 45)) {
                WalkTown fresh = trial.town();
                long worth = Worth.of(fresh).of(fresh.covered(plan.works()));
                assertEquals(worth, plan.worth(), "seed " + seed + " " + plan.works());
                worthy.addAndGet(worth > 0 ? 1 : 0);
              }
            });
    assertTrue(worthy.get() > 20, worthy + " plans that are worth anything");
  }

  @Test
  void the_plan_is_the_same_whatever_the_number_of_workers() {
    AtomicInteger gaining = new AtomicInteger();
    RandomTown.seeds(200)
        .forEach(
            seed -> {
              Trial trial = new Trial(seed);
              long budget = 4L + trial.random.nextInt(16);
              for (Effort effort : List.of(Effort.USUAL, new Effort(2, 1, 0, 20, 4, 4, 0))) {
                List<Answer> answers =
                    Stream.of(1, 2, 4).map(n -> plan(trial, budget, effort, n)).toList();
                assertEquals(answers.get(0), answers.get(1), "seed " + seed);
                assertEquals(answers.get(0), answers.get(2), "seed " + seed);
                gaining.addAndGet(answers.get(0).worth() > 0 ? 1 : 0);
              }
            });
    assertTrue(gaining.get() > 10, gaining + " plans that gain anything");
  }

  private static Answer plan(Trial trial, long budget, Effort effort, int workers) {
    ForkJoinPool pool = new ForkJoinPool(workers);
    try {
      return pool.submit(
              () ->
                  new JointPlan(
                          trial.town(),
                          trial.rules(),
                          budget,
                          effort,
                          () -> false,
                          (share, worth, bound) -> {})
                      .solve()
                      .orElseThrow())
          .join();
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void walks_are_never_longer_than_they_cost_at_most_nor_much_shorter() {
    AtomicLong least = new AtomicLong();
    AtomicLong exact = new AtomicLong();
    Group group = TownRules.walking().groups().get(TownRules.walking().groups().size() - 1);
    RandomTown.seeds(100)
        .parallel()
        .forEach(
            seed -> {
              StudyArea town = RandomTown.of(seed).area();
              WalkNetwork network = WalkNetwork.of(town, TownRules.walking());
              List<Change> open = new ArrayList<>();
              town.walls().stream()
                  .filter(w -> w.removable() && w.standing())
                  .forEach(w -> open.add(new Change.RemoveWall(w.id())));
              town.illegalStructures().stream()
                  .filter(s -> s.blocksGround())
                  .forEach(s -> open.add(new Change.RemoveStructure(s.id())));
              for (Measure measure : List.of(Measure.distance(), Measure.time(group))) {
                int[] real =
                    network
                        .with(open)
                        .costsToNearest(town.facilities(), measure, WalkNetwork.NO_CUTOFF);
                int[] bound =
                    network
                        .leastWalks()
                        .with(open)
                        .costsToNearest(town.facilities(), measure, WalkNetwork.NO_CUTOFF);
                for (int e = 0; e < real.length; e++) {
                  assertTrue(bound[e] <= real[e], "seed " + seed + " entrance " + e);
                  if (real[e] != WalkNetwork.UNREACHED) {
                    least.addAndGet(bound[e]);
                    exact.addAndGet(real[e]);
                  }
                }
              }
            });
    assertTrue(least.get() > 0.98 * exact.get(), least.get() + " of " + exact.get());
    assertTrue(least.get() < exact.get(), "nothing is looked up afresh");
  }

  @Test
  void whoever_asks_to_stop_is_heard_before_the_next_what_if() {
    Trial trial = new Trial(1);
    AtomicInteger asks = new AtomicInteger();
    plan(trial, () -> asks.incrementAndGet() < 0);
    assertTrue(asks.get() > 30, asks + " times asked");
    for (int heard = 1; heard < asks.get(); heard += 7) {
      int last = heard;
      AtomicInteger count = new AtomicInteger();

      assertThrows(
          Proof.CancelledException.class,
          () -> plan(trial, () -> count.incrementAndGet() > last),
          heard + " of " + asks);

      int still = count.get() - last;
      assertTrue(still <= 8, still + " times asked after that");
    }
  }

  private static Optional<Answer> plan(Trial trial, Proof.Stop stop) {
    return new JointPlan(
            trial.town(stop), trial.rules(), 12, Effort.USUAL, stop, (share, worth, bound) -> {})
        .solve();
  }

  @Test
  void of_what_is_named_a_hurdle_at_least_one_is_needed() {
    AtomicInteger asked = new AtomicInteger();
    RandomTown.seeds(100)
        .parallel()
        .forEach(
            seed -> {
              Trial trial = new Trial(seed);
              WalkTown town = trial.town();
              Random random = new Random(seed);
              BitSet all = new BitSet();
              all.set(0, trial.works.size());
              for (int i = 0; i < 20; i++) {
                BitSet done = trial.rules().withNeeds(some(random, trial.works.size()));
                BitSet uncovered = new BitSet();
                uncovered.set(0, town.weights().length);
                uncovered.andNot(town.covered(done));
                Map<Integer, BitSet> hurdles = town.hurdles(done, uncovered);
                for (Map.Entry<Integer, BitSet> demand : hurdles.entrySet()) {
                  BitSet allOthers = (BitSet) all.clone();
                  allOthers.andNot(demand.getValue());
                  allOthers.or(done);
                  if (i < 2 || random.nextInt(8) == 0) {
                    String what = seed + ": " + done + " " + demand;
                    assertTrue(!town.covered(allOthers).get(demand.getKey()), what);
                    asked.incrementAndGet();
                  }
                }
              }
            });
    assertTrue(asked.get() > 400, asked + " asked");
  }

  private static BitSet some(Random random, int works) {
    BitSet some = new BitSet();
    for (int w = 0; w < works; w++) {
      some.set(w, random.nextInt(3) == 0);
    }
    return some;
  }
}
