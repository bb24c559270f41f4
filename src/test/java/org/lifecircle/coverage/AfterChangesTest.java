package org.lifecircle.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.Access;
import org.lifecircle.model.Change;
import org.lifecircle.model.Criterion;
import org.lifecircle.model.Entrance;
import org.lifecircle.model.Facility;
import org.lifecircle.model.FacilityOrigin;
import org.lifecircle.model.FacilityStatus;
import org.lifecircle.model.Gate;
import org.lifecircle.model.IllegalStructure;
import org.lifecircle.model.Scenario;
import org.lifecircle.model.Serves;
import org.lifecircle.model.Standard;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Tier;
import org.lifecircle.model.Wall;
import org.lifecircle.town.RandomTown;
import org.lifecircle.town.TownRules;
import org.lifecircle.walk.WalkNetwork;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** What a study finds for a what-if by what it knew is what a study made from nothing finds. */
class AfterChangesTest {

  private static final int EDITS_A_TOWN = 7;

  private static Standard standard() {
    return Policies.standard(
        Policies.walk("school", Tier.FIVE, 120, 2, "kindergarten"),
        Policies.walk("any", Tier.TEN, 250, 4, "kindergarten", "clinic"),
        Policies.walk("clinic", Tier.TEN, 180, 3, "clinic"),
        Policies.presence("here", "clinic"));
  }

  @Test
  void coverage_and_land_after_changes_are_those_of_a_study_made_from_nothing() {
    AtomicInteger moved = new AtomicInteger();
    RandomTown.seeds(200)
        .parallel()
        .forEach(
            seed -> {
              StudyArea area = RandomTown.of(seed).area();
              WalkNetwork network = WalkNetwork.of(area, TownRules.walking());
              CoverageStudy today = study(area, network);
              String asItWas = told(today);
              for (int edit = 0; edit < EDITS_A_TOWN; edit++) {
                List<Change> changes = changes(area, new Random(100 * seed + edit), edit);
                StudyArea changed = new Scenario("s", "", changes).applyTo(area);
                WalkNetwork then = network.with(changes);

                String sooner = told(today.after(changed, then));

                assertEquals(told(study(changed, then)), sooner, () -> seed + " " + changes);
                moved.addAndGet(sooner.equals(asItWas) ? 0 : 1);
              }
              assertEquals(asItWas, told(today), "today stays as it was");
            });
    assertTrue(moved.get() > 25, () -> "few changes changed anything: " + moved);
  }

  private static CoverageStudy study(StudyArea area, WalkNetwork network) {
    return CoverageStudy.of(area, standard(), TownRules.walking(), network).withLand(network);
  }

  private static String told(CoverageStudy study) {
    StringBuilder told = new StringBuilder();
    for (Criterion criterion : Criterion.values()) {
      CoverageQuery query = CoverageQuery.by(By.COMPOUND);
      CoverageQuery asked = criterion == Criterion.TIME ? query.atThePaceOf("wheelchair") : query;
      study.each(asked).forEach(row -> told.append(row).append('\n'));
      study.complete(asked).forEach(row -> told.append(row).append('\n'));
    }
    return told.toString();
  }

  /** By the number of the edit: openings, facilities, both, all of it, or closings alone. */
  private static List<Change> changes(StudyArea area, Random random, int edit) {
    List<Change> changes = new ArrayList<>();
    if (edit % 3 != 1 && edit != 6) {
      addOpenings(area, random, changes);
    }
    if (edit % 3 != 0) {
      addFacilities(area, random, changes);
    }
    if (edit >= 5) {
      area.gates().stream()
          .filter(gate -> gate.access() != Access.CLOSED && random.nextInt(3) == 0)
          .filter(gate -> changes.stream().noneMatch(change -> change.id().equals(gate.id())))
          .forEach(gate -> changes.add(new Change.CloseGate(gate.id())));
    }
    return changes;
  }

  private static void addOpenings(StudyArea area, Random random, List<Change> changes) {
    double share = random.nextBoolean() ? 0.1 : random.nextDouble();
    for (Wall wall : area.walls()) {
      if (wall.removable() && wall.standing() && random.nextDouble() < share) {
        changes.add(new Change.RemoveWall(wall.id()));
      }
    }
    for (IllegalStructure structure : area.illegalStructures()) {
      if (structure.blocksGround() && random.nextDouble() < share) {
        changes.add(new Change.RemoveStructure(structure.id()));
      }
    }
    for (Gate gate : area.gates()) {
      if (gate.access() == Access.RESIDENTS && random.nextDouble() < share / 2) {
        changes.add(new Change.OpenGate(gate.id()));
      }
    }
  }

  private static void addFacilities(StudyArea area, Random random, List<Change> changes) {
    Facility some = area.facilities().get(random.nextInt(area.facilities().size()));
    Entrance door = area.entrances().get(random.nextInt(area.entrances().size()));
    Coordinate at = door.geometry().getCoordinate();
    Geometry place =
        area.boundary()
            .getFactory()
            .createPoint(
                new Coordinate(
                    Math.rint(1000 * (at.x + 4 * random.nextDouble())) / 1000,
                    Math.rint(1000 * (at.y + 4 * random.nextDouble())) / 1000));
    switch (random.nextInt(3)) {
      case 0 -> changes.add(new Change.RemoveFacility(some.id()));
      case 1 -> changes.add(new Change.MoveFacility(some.id(), place));
      default ->
          changes.add(
              new Change.AddFacility(
                  new Facility(
                      "new",
                      some.kind(),
                      null,
                      random.nextBoolean() ? Serves.PUBLIC : Serves.COMPOUND,
                      null,
                      null,
                      null,
                      FacilityOrigin.EXISTING,
                      FacilityStatus.OPEN,
                      place)));
    }
  }
}
