package org.lifecircle.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.Entrance;
import org.lifecircle.model.Facility;
import org.lifecircle.model.Serves;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.WalkingRules;
import org.lifecircle.town.RandomTown;
import org.lifecircle.town.TownBuilder;
import org.lifecircle.town.TownRules;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;

/** A facility and a click at the same place give the same walk. */
class DoorsOnPathsTest {

  /** Links are rounded up one by one, and a door's place on a path may be a millimetre aside. */
  private static final double SAME_METRES = 0.01;

  /** Of the demo's entrances, one in so many. */
  private static final int ONE_IN = Boolean.getBoolean("lifecircle.long") ? 20 : 300;

  @Test
  void a_stop_on_the_width_of_two_streets_is_reached_straight_across_from_either() {
    StudyArea area =
        TownBuilder.surveyed()
            .street("p1", 0, 0, 200, 0)
            .street("p2", 100, 0, 100, 100)
            .entrance("A", 50, 0)
            .entrance("B", 100, 60)
            .facility("K", "bus_stop", 103, 4)
            .build();

    int[] costs =
        WalkNetwork.of(area, TownRules.walking())
            .costsToNearest(area.facilities(), Measure.distance(), WalkNetwork.NO_CUTOFF);

    assertEquals(53 + 4, costs[0] / 1000.0, 0.002);
    assertEquals(56 + 3, costs[1] / 1000.0, 0.002);
  }

  @Test
  void in_random_towns_a_facility_and_a_click_there_give_the_same_walk() {
    List<String> wrong = new ArrayList<>();
    int[] judged = new int[1];
    RandomTown.seeds(500, 127, 179, 339, 412) // facilities on the very line of a street
        .forEach(
            seed -> {
              StudyArea area = RandomTown.of(seed).area();
              wrong.addAll(differing(area, TownRules.walking(), 1, "town " + seed, judged));
            });
    assertEquals(List.of(), wrong);
    assertTrue(judged[0] > 1_000, () -> "few walks: " + judged[0]);
  }

  @Test
  void in_the_demo_district_a_facility_and_a_click_there_give_the_same_walk() throws IOException {
    int[] judged = new int[1];
    assertEquals(List.of(), differing(Places.demo(), Places.rules(), ONE_IN, "demo", judged));
    assertTrue(judged[0] > 200, () -> "few walks: " + judged[0]);
  }

  /** From one entrance in so many to every facility that is a point. */
  private static List<String> differing(
      StudyArea area, WalkingRules rules, int oneIn, String where, int[] judged) {
    WalkNetwork network = WalkNetwork.of(area, rules);
    List<String> wrong = new ArrayList<>();
    for (Facility facility : area.facilities()) {
      if (facility.geometry() instanceof Point point && isOneDoor(facility, area)) {
        int[] costs =
            network.costsToNearest(List.of(facility), Measure.distance(), WalkNetwork.NO_CUTOFF);
        for (int i = 0; i < costs.length; i += oneIn) {
          Coordinate door = area.entrances().get(i).geometry().getCoordinate();
          int compound = network.parts().entranceCompound(i);
          if (compound == network.parts().compounds().at(door)) {
            int clicked =
                network
                    .walk(door, point.getCoordinate(), Measure.distance())
                    .map(walk -> Math.toIntExact(walk.distanceMillimetres()))
                    .orElse(WalkNetwork.UNREACHED);
            judged[0]++;
            if (Math.abs((double) clicked - costs[i]) > 1000 * SAME_METRES) {
              Entrance from = area.entrances().get(i);
              wrong.add(
                  "%s, %s to %s: click %d, facility %d"
                      .formatted(where, from.id(), facility.id(), clicked, costs[i]));
            }
          }
        }
      }
    }
    return wrong;
  }

  private static boolean isOneDoor(Facility facility, StudyArea area) {
    return facility.serves() == Serves.PUBLIC
        && area.entrances().stream()
            .noneMatch(entrance -> Objects.equals(entrance.facilityId(), facility.id()));
  }
}
