package org.lifecircle.walk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.Change;
import org.lifecircle.model.Entrance;
import org.lifecircle.model.Facility;
import org.lifecircle.model.Scenario;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Walk;
import org.lifecircle.model.WalkingRules;
import org.lifecircle.town.LeakOracle;
import org.lifecircle.town.RandomTown;
import org.lifecircle.town.TownFiles;
import org.lifecircle.town.TownRules;

/**
 * The fourth law against files: the works are carried out, surveyed, written to files, and a
 * network is built of what is read from them.
 */
class RereadLawTest {

  private static final int EDITS_A_TOWN = 5;
  private static final int MILLIMETRES_A_LINK = 2;
  private static final WalkingRules RULES = TownRules.walking();

  private interface Claim {
    void check(StudyArea area, WalkNetwork today, Random random, String edit);
  }

  /** In so many towns, and in so many of a long run. */
  private static void inRandomTowns(int towns, int inLongRun, Claim claim) {
    RandomTown.seeds(
            Boolean.getBoolean("lifecircle.long") ? inLongRun : 10 * towns, 400, 1328, 1728)
        .parallel()
        .forEach(
            seed -> {
              StudyArea area = TownFiles.reread(RandomTown.of(seed).area(), RULES);
              WalkNetwork today = WalkNetwork.of(area, RULES);
              for (int i = 0; i < EDITS_A_TOWN; i++) {
                claim.check(area, today, new Random(1000 * seed + i), seed + "/" + i);
              }
            });
  }

  /** From one change to all there are, so that neighbours go together and apart. */
  private static List<Change> some(StudyArea area, Random random) {
    List<Change> changes = RandomChanges.of(area, random);
    if (random.nextBoolean()) {
      Collections.shuffle(changes, random);
      changes = new ArrayList<>(changes.subList(0, Math.min(changes.size(), random.nextInt(5))));
    }
    return changes;
  }

  /** Fields of today that follow the changes say the same as searches of the what-if. */
  private static void assertFollowed(
      StudyArea changed, WalkNetwork today, WalkNetwork whatIf, String edit) {
    today
        .differenceTo(whatIf)
        .filter(difference -> whatIf.placed() == PlacedDoors.NONE)
        .ifPresent(
            difference -> {
              for (Facility to : changed.facilities()) {
                CostField field =
                    today.field(List.of(to), Measure.distance(), WalkNetwork.NO_CUTOFF);
                int[] followed = FieldRepairTest.followed(field, field.repair(), difference);
                assertArrayEquals(costs(whatIf, to), followed, edit + to.id());
              }
            });
  }

  private static int[] costs(WalkNetwork network, Facility facility) {
    return network.costsToNearest(List.of(facility), Measure.distance(), WalkNetwork.NO_CUTOFF);
  }

  @Test
  void a_what_if_is_what_the_files_give_once_it_is_carried_out() {
    AtomicInteger walks = new AtomicInteger();
    inRandomTowns(
        100,
        2000,
        (area, today, random, edit) -> {
          List<Change> changes = some(area, random);
          if (random.nextInt(4) == 0) {
            changes.addAll(RandomChanges.additions(area, random));
          }
          WalkNetwork whatIf = today.with(changes);

          StudyArea changed = new Scenario("s", "", changes).applyTo(area);
          assertFollowed(changed, today, whatIf, edit + changes);
          StudyArea surveyed = surveyed(changed, changes);
          WalkNetwork afterwards = WalkNetwork.of(surveyed, RULES);
          walks.addAndGet(
              same(changed, whatIf, surveyed, afterwards, places(changes), edit + changes));
        });
    assertTrue(walks.get() > 10_000, () -> "few walks: " + walks);
  }

  @Test
  void the_demo_district_after_works_of_all_kinds_is_what_its_files_give() throws IOException {
    WalkingRules rules = Places.rules();
    StudyArea area = Places.demo();
    WalkNetwork today = WalkNetwork.of(area, rules);
    int edits = Boolean.getBoolean("lifecircle.long") ? 30 : 1;
    for (int i = 0; i < edits; i++) {
      Random random = new Random(i);
      List<Change> changes = some(area, random);
      changes.addAll(RandomChanges.additions(area, random));
      changes.removeIf(Change.AddWall.class::isInstance);

      WalkNetwork whatIf = today.with(changes);

      StudyArea changed = new Scenario("s", "", changes).applyTo(area);
      StudyArea surveyed = TownFiles.rereadInPlace(changed, rules);
      WalkNetwork afterwards = WalkNetwork.of(surveyed, rules);
      assertTrue(
          same(changed, whatIf, surveyed, afterwards, places(changes), "edit " + i) > 10_000);
    }
  }

  /**
   * Whether a facility is set up or moved. A what-if looks out from its doors; files have them set
   * into the arrangement, each in whole millimetres, and the edges they are set into bend by that.
   */
  private static boolean places(List<Change> changes) {
    return changes.stream().anyMatch(PlacedDoors::places);
  }

  /** From every door to every facility: how many walks there are, all of them as long. */
  private static int same(
      StudyArea area,
      WalkNetwork whatIf,
      StudyArea surveyed,
      WalkNetwork afterwards,
      boolean places,
      String edit) {
    int walks = 0;
    for (int f = 0; f < area.facilities().size(); f++) {
      Facility to = area.facilities().get(f);
      int[] expected = costs(afterwards, surveyed.facilities().get(f));
      int[] found = costs(whatIf, to);
      for (int e = 0; e < found.length; e++) {
        Entrance from = area.entrances().get(e);
        assertEquals(from.id(), surveyed.entrances().get(e).id());
        long more = (long) found[e] - expected[e];
        if (more != 0 && (!places || Math.abs(more) > tolerance(afterwards, from, to, more))) {
          assertEquals(expected[e], found[e], edit + from.id() + " to " + to.id());
        }
        walks += found[e] == WalkNetwork.UNREACHED ? 0 : 1;
      }
    }
    return walks;
  }

  /**
   * What is read after the works. A new wall makes readers cut those it meets into other pieces,
   * whose strips end elsewhere, so that walks differ by centimetres: that is the files' doing, and
   * then the changed area itself is what is compared with.
   */
  private static StudyArea surveyed(StudyArea changed, List<Change> changes) {
    return changes.stream().anyMatch(Change.AddWall.class::isInstance)
        ? changed
        : TownFiles.reread(changed, RULES);
  }

  /**
   * Here files say nothing of what was: walls and structures are left out and the ground they leave
   * is drawn as open space, so that all is noded, tied and looked over without them. What a what-if
   * kept from before (ties to farther ground, gates of fallen walls) is not there; by the third law
   * it may make a what-if shorter, where the walk is sound.
   */
  @Test
  void a_what_if_is_never_longer_than_files_that_know_nothing_of_what_was() {
    AtomicInteger same = new AtomicInteger();
    AtomicInteger shorter = new AtomicInteger();
    inRandomTowns(
        10,
        400,
        (town, ignored, random, edit) -> {
          StudyArea area = ClearedTown.withoutResidentsGates(town);
          List<Change> changes = some(area, random);
          StudyArea cleared = ClearedTown.of(area, changes, RULES);

          WalkNetwork whatIf = WalkNetwork.of(area, RULES).with(changes);
          WalkNetwork afresh = WalkNetwork.of(cleared, RULES);

          boolean looked = false;
          for (Facility facility : area.facilities()) {
            int[] most = costs(afresh, facility);
            int[] found = costs(whatIf, facility);
            for (int e = 0; e < found.length; e++) {
              Entrance from = area.entrances().get(e);
              String what = edit + changes + from.id() + " to " + facility.id();
              long more = (long) found[e] - most[e];
              if (Math.abs(more) <= tolerance(afresh, from, facility, more)) {
                same.incrementAndGet();
              } else {
                assertTrue(more < 0, what + ": " + found[e] + " instead of " + most[e]);
                shorter.incrementAndGet();
                looked = looked || isSound(whatIf, from, facility, cleared, what);
              }
            }
          }
        });
    assertTrue(shorter.get() < 0.1 * same.get(), shorter + " are shorter, the same " + same);
  }

  /** Two millimetres a link of the walk; where a difference is plainly more or less, one link's. */
  private static int tolerance(WalkNetwork network, Entrance from, Facility to, long needed) {
    if (Math.abs(needed) <= MILLIMETRES_A_LINK || Math.abs(needed) > 100 * MILLIMETRES_A_LINK) {
      return MILLIMETRES_A_LINK;
    }
    return MILLIMETRES_A_LINK
        * walk(network, from, to).map(walk -> walk.geometry().getNumPoints() + 1).orElse(1);
  }

  private static Optional<Walk> walk(WalkNetwork network, Entrance from, Facility to) {
    return network.walk(
        from.geometry().getCoordinate(), to.geometry().getCoordinate(), Measure.distance());
  }

  private static boolean isSound(
      WalkNetwork whatIf, Entrance from, Facility to, StudyArea cleared, String what) {
    walk(whatIf, from, to)
        .ifPresent(
            walk ->
                assertEquals(
                    List.of(),
                    LeakOracle.of(cleared, RULES).check(walk.geometry(), Set.of()),
                    what));
    return true;
  }
}
