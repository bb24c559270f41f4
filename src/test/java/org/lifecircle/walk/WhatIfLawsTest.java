package org.lifecircle.walk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.Change;
import org.lifecircle.model.Facility;
import org.lifecircle.model.Scenario;
import org.lifecircle.model.StudyArea;
import org.lifecircle.town.RandomTown;
import org.lifecircle.town.TownRules;

/** The fourth law of walking, and the third for what-ifs, over random edits of random towns. */
class WhatIfLawsTest {

  private static final int EDITS_A_TOWN = 5;

  private interface Claim {
    void check(StudyArea area, WalkNetwork today, Random random, String town);
  }

  private static void inRandomTowns(int towns, Claim claim) {
    RandomTown.seeds(towns)
        .parallel()
        .forEach(
            seed -> {
              StudyArea area = RandomTown.of(seed).area();
              WalkNetwork today = WalkNetwork.of(area, TownRules.walking());
              for (int i = 0; i < EDITS_A_TOWN; i++) {
                claim.check(area, today, new Random(1000 * seed + i), seed + "/" + i);
              }
            });
  }

  /** By facility: what it costs to walk there from each entrance. */
  static int[][] costs(WalkNetwork network, List<Facility> facilities) {
    int[][] costs = new int[facilities.size()][];
    for (int i = 0; i < costs.length; i++) {
      costs[i] =
          network.costsToNearest(
              facilities.subList(i, i + 1), Measure.distance(), WalkNetwork.NO_CUTOFF);
    }
    return costs;
  }

  @Test
  void a_what_if_is_what_a_fresh_computation_on_the_same_arrangement_gives() {
    inRandomTowns(
        1000,
        (area, today, random, town) -> {
          List<Change> changes = RandomChanges.of(area, random);

          int[][] altered = costs(today.with(changes), area.facilities());

          PlainWhatIf plain = new PlainWhatIf(today, area, new Scenario("s", "", changes));
          for (int i = 0; i < altered.length; i++) {
            Facility facility = area.facilities().get(i);
            assertArrayEquals(plain.costsTo(facility), altered[i], () -> town + " " + changes);
          }
        });
  }

  @Test
  void the_order_of_changes_plays_no_part_and_without_them_it_is_today_again() {
    inRandomTowns(
        1000,
        (area, today, random, town) -> {
          List<Change> changes = RandomChanges.of(area, random);
          int[][] before = costs(today, area.facilities());
          int[][] atOnce = costs(today.with(changes), area.facilities());

          Collections.shuffle(changes, random);
          WalkNetwork oneByOne = today;
          for (Change change : changes) {
            oneByOne = oneByOne.with(List.of(change));
          }

          assertArrayEquals(atOnce, costs(oneByOne, area.facilities()), town);
          assertArrayEquals(before, costs(today.with(List.of()), area.facilities()), town);
        });
  }

  /**
   * The bounds of plans rest on it: what is built is walked to, and opens no way to anything else.
   */
  @Test
  void a_facility_set_up_or_moved_changes_no_walk_to_any_other() {
    AtomicInteger set = new AtomicInteger();
    inRandomTowns(
        100,
        (area, today, random, town) -> {
          List<Change> openings = RandomChanges.of(area, random);
          List<Change> facilities = new ArrayList<>();
          for (int i = 0; i < 5; i++) {
            RandomChanges.additions(area, random).stream()
                .filter(PlacedDoors::places)
                .filter(change -> facilities.stream().noneMatch(change::isAboutSameAs))
                .forEach(facilities::add);
          }
          set.addAndGet(facilities.size());
          List<Facility> others =
              area.facilities().stream()
                  .filter(f -> facilities.stream().noneMatch(c -> c.id().equals(f.id())))
                  .toList();
          WalkNetwork opened = today.with(openings);

          WalkNetwork built = opened.with(facilities);

          assertArrayEquals(costs(opened, others), costs(built, others), town + facilities);
        });
    assertTrue(set.get() > 20, () -> "few facilities: " + set);
  }

  @Test
  void what_is_put_up_laid_moved_or_given_up_comes_in_any_order_too() {
    inRandomTowns(
        100,
        (area, today, random, town) -> {
          List<Change> changes = RandomChanges.of(area, random);
          Collections.shuffle(changes, random);
          changes = new ArrayList<>(changes.subList(0, Math.min(changes.size(), 5)));
          changes.addAll(RandomChanges.additions(area, random));
          StudyArea changed = new Scenario("s", "", changes).applyTo(area);
          int[][] before = costs(today, area.facilities());

          int[][] atOnce = costs(today.with(changes), changed.facilities());

          Collections.shuffle(changes, random);
          WalkNetwork oneByOne = today;
          for (Change change : changes) {
            oneByOne = oneByOne.with(List.of(change));
          }
          assertArrayEquals(atOnce, costs(oneByOne, changed.facilities()), town + changes);
          assertArrayEquals(before, costs(today, area.facilities()), town);
        });
  }

  @Test
  void opening_never_lengthens_a_walk_by_a_millimetre() {
    inRandomTowns(
        1000,
        (area, today, random, town) -> {
          List<Change> changes = RandomChanges.openings(area, random);
          List<Change> some = new ArrayList<>(changes);
          some.removeIf(change -> random.nextBoolean());

          int[][] before = costs(today, area.facilities());
          int[][] between = costs(today.with(some), area.facilities());
          int[][] after = costs(today.with(changes), area.facilities());

          for (int f = 0; f < before.length; f++) {
            for (int e = 0; e < before[f].length; e++) {
              assertTrue(between[f][e] <= before[f][e], town);
              assertTrue(after[f][e] <= between[f][e], town);
            }
          }
        });
  }
}
