package org.lifecircle.walk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.Access;
import org.lifecircle.model.Change;
import org.lifecircle.model.Facility;
import org.lifecircle.model.FacilityOrigin;
import org.lifecircle.model.FacilityStatus;
import org.lifecircle.model.Gate;
import org.lifecircle.model.Scenario;
import org.lifecircle.model.Serves;
import org.lifecircle.model.StudyArea;
import org.lifecircle.town.DrawnTown;
import org.lifecircle.town.RandomTown;
import org.lifecircle.town.TownBuilder;
import org.lifecircle.town.TownRules;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Fields brought up to date for closings, alone and mixed with openings, are what searching gives.
 */
class FieldClosingsTest {

  /** Closings alone, and mixed with all that opens; a repair follows many changes, one by one. */
  @Test
  void a_field_brought_up_to_date_for_closings_is_what_a_search_gives() {
    AtomicInteger nearer = new AtomicInteger();
    AtomicInteger farther = new AtomicInteger();
    RandomTown.seeds(800)
        .parallel()
        .forEach(
            seed -> {
              StudyArea area = RandomTown.of(seed).area();
              Random random = new Random(seed);
              WalkNetwork today = WalkNetwork.of(area, TownRules.walking());
              List<Facility> some = new ArrayList<>(area.facilities());
              some.removeIf(f -> random.nextInt(3) == 0);
              Measure measure = FieldRepairTest.MEASURES[random.nextInt(2)];
              int cutoff = random.nextBoolean() ? WalkNetwork.NO_CUTOFF : 150_000;
              CostField field = today.field(some, measure, cutoff);
              FieldRepair repair = field.repair();
              for (int i = 0; i < 12; i++) {
                List<Change> changes = RandomChanges.of(area, random);
                if (random.nextBoolean()) {
                  changes.removeIf(change -> !(change instanceof Change.CloseGate));
                }

                int[] followed = FieldRepairTest.followed(field, repair, today.difference(changes));

                int[] searched = today.with(changes).costsToNearest(some, measure, cutoff);
                assertArrayEquals(searched, followed, seed + "/" + i + " " + changes);
                for (int e = 0; e < followed.length; e++) {
                  nearer.addAndGet(followed[e] < field.entranceCost(e) ? 1 : 0);
                  farther.addAndGet(followed[e] > field.entranceCost(e) ? 1 : 0);
                }
              }
            });
    assertTrue(nearer.get() > 500, "openings matter: " + nearer);
    assertTrue(farther.get() > 500, "closings matter: " + farther);
  }

  /** Any rule of any gate becomes any other; asked at every node, for everybody. */
  @Test
  void rules_of_gates_that_become_others_change_what_a_walk_costs_from_everywhere() {
    AtomicInteger moved = new AtomicInteger();
    RandomTown.seeds(800)
        .parallel()
        .forEach(
            seed -> {
              StudyArea area = RandomTown.of(seed).area();
              Random random = new Random(seed);
              WalkNetwork today = WalkNetwork.of(area, TownRules.walking());
              for (int i = 0; i < 6; i++) {
                List<Change> some = RandomChanges.gates(area, random);
                List<Change> others = RandomChanges.gates(area, random);
                if (random.nextBoolean()) {
                  List<Change> gone = RandomChanges.walls(area, random);
                  others.addAll(gone);
                  gone.removeIf(change -> random.nextBoolean());
                  some.addAll(gone);
                }
                WalkNetwork before = today.with(some);
                WalkNetwork after = today.with(others);
                Facility to = area.facilities().get(random.nextInt(area.facilities().size()));
                CostField field =
                    before.fieldEverywhere(List.of(to), Measure.distance(), WalkNetwork.NO_CUTOFF);
                FieldRepair repair = field.repair();

                int[] followed =
                    FieldRepairTest.followed(
                        field, repair, before.differenceTo(after).orElseThrow());

                CostField afresh =
                    after.fieldEverywhere(List.of(to), Measure.distance(), WalkNetwork.NO_CUTOFF);
                String where = seed + "/" + i + " " + to.id() + " " + others;
                assertArrayEquals(afresh.costs(), followed, where);
                assertEverywhere(after, afresh.repair(), repair, where);
                FieldRepairTest.eachFollowed(area.facilities(), before, after, where);
                moved.addAndGet(repair.changedCount());
              }
            });
    assertTrue(moved.get() > 500, "gates matter: " + moved);
  }

  /**
   * Whoever comes to K may pass the gates of its compound, and the back gate to E is one. A search
   * from K needed to remember that for as long as it took to come to that gate; once the gate to
   * the north is closed, it takes longer.
   */
  @Test
  void a_gate_is_still_passed_by_those_who_come_to_it_by_a_longer_way() {
    DrawnTown town =
        DrawnTown.of(
            """
            =======================
                |           |     :
              ##+####     #####   :
              #.....#     #...#   :
              #..K..#     #.E.#   :
              #.....#     #...#   :
              ##+####     #####   :
                |                 :
            =======================
                        |       |
            K: clinic
            """);
    Coordinate at = new Coordinate(town.place("E").x, town.place("E").y + 20);
    Gate back =
        new Gate(
            "back",
            Access.RESIDENTS,
            List.of(town.compoundOf("K")),
            null,
            null,
            town.area().boundary().getFactory().createPoint(at));
    StudyArea area = new Scenario("s", "", List.of(new Change.AddGate(back))).applyTo(town.area());
    WalkNetwork today = WalkNetwork.of(area, TownRules.walking());
    CostField field = today.field(area.facilities(), Measure.distance(), WalkNetwork.NO_CUTOFF);

    int[] followed = afterClosing("g1", field, today, area.facilities());

    assertTrue(field.entranceCost(0) < 230_000, "by the north: " + field.entranceCost(0));
    assertTrue(followed[0] > 370_000, "by the south: " + followed[0]);
  }

  @Test
  void a_school_behind_a_gate_is_not_reached_once_that_is_closed() {
    StudyArea area =
        TownBuilder.surveyed()
            .street("street", 0, 0, 100, 0)
            .footway("path", 10, 0, 10, 10)
            .wall("wall", 0, 10, 20, 10)
            .gate("gate", 10, 10, Access.PUBLIC)
            .building("house", 0, 10, 20, 10, 20, 30, 0, 30)
            .entrance("E", 60, 5)
            .build();
    Facility school = facility("school", area.buildings().get(0).geometry());
    WalkNetwork today =
        WalkNetwork.of(area, TownRules.walking()).with(List.of(new Change.AddFacility(school)));
    CostField field = today.field(List.of(school), Measure.distance(), WalkNetwork.NO_CUTOFF);

    int[] followed = afterClosing("gate", field, today, List.of(school));

    assertTrue(followed[0] > field.entranceCost(0), "its gate was the nearest door");
  }

  /** From the street K is nearer than J, whose door is far off it, until the gate is closed. */
  @Test
  void the_next_door_is_walked_to_when_the_gate_to_the_nearest_is_closed() {
    DrawnTown town =
        DrawnTown.of(
            """
            #####
            #.K.#
            ##+##
            ===========E


              J
            K: clinic
            J: clinic
            """);
    StudyArea area = town.area();
    WalkNetwork today = WalkNetwork.of(area, TownRules.walking());
    CostField field = today.field(area.facilities(), Measure.distance(), WalkNetwork.NO_CUTOFF);

    int[] followed = afterClosing("g1", field, today, area.facilities());

    assertEquals(10_000, followed[0] - field.entranceCost(0), "30 m to J, not 20 to K");
  }

  /** To pass the gate on the outline of a facility is to be there. */
  @Test
  void gates_closed_on_the_outline_of_a_facility_that_was_set_up_lead_there_no_more() {
    AtomicInteger moved = new AtomicInteger();
    RandomTown.seeds(400)
        .parallel()
        .forEach(
            seed -> {
              StudyArea area = RandomTown.of(seed).area();
              Random random = new Random(seed);
              List<Change> placed = new ArrayList<>(RandomChanges.additions(area, random));
              placed.removeIf(change -> !PlacedDoors.places(change));
              area.gates().stream()
                  .skip(random.nextInt(area.gates().size() + 1))
                  .limit(2)
                  .forEach(gate -> placed.add(new Change.AddFacility(besides(gate, random))));
              List<Facility> facilities = new Scenario("s", "", placed).applyTo(area).facilities();
              WalkNetwork today = WalkNetwork.of(area, TownRules.walking()).with(placed);
              for (int i = 0; i < 3; i++) {
                WalkNetwork before = today.with(RandomChanges.gates(area, random));
                List<Change> others = RandomChanges.gates(area, random);
                if (random.nextBoolean()) {
                  others.addAll(RandomChanges.walls(area, random));
                }
                WalkNetwork after = today.with(others);
                String where = seed + "/" + i + " " + placed + others;
                moved.addAndGet(FieldRepairTest.eachFollowed(facilities, before, after, where));
              }
            });
    assertTrue(moved.get() > 500, "gates matter: " + moved);
  }

  private static Facility besides(Gate gate, Random random) {
    Coordinate at = gate.geometry().getCoordinate();
    double x = at.x - (random.nextBoolean() ? 0 : 12);
    Envelope box = new Envelope(x, x + 12, at.y - 4, at.y + 5);
    return facility("beside-" + gate.id(), gate.geometry().getFactory().toGeometry(box));
  }

  private static Facility facility(String id, Geometry geometry) {
    return new Facility(
        id,
        "clinic",
        null,
        Serves.PUBLIC,
        null,
        null,
        null,
        FacilityOrigin.EXISTING,
        FacilityStatus.OPEN,
        geometry);
  }

  /** What the field says once a gate is closed, and so does a search. */
  private static int[] afterClosing(
      String gate, CostField field, WalkNetwork today, List<Facility> to) {
    List<Change> closed = List.of(new Change.CloseGate(gate));
    int[] followed = FieldRepairTest.followed(field, field.repair(), today.difference(closed));
    int[] searched =
        today.with(closed).costsToNearest(to, Measure.distance(), WalkNetwork.NO_CUTOFF);
    assertArrayEquals(searched, followed);
    return followed;
  }

  private static void assertEverywhere(
      WalkNetwork network, FieldRepair afresh, FieldRepair repair, String where) {
    for (int node = 0; node < network.parts().nodes().count(); node++) {
      for (int c = CompoundMap.NOWHERE; c < network.parts().compounds().count(); c++) {
        int group = network.view().group(c);
        assertEquals(
            afresh.costFor(node, group),
            repair.costFor(node, group),
            where + " node " + node + " for " + group);
      }
    }
  }

  /** Costs that were taken back are found again from where their nodes look. */
  @Test
  void what_is_walked_one_way_is_seen_the_other() {
    AtomicInteger links = new AtomicInteger();
    RandomTown.seeds(400)
        .parallel()
        .forEach(
            seed -> {
              StudyArea area = RandomTown.of(seed).area();
              Random random = new Random(seed);
              WalkNetwork today = WalkNetwork.of(area, TownRules.walking());
              for (int i = 0; i < 4; i++) {
                View view = today.with(RandomChanges.openings(area, random)).view();
                for (int node = 0; node < today.parts().nodes().count(); node++) {
                  int[] row = view.rowThrough(node);
                  for (int k = 0; k < row.length; k += 2) {
                    assertTrue(sees(view, row[k], node), seed + ": " + row[k] + " sees " + node);
                    links.incrementAndGet();
                  }
                }
              }
            });
    assertTrue(links.get() > 10_000, "few links: " + links);
  }

  private static boolean sees(View view, int node, int other) {
    int[] fresh = view.fresh(node);
    int[] row = fresh == null ? Row.of(view.ground(), node).links() : fresh;
    for (int i = 0; i < row.length; i += 2) {
      if (row[i] == other) {
        return true;
      }
    }
    return false;
  }
}
