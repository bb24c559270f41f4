package org.lifecircle.walk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.Change;
import org.lifecircle.model.Compound;
import org.lifecircle.model.Facility;
import org.lifecircle.model.FacilityOrigin;
import org.lifecircle.model.FacilityStatus;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Scenario;
import org.lifecircle.model.Serves;
import org.lifecircle.model.StudyArea;
import org.lifecircle.town.RandomTown;
import org.lifecircle.town.TownFiles;
import org.lifecircle.town.TownRules;
import org.locationtech.jts.geom.Geometry;

/** Only the nearest of a facility's doorsteps are linked, and no walk to it is longer for that. */
class DoorstepsTest {

  /** A random town in which most of each compound is a garden with doorsteps all around. */
  private static StudyArea withGardens(long seed) {
    StudyArea area = RandomTown.of(seed).area();
    List<Facility> facilities = new ArrayList<>(area.facilities());
    for (Compound compound : area.compounds()) {
      Geometry garden = compound.geometry().buffer(-1.5 - seed % 5);
      if (!garden.isEmpty()) {
        facilities.add(garden(compound.id(), garden, facilities.size() % 2 == 0));
      }
    }
    return area.with(Layer.FACILITIES, facilities);
  }

  private static Facility garden(String compound, Geometry garden, boolean open) {
    Serves serves = open ? Serves.PUBLIC : Serves.COMPOUND;
    return new Facility(
        "garden-" + compound,
        "garden",
        null,
        serves,
        null,
        null,
        null,
        FacilityOrigin.EXISTING,
        FacilityStatus.OPEN,
        garden);
  }

  @Test
  void the_nearest_doorstep_that_is_seen_is_linked_both_ways() {
    AtomicInteger seen = new AtomicInteger();
    AtomicInteger linked = new AtomicInteger();
    RandomTown.seeds(300)
        .forEach(
            seed -> {
              WalkNetwork network = WalkNetwork.of(withGardens(seed), TownRules.walking());
              NetworkParts parts = network.parts();
              Doorsteps doorsteps = parts.doors().doorsteps();
              Sight sight = parts.sight();
              Map<List<Integer>, Integer> least = new HashMap<>(); // by node and facility
              for (int step = 0; step < parts.nodes().count(); step++) {
                if (doorsteps.has(step)) { // the doorstep's own eyes leave nobody out
                  sight.look(step, network.view().standing());
                  for (int i = 0; i < sight.count(); i++) {
                    int far = sight.lengthMillimetres(i) + doorsteps.tieMillimetres(step);
                    int node = sight.to(i);
                    least.merge(List.of(node, doorsteps.facility(step)), far, Math::min);
                    seen.incrementAndGet();
                  }
                }
              }
              assertEquals(least, linkedFrom(network, false, linked), "town " + seed);
              assertEquals(least, linkedFrom(network, true, linked), "town " + seed);
            });
    assertTrue(seen.get() > 20_000, () -> "few doorsteps: " + seen);
    assertTrue(linked.get() < seen.get() / 3, () -> "most are linked: " + linked + "/" + seen);
  }

  /** By node and facility: how far the nearest door is by links to or from doorsteps. */
  private static Map<List<Integer>, Integer> linkedFrom(
      WalkNetwork network, boolean steps, AtomicInteger linked) {
    Doorsteps doorsteps = network.parts().doors().doorsteps();
    Map<List<Integer>, Integer> least = new HashMap<>();
    for (int node = 0; node < network.parts().nodes().count(); node++) {
      int[] row = Row.of(network.parts().ground(), node).links();
      for (int i = 0; i < row.length; i += 2) {
        int step = steps ? node : row[i];
        if (doorsteps.has(step)) {
          int other = steps ? row[i] : node;
          int far = row[i + 1] + doorsteps.tieMillimetres(step);
          least.merge(List.of(other, doorsteps.facility(step)), far, Math::min);
          linked.addAndGet(steps ? 1 : 0);
        }
      }
    }
    return least;
  }

  @Test
  void walks_to_gardens_after_changes_are_those_over_all_links() {
    AtomicInteger nearer = new AtomicInteger();
    RandomTown.seeds(300)
        .parallel()
        .forEach(
            seed -> {
              StudyArea area = withGardens(seed);
              WalkNetwork today = WalkNetwork.of(area, TownRules.walking());
              int[][] before = WhatIfLawsTest.costs(today, area.facilities());
              Random random = new Random(seed);
              for (int edit = 0; edit < 3; edit++) {
                List<Change> changes = RandomChanges.of(area, random);
                WalkNetwork altered = today;
                for (Change change : changes) { // one upon the other: rows come from rows
                  altered = altered.with(List.of(change));
                }
                int[][] costs = WhatIfLawsTest.costs(altered, area.facilities());
                PlainWhatIf plain = new PlainWhatIf(today, area, new Scenario("s", "", changes));
                for (int i = 0; i < costs.length; i++) {
                  Facility facility = area.facilities().get(i);
                  assertArrayEquals(
                      plain.costsTo(facility), costs[i], () -> seed + " " + facility.id());
                  nearer.addAndGet(Arrays.equals(costs[i], before[i]) ? 0 : 1);
                }
              }
            });
    assertTrue(nearer.get() > 120, () -> "few changes: " + nearer);
  }

  @Test
  void repaired_walks_to_gardens_are_those_of_a_search() {
    RandomTown.seeds(300)
        .parallel()
        .forEach(
            seed -> {
              StudyArea area = withGardens(seed);
              WalkNetwork today = WalkNetwork.of(area, TownRules.walking());
              List<Change> changes = RandomChanges.of(area, new Random(seed)); // closings as well
              Difference difference = today.difference(changes);
              int[][] searched = WhatIfLawsTest.costs(today.with(changes), area.facilities());
              for (int i = 0; i < searched.length; i++) {
                List<Facility> one = area.facilities().subList(i, i + 1);
                FieldRepair repair =
                    today.field(one, Measure.distance(), WalkNetwork.NO_CUTOFF).repair();
                repair.follow(difference);
                assertArrayEquals(searched[i], repair.costs(), () -> "town " + seed + " " + one);
              }
            });
  }

  @Test
  void walks_to_gardens_after_works_are_those_that_the_files_give() {
    AtomicInteger walks = new AtomicInteger();
    RandomTown.seeds(1000)
        .parallel()
        .forEach(
            seed -> {
              StudyArea area = TownFiles.reread(withGardens(seed), TownRules.walking());
              WalkNetwork today = WalkNetwork.of(area, TownRules.walking());
              List<Change> changes = RandomChanges.of(area, new Random(seed));
              StudyArea changed = new Scenario("s", "", changes).applyTo(area);
              StudyArea surveyed = TownFiles.reread(changed, TownRules.walking());

              int[][] whatIf = WhatIfLawsTest.costs(today.with(changes), changed.facilities());

              WalkNetwork afterwards = WalkNetwork.of(surveyed, TownRules.walking());
              int[][] read = WhatIfLawsTest.costs(afterwards, surveyed.facilities());
              for (int i = 0; i < read.length; i++) {
                Facility to = changed.facilities().get(i);
                assertEquals(to.id(), surveyed.facilities().get(i).id());
                assertArrayEquals(read[i], whatIf[i], () -> seed + " " + to.id() + changes);
                if (to.kind().equals("garden")) {
                  walks.addAndGet(
                      (int) Arrays.stream(read[i]).filter(c -> c != WalkNetwork.UNREACHED).count());
                }
              }
            });
    assertTrue(walks.get() > 1_000, () -> "few walks: " + walks);
  }
}
