package org.lifecircle.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.Access;
import org.lifecircle.model.Change;
import org.lifecircle.model.Facility;
import org.lifecircle.model.StudyArea;
import org.lifecircle.town.RandomTown;
import org.lifecircle.town.TownRules;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** Whom openings could help, against trying every one of them. */
class ProspectsTest {

  private static final int CUTOFF_MILLIMETRES = 90_000;
  private static final int TRIED = 24;

  private static List<Change> openings(StudyArea town) {
    List<Change> all = new ArrayList<>();
    town.walls().stream()
        .filter(wall -> wall.removable() && wall.standing())
        .forEach(wall -> all.add(new Change.RemoveWall(wall.id())));
    town.illegalStructures().stream()
        .filter(structure -> structure.blocksGround())
        .forEach(structure -> all.add(new Change.RemoveStructure(structure.id())));
    town.gates().stream()
        .filter(gate -> gate.access() != Access.PUBLIC)
        .forEach(gate -> all.add(new Change.OpenGate(gate.id())));
    return all;
  }

  private static int[] costs(WalkNetwork network, Facility to, Measure measure) {
    return network.costsToNearest(List.of(to), measure, WalkNetwork.NO_CUTOFF);
  }

  private static BitSet farFrom(int[] costs) {
    BitSet far = new BitSet();
    for (int e = 0; e < costs.length; e++) {
      far.set(e, costs[e] > CUTOFF_MILLIMETRES);
    }
    return far;
  }

  @Test
  void nobody_whom_openings_help_was_thought_to_be_beyond_help() {
    AtomicInteger helped = new AtomicInteger();
    AtomicInteger spared = new AtomicInteger();
    AtomicInteger tried = new AtomicInteger();
    RandomTown.seeds(400, 354) // see FieldRepairTest
        .distinct()
        .parallel()
        .forEach(
            seed -> {
              StudyArea town = RandomTown.of(seed).area();
              Random random = new Random(seed);
              List<Change> all = openings(town);
              Collections.shuffle(all, random);
              int opened = Math.min(all.size(), random.nextInt(4));
              WalkNetwork now =
                  WalkNetwork.of(town, TownRules.walking()).with(all.subList(0, opened));
              List<Facility> facilities = town.facilities();
              Measure measure = Measure.distance();
              List<int[]> today = facilities.stream().map(f -> costs(now, f, measure)).toList();
              List<Prospects.Want> wants = new ArrayList<>();
              for (int f = 0; f < facilities.size(); f++) {
                CostField field =
                    now.field(List.of(facilities.get(f)), measure, CUTOFF_MILLIMETRES);
                BitSet far = farFrom(today.get(f));
                wants.add(new Prospects.Want(field, CUTOFF_MILLIMETRES, far));
              }
              Prospects prospects = new Prospects(now, wants);

              for (int i = opened; i < Math.min(all.size(), opened + TRIED); i++) {
                int upTo = Math.min(all.size(), i + 1 + random.nextInt(3));
                List<Change> some = all.subList(i, upTo);
                Prospects.Hope hope = prospects.of(some);
                BitSet could = hope.wants();
                Difference shortcuts = hope.shortcuts();
                WalkNetwork then = now.with(some);

                for (int f = 0; f < facilities.size(); f++) {
                  int[] real = costs(then, facilities.get(f), measure);
                  BitSet near = farFrom(today.get(f));
                  near.andNot(farFrom(real));
                  FieldRepair repair = wants.get(f).field().repair();
                  repair.follow(shortcuts);
                  int[] found = repair.costs();
                  near.stream().forEach(e -> assertEquals(real[e], found[e], "seed " + seed));
                  boolean helps = !near.isEmpty();
                  assertTrue(
                      could.get(f) || !helps,
                      () -> "seed " + seed + ": " + some + " helps entrances " + near);
                  helped.addAndGet(helps ? 1 : 0);
                  spared.addAndGet(could.get(f) ? 0 : 1);
                  tried.incrementAndGet();
                }
              }
            });
    assertTrue(helped.get() > 50, helped + " help somebody");
    assertTrue(spared.get() > tried.get() / 2, spared + " of " + tried + " need no trial");
  }

  @Test
  void who_only_just_comes_within_reach_by_an_opening_is_counted() {
    AtomicInteger counted = new AtomicInteger();
    RandomTown.seeds(150)
        .parallel()
        .forEach(
            seed -> {
              StudyArea town = RandomTown.of(seed).area();
              WalkNetwork now = WalkNetwork.of(town, TownRules.walking());
              Measure measure = Measure.distance();
              List<Facility> to = List.of(town.facilities().get(0));
              CostField field = now.field(to, measure, WalkNetwork.NO_CUTOFF);
              int[] today = field.costs();
              long[] people = new long[today.length];
              Arrays.fill(people, 1);
              Prospects any = new Prospects(now, List.of());
              for (Function<Prospects, Optional<Prospects.Hope>> opening : hopes(town)) {
                Optional<Prospects.Hope> made = opening.apply(any);
                if (made.isEmpty()) {
                  continue;
                }
                FieldRepair repair = field.repair();
                repair.follow(made.get().shortcuts());
                for (int i = 0; i < Math.min(3, repair.changedCount()); i++) {
                  int e = repair.entrance(i);
                  BitSet one = new BitSet();
                  one.set(e);
                  CostField near = now.field(to, measure, repair.cost(i));
                  Prospects prospects =
                      new Prospects(now, List.of(new Prospects.Want(near, repair.cost(i), one)));
                  Prospects.Hope hope = opening.apply(prospects).orElseThrow();
                  BitSet first = new BitSet();
                  first.set(0);
                  long[] most = prospects.most(List.of(hope), first, people).get(0);
                  assertEquals(1, most[0], "seed " + seed + ", entrance " + e);
                  counted.incrementAndGet();
                }
              }
            });
    assertTrue(counted.get() > 100, counted + " come within reach");
  }

  /** What can be opened, and a gate in the middle of each wall. */
  private static List<Function<Prospects, Optional<Prospects.Hope>>> hopes(StudyArea town) {
    List<Function<Prospects, Optional<Prospects.Hope>>> all = new ArrayList<>();
    openings(town).forEach(change -> all.add(p -> Optional.of(p.of(List.of(change)))));
    town.walls()
        .forEach(
            wall ->
                all.add(
                    p ->
                        p.through(
                            new LengthIndexedLine(wall.geometry())
                                .extractPoint(wall.geometry().getLength() / 2))));
    return all;
  }

  @Test
  void where_yards_have_joined_no_change_that_helps_somebody_is_missing() {
    AtomicInteger helped = new AtomicInteger();
    RandomTown.seeds(300)
        .parallel()
        .forEach(
            seed -> {
              StudyArea town = RandomTown.of(seed).area();
              List<Change> all = openings(town);
              Collections.shuffle(all, new Random(seed));
              int opened = Math.min(all.size(), 8);
              WalkNetwork now =
                  WalkNetwork.of(town, TownRules.walking()).with(all.subList(0, opened));
              Measure measure = Measure.distance();
              Facility to = town.facilities().get(0);
              int[] today = costs(now, to, measure);
              for (Change change : all.subList(opened, Math.min(all.size(), opened + TRIED))) {
                int[] then = costs(now.with(List.of(change)), to, measure);
                for (int e = 0; e < then.length; e++) {
                  if (today[e] > CUTOFF_MILLIMETRES && then[e] <= CUTOFF_MILLIMETRES) {
                    List<Change> promising =
                        now.promisingOpenings(e, List.of(to), measure, CUTOFF_MILLIMETRES);
                    assertTrue(promising.contains(change), "seed " + seed + ": " + change);
                    helped.incrementAndGet();
                  }
                }
              }
            });
    assertTrue(helped.get() > 10, helped + " help somebody");
  }
}
