package org.lifecircle.coverage;

import static org.lifecircle.coverage.Quarter.point;
import static org.lifecircle.coverage.Quarter.rectangle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.FacilityStatus;
import org.lifecircle.model.Lift;
import org.lifecircle.model.Minimum;
import org.lifecircle.model.Obligation;
import org.lifecircle.model.Requirement;
import org.lifecircle.model.Serves;
import org.lifecircle.model.Standard;
import org.lifecircle.model.Tier;
import org.lifecircle.model.UnitKind;

/**
 * A quarter made by dice, 600 m square: four compounds and open streets, buildings of every source
 * of residents, facilities of four kinds, and walks of any length or none. Same seed, same quarter.
 */
final class RandomQuarter {

  static final List<String> KINDS = List.of("a", "b", "c", "d");

  private static final List<Lift> LIFTS = List.of(Lift.values());

  private final Random random;
  private final Quarter quarter = new Quarter().boundary(0, 0, 600, 600);
  private final List<String> entrances = new ArrayList<>();
  private final List<String> facilities = new ArrayList<>();

  private RandomQuarter(long seed) {
    random = new Random(seed);
  }

  static Quarter of(long seed) {
    RandomQuarter dice = new RandomQuarter(seed);
    dice.addCompoundsAndUnits();
    for (int b = 0; b < 14; b++) {
      dice.addBuilding("b" + b, (b % 4) * 150, Math.floorDiv(b, 4) * 150);
    }
    for (int f = 0; f < 12; f++) {
      dice.addFacility("f" + f);
    }
    dice.addWalks();
    return dice.quarter;
  }

  /** Every way to be judged, over the kinds of a random quarter. */
  static Standard standard() {
    Requirement large =
        Policies.withMinimum(
            Policies.walk("large", Tier.TEN, 500, 10, "c"), new Minimum(300.0, null, null));
    Requirement land =
        Policies.withMinimum(Policies.presence("land", "c", "d"), new Minimum(null, null, 2.0));
    return Policies.standard(
        Policies.walk("any", Tier.FIVE, 300, 5, "a", "b"),
        Policies.walk("one", Tier.FIFTEEN, 700, 15, "d"),
        Policies.walk("metres", Tier.FIVE, 400, null, "a", "d"),
        large,
        land,
        Policies.presence("here", "b"),
        Policies.withObligation(Policies.walk("may", Tier.FIVE, 100, 2, "a"), Obligation.MAY));
  }

  private @Nullable Double maybe(int people) {
    return random.nextBoolean() ? null : Double.valueOf(1 + random.nextInt(people));
  }

  private void addCompoundsAndUnits() {
    for (int c = 0; c < 4; c++) {
      double x = 150.0 * c;
      quarter.compound("c" + c, maybe(3000), maybe(200), maybe(50), rectangle(x, 0, x + 140, 280));
    }
    for (int u = 0; u < 3; u++) {
      quarter.unit(
          "u" + u, UnitKind.COMMUNITY, rectangle(0, 100 * u, 300 + 100 * u, 100 * u + 100));
    }
    quarter.unit("whole", UnitKind.DISTRICT, rectangle(-1, -1, 601, 601));
    if (random.nextBoolean()) {
      quarter.cell("west", 400 + random.nextInt(400), rectangle(0, 0, 307, 600));
      quarter.cell("east", 400 + random.nextInt(400), rectangle(307, 0, 600, 600));
    }
  }

  private void addBuilding(String id, double x, double y) {
    Integer floors = random.nextInt(5) == 0 ? null : 1 + random.nextInt(7);
    quarter.building(
        id, null, floors, maybe(200), x + random.nextInt(125), y + random.nextInt(140));
    int doors = 1 + random.nextInt(3);
    for (int e = 0; e < doors; e++) {
      Lift lift = LIFTS.get(random.nextInt(3));
      Double own = random.nextInt(4) == 0 ? maybe(60) : null;
      double dx = x + random.nextInt(150);
      double dy = y + random.nextInt(140);
      quarter.entrance("e" + id + "-" + e, id, lift, own, dx, dy);
      entrances.add("e" + id + "-" + e);
    }
  }

  private void addFacility(String id) {
    double x = random.nextInt(600);
    double y = random.nextInt(600);
    quarter.facility(
        id,
        KINDS.get(random.nextInt(4)),
        random.nextInt(3) == 0 ? Serves.COMPOUND : Serves.PUBLIC,
        random.nextInt(6) == 0 ? FacilityStatus.PLANNED : FacilityStatus.OPEN,
        maybe(1000),
        random.nextBoolean() ? point(x, y) : rectangle(x, y, x + 30, y + 15));
    facilities.add(id);
  }

  private void addWalks() {
    for (String entrance : entrances) {
      for (String facility : facilities) {
        if (random.nextInt(4) > 0) {
          quarter.walk(entrance, facility, random.nextInt(2_000_000) / 1000.0);
        }
      }
    }
  }
}
