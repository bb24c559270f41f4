package org.lifecircle.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.AgeBand;
import org.lifecircle.model.CapacityRules;
import org.lifecircle.model.ComparisonRow;
import org.lifecircle.model.CoverageRow;
import org.lifecircle.model.Facility;
import org.lifecircle.model.FacilityOrigin;
import org.lifecircle.model.JudgedBy;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Mark;
import org.lifecircle.model.PlaceUsers;
import org.lifecircle.model.Provenance;
import org.lifecircle.model.Requirement;
import org.lifecircle.model.Standard;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Tier;

/** Coverage where what is built on freed space serves no more than its places are enough for. */
class PlacesCountedTest {

  private static final int QUARTERS = Boolean.getBoolean("lifecircle.long") ? 1000 : 60;
  private static final Provenance MADE_UP = new Provenance("made up for tests", Mark.CHOICE);
  private static final PlaceUsers EVERYBODY =
      new PlaceUsers("others", AgeBand.RESIDENTS, 1, 1, null, MADE_UP);

  /** Half a place for each of the old, who are a quarter of all: eight residents a place. */
  private static final CapacityRules RULES =
      new CapacityRules(
          List.of(1.0),
          MADE_UP,
          List.of(new PlaceUsers("d", AgeBand.AGED_60_PLUS, 1, 0.25, 0.5, MADE_UP)),
          EVERYBODY);

  private static Facility built(Facility facility, double places) {
    return new Facility(
        facility.id(),
        facility.kind(),
        facility.name(),
        facility.serves(),
        places,
        facility.floorAreaSquareMetres(),
        facility.landAreaSquareMetres(),
        FacilityOrigin.FREED_SPACE,
        facility.status(),
        facility.geometry());
  }

  private static CoverageStudy study(StudyArea area, Standard standard, Quarter quarter) {
    return CoverageStudy.of(area, standard, Policies.walking(), quarter.costs()).counting(RULES);
  }

  /** Of a cut of least worth: each facility is cut, or all homes that reach it are. */
  private static long leastCut(long[] people, int[][] within, long[] room) {
    long least = Long.MAX_VALUE;
    for (int cut = 0; cut < 1 << room.length; cut++) {
      long sum = 0;
      for (int f = 0; f < room.length; f++) {
        sum += (cut >> f & 1) == 1 ? room[f] : 0;
      }
      for (int home = 0; home < people.length; home++) {
        int all = cut;
        boolean through = IntStream.of(within[home]).anyMatch(f -> (all >> f & 1) == 0);
        sum += through ? people[home] : 0;
      }
      least = Math.min(least, sum);
    }
    return least;
  }

  @Test
  void as_many_find_a_place_as_the_least_cut_lets_through_and_those_named_first_come_first() {
    int crowded = 0;
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      long[] room = LongStream.generate(() -> random.nextInt(30)).limit(7).toArray();
      long[] people = LongStream.generate(() -> random.nextInt(9)).limit(25).toArray();
      int[][] within = new int[people.length][];
      Arrays.setAll(
          within, h -> IntStream.range(0, 7).filter(f -> random.nextInt(3) == 0).toArray());

      long[] served = Placement.served(people, within, room);

      for (int first = 1; first <= people.length; first++) {
        long[] some = Arrays.copyOf(people, first);
        long sum = LongStream.of(served).limit(first).sum();
        assertEquals(leastCut(some, Arrays.copyOf(within, first), room), sum, "seed " + seed);
      }
      crowded += LongStream.of(served).sum() < LongStream.of(people).sum() ? 1 : 0;
    }
    assertTrue(crowded > 100 && crowded < 500, crowded + " towns with too few places");
  }

  /** A and B have four and eight residents, X and Y are built; only B reaches Y. */
  private static Quarter twoHouses() {
    return new Quarter()
        .compound("c", null, Quarter.rectangle(0, 0, 200, 200))
        .house("A", "c", 4, 100, 100)
        .house("B", "c", 8, 100, 150)
        .facility("X", "clinic", 120, 100)
        .facility("Y", "clinic", 410, 100)
        .walk("A", "X", 100)
        .walk("B", "X", 50)
        .walk("B", "Y", 200);
  }

  private static final Requirement CLINIC = Policies.walk("clinic", Tier.TEN, 500, 10, "clinic");

  private static CoverageRow clinic(double placesOfX, double placesOfY) {
    Quarter quarter = twoHouses();
    StudyArea area = quarter.area();
    List<Facility> both =
        List.of(
            built(area.facilities().get(0), placesOfX), built(area.facilities().get(1), placesOfY));
    return study(area.with(Layer.FACILITIES, both), Policies.standard(CLINIC), quarter)
        .table(CoverageQuery.by(By.REQUIREMENT).withCapacity(true))
        .rows()
        .get(0);
  }

  @Test
  void whoever_lives_nearest_moves_on_where_somebody_else_would_find_no_place() {
    assertEquals(12, clinic(5, 7).residentsCovered(), "B sends seven to Y");
    assertEquals(9, clinic(2, 7).residentsCovered(), "room for nine in all");
    assertEquals(8, clinic(0, 100).residentsCovered(), "A does not reach Y");
    assertEquals(4, clinic(100, 0).residents() - clinic(8, 0).residentsCovered());
  }

  @Test
  void existing_facilities_and_those_of_unknown_size_serve_whoever_reaches_them() {
    Quarter quarter = twoHouses();
    Facility existing = quarter.area().facilities().get(0);
    Facility small = built(existing, 1);
    Facility old =
        new Facility(
            "X",
            "clinic",
            null,
            small.serves(),
            1.0,
            null,
            null,
            FacilityOrigin.EXISTING,
            small.status(),
            small.geometry());
    CoverageQuery query = CoverageQuery.by(By.REQUIREMENT).withCapacity(true);
    for (Facility any : List.of(existing, old)) {
      StudyArea area = quarter.area().with(Layer.FACILITIES, List.of(any));
      CoverageStudy study = study(area, Policies.standard(CLINIC), quarter);
      assertEquals(12, study.table(query).rows().get(0).residentsCovered());
    }
    StudyArea area = quarter.area().with(Layer.FACILITIES, List.of(small));
    CoverageStudy study = study(area, Policies.standard(CLINIC), quarter);
    assertEquals(1, study.table(query).rows().get(0).residentsCovered());
    CoverageRow near = study.table(query.rowsBy(By.BUILDING)).rows().get(1);
    assertEquals(1, near.residentsCovered(), "B lives nearer");
    assertEquals(1 / 8.0, near.buildingsShare());
    assertEquals(12, study.table(query.withCapacity(false)).rows().get(0).residentsCovered());
  }

  @Test
  void nobody_is_told_of_places_who_has_not_said_how_to_count_them() {
    Quarter quarter = twoHouses();
    CoverageStudy study =
        CoverageStudy.of(
            quarter.area(), Policies.standard(CLINIC), Policies.walking(), quarter.costs());
    CoverageQuery query = CoverageQuery.by(By.REQUIREMENT).withCapacity(true);
    assertThrows(IllegalStateException.class, () -> study.table(query));
  }

  /** Some facilities are built, with places for a few. */
  private static StudyArea withBuilt(StudyArea area, Random random, double mostPlaces) {
    List<Facility> all = new ArrayList<>();
    for (Facility facility : area.facilities()) {
      double places = 1 + random.nextInt((int) mostPlaces);
      all.add(random.nextInt(3) > 0 ? built(facility, places) : facility);
    }
    return area.with(Layer.FACILITIES, all);
  }

  @Test
  void by_requirement_as_many_are_covered_as_can_be_and_by_place_the_sums_are_the_same() {
    Standard standard = RandomQuarter.standard();
    int partly = 0;
    for (int seed = 0; seed < QUARTERS; seed++) {
      Quarter quarter = RandomQuarter.of(seed);
      StudyArea area = withBuilt(quarter.area(), new Random(seed), 200);
      CoverageStudy study = study(area, standard, quarter);
      for (CoverageQuery plain :
          List.of(
              CoverageQuery.by(By.REQUIREMENT),
              CoverageQuery.by(By.REQUIREMENT).atThePaceOf("elder70").fromDoorToDoor())) {
        CoverageQuery query = plain.withCapacity(true);
        List<CoverageRow> rows = study.table(query).rows();
        List<CoverageRow> unlimited = study.table(plain).rows();
        for (int r = 0; r < rows.size(); r++) {
          Requirement requirement = standard.requirements().get(r);
          double covered = rows.get(r).residentsCovered();
          String what = "seed " + seed + " " + requirement.id();
          assertEquals(expected(area, quarter, standard, requirement, plain), covered, 2e-6, what);
          assertTrue(covered <= unlimited.get(r).residentsCovered(), what);
          assertEquals(
              unlimited.get(r).residentsUnreachable(),
              rows.get(r).residentsUnreachable(),
              1e-6,
              what);
          partly += covered < unlimited.get(r).residentsCovered() ? 1 : 0;
          CoverageQuery alone = query.ofRequirements(requirement.id());
          for (By by : List.of(By.COMPOUND, By.BUILDING, By.AREA)) {
            double sum =
                study.table(alone.rowsBy(by)).rows().stream()
                    .mapToDouble(CoverageRow::residentsCovered)
                    .sum();
            assertEquals(covered, sum, 1e-4, what + " by " + by);
          }
        }
        CoverageRow whole = study.table(query.rowsBy(By.AREA)).rows().get(0);
        double scarcest =
            rows.stream()
                .filter(row -> !"may".equals(row.requirement()))
                .mapToDouble(CoverageRow::residentsCovered)
                .min()
                .orElse(0);
        assertTrue(whole.residentsCovered() <= scarcest + 1e-6, "seed " + seed);
      }
    }
    assertTrue(partly > QUARTERS, partly + " requirements with too few places");
  }

  /** Who reaches what is found out for each facility alone; then the least cut. */
  private static double expected(
      StudyArea area,
      Quarter quarter,
      Standard standard,
      Requirement requirement,
      CoverageQuery query) {
    List<Facility> limited =
        area.facilities().stream()
            .filter(f -> f.origin() == FacilityOrigin.FREED_SPACE)
            .filter(f -> requirement.judgedBy() == JudgedBy.WALK)
            .filter(f -> requirement.acceptsKind(f.kind()))
            .toList();
    List<Facility> others = new ArrayList<>(area.facilities());
    others.removeAll(limited);
    CoverageStudy study = study(area, standard, quarter);
    BitSet free = reach(area, others, quarter, standard, requirement, query);
    List<BitSet> reach =
        limited.stream()
            .map(f -> reach(area, List.of(f), quarter, standard, requirement, query))
            .toList();
    Dwellings homes = study.dwellings();
    long sum = 0;
    List<Long> people = new ArrayList<>();
    List<int[]> within = new ArrayList<>();
    for (int d = 0; d < homes.count(); d++) {
      int home = d;
      if (free.get(d)) {
        sum += homes.residentsMillionths(d);
      } else {
        people.add(homes.residentsMillionths(d));
        within.add(IntStream.range(0, reach.size()).filter(f -> reach.get(f).get(home)).toArray());
      }
    }
    long[] room =
        limited.stream()
            .mapToLong(
                f -> {
                  Double places = f.capacity();
                  double each = f.kind().equals("d") ? 8 : 1;
                  return Math.round((places == null ? 0 : places) * each * 1e6);
                })
            .toArray();
    sum +=
        leastCut(
            people.stream().mapToLong(Long::longValue).toArray(),
            within.toArray(int[][]::new),
            room);
    return sum / 1e6;
  }

  private static BitSet reach(
      StudyArea area,
      List<Facility> only,
      Quarter quarter,
      Standard standard,
      Requirement requirement,
      CoverageQuery query) {
    CoverageStudy study = study(area.with(Layer.FACILITIES, only), standard, quarter);
    CoverageQuery asked = query.ofRequirements(requirement.id());
    Verdicts verdicts = study.judge().judge(Ask.selectedBy(asked, standard), asked).get(0);
    BitSet covered = new BitSet();
    IntStream.range(0, study.dwellings().count()).filter(verdicts::covered).forEach(covered::set);
    return covered;
  }

  @Test
  void what_is_built_besides_gains_and_takes_nothing_away() {
    Standard standard = RandomQuarter.standard();
    double gained = 0;
    for (int seed = 0; seed < QUARTERS; seed++) {
      Quarter quarter = RandomQuarter.of(seed);
      StudyArea area = withBuilt(quarter.area(), new Random(seed), 40);
      List<Facility> fewer =
          area.facilities().stream()
              .filter(f -> f.origin() == FacilityOrigin.EXISTING || f.id().compareTo("f6") < 0)
              .toList();
      CoverageQuery query = CoverageQuery.by(By.REQUIREMENT).withCapacity(true);
      CoverageStudy before = study(area.with(Layer.FACILITIES, fewer), standard, quarter);
      List<CoverageRow> was = before.table(query).rows();
      CoverageStudy after = study(area, standard, quarter);
      List<CoverageRow> is = after.table(query).rows();
      List<ComparisonRow> compared = before.compare(after, query);
      for (int r = 0; r < is.size(); r++) {
        double more = is.get(r).residentsCovered() - was.get(r).residentsCovered();
        assertTrue(more >= 0, "seed " + seed);
        ComparisonRow row = compared.get(r);
        assertEquals(more, row.residentsGained() - row.residentsLost(), 1e-6, "seed " + seed);
        gained += more;
      }
    }
    assertTrue(gained > QUARTERS);
  }
}
