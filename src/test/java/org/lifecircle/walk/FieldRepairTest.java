package org.lifecircle.walk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.Access;
import org.lifecircle.model.Change;
import org.lifecircle.model.Facility;
import org.lifecircle.model.Gate;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Wall;
import org.lifecircle.town.RandomTown;
import org.lifecircle.town.TownRules;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** Fields brought up to date are what searching again gives. */
class FieldRepairTest {

  static final Measure[] MEASURES = {
    Measure.distance(), Measure.time(TownRules.walking().group("wheelchair"))
  };

  static int[] followed(CostField field, FieldRepair repair, Difference difference) {
    int[] costs = field.costs();
    repair.follow(difference);
    for (int i = 0; i < repair.changedCount(); i++) {
      assertNotEquals(repair.cost(i), costs[repair.entrance(i)], "changed means nearer or farther");
      costs[repair.entrance(i)] = repair.cost(i);
    }
    assertArrayEquals(costs, repair.costs(), "one by one and all at once");
    return costs;
  }

  @Test
  void a_field_brought_up_to_date_for_openings_is_what_a_search_gives() {
    AtomicInteger nearer = new AtomicInteger();
    RandomTown.seeds(400)
        .parallel()
        .forEach(
            seed -> {
              StudyArea area = RandomTown.of(seed).area();
              Random random = new Random(seed);
              WalkNetwork today = WalkNetwork.of(area, TownRules.walking());
              List<Facility> some = new ArrayList<>(area.facilities());
              some.removeIf(f -> random.nextInt(3) == 0);
              Measure measure = MEASURES[random.nextInt(2)];
              int cutoff = random.nextBoolean() ? WalkNetwork.NO_CUTOFF : 150_000;
              CostField field = today.field(some, measure, cutoff);
              FieldRepair repair = field.repair();
              for (int i = 0; i < 12; i++) {
                List<Change> changes = RandomChanges.openings(area, random);
                if (random.nextBoolean()) {
                  changes = changes.subList(0, Math.min(1, changes.size()));
                }

                int[] followed = followed(field, repair, today.difference(changes));

                int[] searched = today.with(changes).costsToNearest(some, measure, cutoff);
                assertArrayEquals(searched, followed, seed + "/" + i + " " + changes);
                nearer.addAndGet(repair.changedCount());
              }
            });
    assertTrue(nearer.get() > 500, "changes matter: " + nearer);
  }

  @Test
  void a_field_of_a_scenario_is_brought_up_to_date_for_more() {
    RandomTown.seeds(100)
        .parallel()
        .forEach(
            seed -> {
              StudyArea area = RandomTown.of(seed).area();
              Random random = new Random(seed);
              WalkNetwork scenario =
                  WalkNetwork.of(area, TownRules.walking()).with(RandomChanges.of(area, random));
              CostField field =
                  scenario.field(area.facilities(), Measure.distance(), WalkNetwork.NO_CUTOFF);
              FieldRepair repair = field.repair();
              for (Wall wall : area.walls()) {
                Change change = new Change.RemoveWall(wall.id());
                if (wall.removable()) {
                  int[] followed = followed(field, repair, scenario.difference(List.of(change)));
                  int[] searched =
                      scenario
                          .with(List.of(change))
                          .costsToNearest(
                              area.facilities(), Measure.distance(), WalkNetwork.NO_CUTOFF);
                  assertArrayEquals(searched, followed, seed + " " + change);
                }
              }
            });
  }

  /** In town 354 people of a yard may use the other's gates on a walk that is as long as before. */
  @Test
  void people_whose_yard_joins_another_are_nearer_even_where_no_walk_is_new() {
    AtomicInteger nearer = new AtomicInteger();
    RandomTown.seeds(400, 354)
        .distinct()
        .parallel()
        .forEach(
            seed -> {
              StudyArea area = RandomTown.of(seed).area();
              WalkNetwork today = WalkNetwork.of(area, TownRules.walking());
              for (Wall wall : area.walls()) {
                if (wall.removable()) {
                  List<Change> change = List.of(new Change.RemoveWall(wall.id()));
                  nearer.addAndGet(
                      eachFollowed(
                          area.facilities(), today, today.with(change), seed + " " + change));
                }
              }
            });
    assertTrue(nearer.get() > 500, "walls matter: " + nearer);
  }

  @Test
  void residents_gates_that_a_scenario_closed_are_there_again() {
    AtomicInteger nearer = new AtomicInteger();
    RandomTown.seeds(400)
        .parallel()
        .forEach(
            seed -> {
              StudyArea area = RandomTown.of(seed).area();
              Random random = new Random(seed);
              WalkNetwork today = WalkNetwork.of(area, TownRules.walking());
              for (int i = 0; i < 6; i++) {
                List<Change> closed = new ArrayList<>();
                area.gates().forEach(gate -> closed.add(new Change.CloseGate(gate.id())));
                closed.removeIf(change -> random.nextBoolean());
                List<Change> fewer = new ArrayList<>(closed);
                fewer.removeIf(change -> random.nextBoolean());
                WalkNetwork before = today.with(closed);
                WalkNetwork after = today.with(fewer);
                nearer.addAndGet(
                    eachFollowed(area.facilities(), before, after, seed + "/" + i + " " + fewer));
              }
            });
    assertTrue(nearer.get() > 500, "gates matter: " + nearer);
  }

  /** Follows changes by a field of each facility; how many entrances are nearer or farther. */
  static int eachFollowed(
      List<Facility> facilities, WalkNetwork before, WalkNetwork after, String where) {
    Difference difference = before.differenceTo(after).orElseThrow();
    int nearer = 0;
    for (Facility facility : facilities) {
      List<Facility> to = List.of(facility);
      for (int cutoff : new int[] {90_000, WalkNetwork.NO_CUTOFF}) {
        CostField field = before.field(to, Measure.distance(), cutoff);
        FieldRepair repair = field.repair();
        int[] searched = after.costsToNearest(to, Measure.distance(), cutoff);
        int[] followed = followed(field, repair, difference);
        assertArrayEquals(searched, followed, () -> where + " " + facility.id());
        nearer += repair.changedCount();
      }
    }
    return nearer;
  }

  @Test
  void a_new_gate_followed_is_the_gate_surveyed_within_two_millimetres_a_link() {
    AtomicInteger all = new AtomicInteger();
    AtomicInteger same = new AtomicInteger();
    RandomTown.seeds(200)
        .parallel()
        .forEach(
            seed -> {
              StudyArea area = RandomTown.of(seed).area();
              WalkNetwork today = WalkNetwork.of(area, TownRules.walking());
              CostField field =
                  today.field(area.facilities(), Measure.distance(), WalkNetwork.NO_CUTOFF);
              FieldRepair repair = field.repair();
              Random random = new Random(seed);
              for (int i = 0; i < 4; i++) {
                Wall wall = area.walls().get(random.nextInt(area.walls().size()));
                double along = (0.2 + 0.6 * random.nextDouble()) * wall.geometry().getLength();
                Coordinate at = new LengthIndexedLine(wall.geometry()).extractPoint(along);
                Gate gate =
                    new Gate(
                        "new",
                        Access.PUBLIC,
                        List.of(),
                        null,
                        null,
                        wall.geometry().getFactory().createPoint(at));

                int[] surveyed =
                    today
                        .with(List.of(new Change.AddGate(gate)))
                        .costsToNearest(
                            area.facilities(), Measure.distance(), WalkNetwork.NO_CUTOFF);

                int[] followed =
                    today
                        .shortcutsThrough(at)
                        .map(shortcuts -> followed(field, repair, shortcuts))
                        .orElseGet(field::costs);
                for (int e = 0; e < followed.length; e++) {
                  all.incrementAndGet();
                  same.addAndGet(Math.abs((long) followed[e] - surveyed[e]) <= 40 ? 1 : 0);
                }
              }
            });
    assertTrue(same.get() >= 0.99 * all.get(), same + " of " + all);
  }

  @Test
  void what_puts_something_up_or_restores_it_is_not_followed() {
    StudyArea area = RandomTown.of(1).area();
    WalkNetwork today = WalkNetwork.of(area, TownRules.walking());
    Wall wall = area.walls().stream().filter(Wall::removable).findFirst().orElseThrow();
    WalkNetwork without = today.with(List.of(new Change.RemoveWall(wall.id())));
    Gate gate =
        new Gate("new", Access.PUBLIC, List.of(), null, null, wall.geometry().getInteriorPoint());

    assertThrows(
        IllegalArgumentException.class, () -> today.difference(List.of(new Change.AddGate(gate))));
    assertTrue(without.differenceTo(today).isEmpty());
    assertEquals(0, today.difference(List.of()).linkCount());
  }
}
