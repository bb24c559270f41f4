package org.lifecircle.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.Entrance;
import org.lifecircle.model.Group;
import org.lifecircle.model.StudyArea;
import org.lifecircle.town.LeakOracle;
import org.lifecircle.town.RandomTown;
import org.lifecircle.town.TownRules;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Laws 1 and 5 for isochrones: what is drawn is what can be walked to, and nothing else. */
class IsochroneLawsTest {

  private static final boolean LONG = Boolean.getBoolean("lifecircle.long");

  /** Square metres that corners drawn in millimetres may put inside a solid. */
  private static final double SPECK = 0.01;

  @Test
  void in_random_towns_inside_means_within_the_threshold_and_nothing_leaks() {
    List<String> wrong = new ArrayList<>();
    int checked = 0;
    int inside = 0;

    for (long seed : RandomTown.seeds(1_000).toArray()) {
      StudyArea area = RandomTown.of(seed).area();
      WalkNetwork network = WalkNetwork.of(area, TownRules.walking());
      LeakOracle leaks = LeakOracle.of(area, TownRules.walking());
      Random dice = new Random(seed);
      Envelope box = area.boundary().getEnvelopeInternal();
      for (Direction way : Direction.values()) {
        OneTruth truth =
            new OneTruth(
                network,
                OneTruth.onGround(network, box, dice),
                measure(network, dice),
                thresholds(dice),
                way);
        for (int i = 0; i < 100; i++) {
          truth.check(OneTruth.onGround(network, box, dice));
        }
        checked += truth.checked();
        inside += truth.inside();
        truth.wrong().forEach(sentence -> wrong.add("town " + seed + ", " + sentence));
        for (Geometry drawn : truth.drawn()) {
          double entered = leaks.squareMetresInSolids(drawn);
          if (entered > SPECK) {
            wrong.add("town " + seed + ": " + entered + " m² lie in solids");
          }
        }
      }
    }

    assertEquals(List.of(), wrong);
    assertTrue(inside > checked / 10 && inside < checked * 9 / 10, inside + " of " + checked);
  }

  private static Measure measure(WalkNetwork network, Random dice) {
    return switch (dice.nextInt(3)) {
      case 0 -> Measure.distance();
      case 1 -> Measure.time(network.rules().group("wheelchair"));
      default -> Measure.time(network.rules().group(Group.PLANNING));
    };
  }

  private static int[] thresholds(Random dice) {
    int most = 40_000 + dice.nextInt(250_000);
    return new int[] {most / 4, most / 2, most};
  }

  @Test
  void in_the_demo_district_inside_means_within_the_threshold() throws IOException {
    StudyArea area = Places.demo();
    judge(area, LONG ? 100 : 10, LONG ? 1_000 : 340);
  }

  @Test
  void in_las_palmas_inside_means_within_the_threshold() throws IOException {
    judge(Places.lasPalmas(), LONG ? 100 : 3, LONG ? 1_000 : 100);
  }

  /** From so many entrances, so many points of ground near by, and all entrances near by. */
  private static void judge(StudyArea area, int places, int points) throws IOException {
    WalkNetwork network = WalkNetwork.of(area, Places.rules());
    Random dice = new Random(20261125);
    List<Entrance> entrances = area.entrances();
    List<String> wrong = new ArrayList<>();
    int checked = 0;
    int inside = 0;
    for (int i = 0; i < places; i++) {
      Coordinate place = entrance(network, entrances, dice);
      boolean byTime = i % 3 != 0;
      Measure measure =
          byTime
              ? Measure.time(network.rules().group(i % 3 == 1 ? Group.PLANNING : "elder70"))
              : Measure.distance();
      int[] thresholds =
          byTime ? new int[] {300_000, 600_000, 900_000} : new int[] {300_000, 500_000, 1_000_000};
      OneTruth truth =
          new OneTruth(
              network, place, measure, thresholds, i % 2 == 0 ? Direction.OUT : Direction.IN);
      Envelope box = new Envelope(place);
      box.expandBy(byTime ? 900 : 1_000);
      Envelope known = box.intersection(area.boundary().getEnvelopeInternal());
      for (int k = 0; k < points; k++) {
        truth.check(OneTruth.onGround(network, known, dice));
      }
      for (Entrance entrance : entrances) {
        Coordinate door = entrance.geometry().getCoordinate();
        if (known.contains(door) && network.standpoint(door) == Standpoint.ON_GROUND) {
          truth.check(door);
        }
      }
      checked += truth.checked();
      inside += truth.inside();
      wrong.addAll(truth.wrong());
    }

    assertEquals(List.of(), wrong);
    assertTrue(inside > checked / 20 && inside < checked * 19 / 20, inside + " of " + checked);
  }

  private static Coordinate entrance(WalkNetwork network, List<Entrance> entrances, Random dice) {
    while (true) {
      Coordinate place = entrances.get(dice.nextInt(entrances.size())).geometry().getCoordinate();
      Standpoint stand = network.standpoint(place);
      if (stand == Standpoint.ON_GROUND || stand == Standpoint.NEAR_GROUND) {
        return place;
      }
    }
  }
}
