package org.lifecircle.coverage;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.Access;
import org.lifecircle.model.AgeBand;
import org.lifecircle.model.CapacityRow;
import org.lifecircle.model.CapacityRules;
import org.lifecircle.model.CapacityTable;
import org.lifecircle.model.Criterion;
import org.lifecircle.model.Facility;
import org.lifecircle.model.Group;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Mark;
import org.lifecircle.model.Minimum;
import org.lifecircle.model.Obligation;
import org.lifecircle.model.PlaceUsers;
import org.lifecircle.model.Provenance;
import org.lifecircle.model.Standard;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Tier;
import org.lifecircle.model.WalkingRules;
import org.lifecircle.town.DrawnTown;
import org.lifecircle.town.RandomTown;
import org.lifecircle.town.TownChanges;
import org.lifecircle.town.TownRules;
import org.lifecircle.walk.Measure;
import org.lifecircle.walk.WalkNetwork;

/** Who finds a place. Two zones unless told: 0–150 m weighs 1, 150–300 m one half. */
class CapacityStudyTest {

  private static final Provenance MADE_UP = new Provenance("made up for tests", Mark.CHOICE);
  private static final Standard SCHOOL =
      Policies.standard(Policies.walk("school", Tier.FIVE, 300, 5, "school"));
  private static final double EXACT = 1e-9;

  private static CapacityRules rules(AgeBand from, double share, @Nullable Double need) {
    PlaceUsers others = new PlaceUsers("others", AgeBand.RESIDENTS, 1, 1, null, MADE_UP);
    PlaceUsers pupils = new PlaceUsers("school", from, share, 0.1, need, MADE_UP);
    return new CapacityRules(List.of(1.0, 0.5), MADE_UP, List.of(pupils), others);
  }

  private static final CapacityRules EVERYBODY = rules(AgeBand.RESIDENTS, 1, 1.0);

  private static CapacityStudy study(Quarter quarter, Standard standard, CapacityRules rules) {
    StudyArea area = quarter.area();
    WalkingRules walking = Policies.walking();
    return CapacityStudy.of(
        area,
        standard,
        walking,
        rules,
        Dwellings.of(area, walking),
        (facility, criterion, group, cutoff) -> {
          int[] costs = quarter.costs().toNearest(List.of(facility), criterion, group);
          for (int i = 0; i < costs.length; i++) {
            costs[i] = costs[i] > cutoff ? EntranceCosts.UNREACHED : costs[i];
          }
          return costs;
        });
  }

  private static CapacityTable table(Quarter quarter, CapacityRules rules, By by) {
    return study(quarter, SCHOOL, rules).table("school", by, Criterion.DISTANCE, Group.PLANNING);
  }

  /**
   * Near and far school, and four houses. School K has 30 places for 10 people near it and 40 far
   * ones who count half: one place for each. School L has 20 for 40 near ones and 20 far ones: 0.4.
   */
  private static Quarter fourHouses() {
    return new Quarter()
        .house("A", null, 10, 100, 100)
        .house("B", null, 40, 200, 100)
        .house("C", null, 20, 300, 100)
        .house("D", null, 5, 400, 100)
        .add(school("K", 30.0))
        .add(school("L", 20.0))
        .walk("A", "K", 100)
        .walk("B", "K", 150.001)
        .walk("B", "L", 150)
        .walk("C", "L", 300)
        .walk("D", "L", 300.001);
  }

  private static Facility school(String id, @Nullable Double places) {
    Facility plain =
        (Facility)
            new Quarter().facility(id, "school", 500, 500).area().layer(Layer.FACILITIES).get(0);
    return new Facility(
        id,
        "school",
        null,
        plain.serves(),
        places,
        null,
        null,
        plain.origin(),
        plain.status(),
        plain.geometry());
  }

  @Test
  void places_are_shared_out_by_weight_and_add_up_over_all_schools_in_reach() {
    List<CapacityRow> rows = table(fourHouses(), EVERYBODY, By.BUILDING).rows();

    assertEquals(List.of("b-A", "b-B", "b-C", "b-D"), each(rows, CapacityRow::buildingId));
    assertEquals(1, access(rows, 0), EXACT);
    assertEquals(0.5 * 1 + 0.4, access(rows, 1), EXACT);
    assertEquals(0.5 * 0.4, access(rows, 2), EXACT);
    assertEquals(0.0, access(rows, 3), EXACT);
    assertEquals(List.of(10.0, 40.0, 20.0, 5.0), each(rows, CapacityRow::people));
    assertEquals(List.of(0.0, 0.0, 0.0, 5.0), each(rows, CapacityRow::peopleOutOfReach));
  }

  @Test
  void who_finds_no_free_place_is_a_gap_too() {
    CapacityTable table = table(fourHouses(), EVERYBODY, By.AREA);
    CapacityRow row = table.rows().get(0);

    assertEquals(0 + 40 * 0.1 + 20 * 0.8 + 5, requireNonNull(row.peopleWithoutPlace()), EXACT);
    assertEquals(5, row.peopleOutOfReach());
    assertEquals(50, row.places(), EXACT, "all places of both schools");
    assertEquals(50, table.capacity());
    assertEquals(50 / 75.0, requireNonNull(row.access()), EXACT);
  }

  @Test
  void where_no_policy_says_how_many_should_find_a_place_nobody_is_said_to_go_without() {
    CapacityRules unknown = rules(AgeBand.RESIDENTS, 1, null);

    CapacityRow row = table(fourHouses(), unknown, By.AREA).rows().get(0);

    assertNull(row.peopleWithoutPlace());
    assertEquals(5, row.peopleOutOfReach());
  }

  @Test
  void places_are_for_those_of_the_age_and_the_estimate_says_so() {
    Quarter quarter =
        new Quarter()
            .compound("c1", 100.0, 20.0, 8.0, Quarter.rectangle(0, 0, 200, 200))
            .compound("c2", 100.0, Quarter.rectangle(200, 0, 400, 200))
            .building("b1", "c1", 1, null, 50, 50)
            .entrance("A", "b1", null)
            .building("b2", "c2", 1, null, 250, 50)
            .entrance("B", "b2", null)
            .add(school("K", 7.0))
            .walk("A", "K", 100)
            .walk("B", "K", 100);

    CapacityTable young = table(quarter, rules(AgeBand.UNDER_6, 0.5, 1.0), By.COMPOUND);
    CapacityTable old = table(quarter, rules(AgeBand.AGED_60_PLUS, 1, 1.0), By.COMPOUND);

    assertEquals(List.of(4.0, 10.0), each(young.rows(), CapacityRow::people));
    assertEquals(List.of(true, true), each(young.rows(), CapacityRow::peopleEstimated));
    assertEquals(0.5, access(young.rows(), 0), EXACT);
    assertEquals(List.of(20.0, 10.0), each(old.rows(), CapacityRow::people));
    assertEquals(List.of(false, true), each(old.rows(), CapacityRow::peopleEstimated));
  }

  @Test
  void a_school_that_does_not_say_its_places_or_has_nobody_near_is_told_apart() {
    Quarter quarter = fourHouses().add(school("M", null)).add(school("N", 90.0));

    CapacityTable table = table(quarter, EVERYBODY, By.AREA);

    assertEquals(3, table.facilities());
    assertEquals(1, table.facilitiesOfUnknownCapacity());
    assertEquals(1, table.facilitiesWithoutUsers());
    assertEquals(140, table.capacity());
    assertEquals(50, table.rows().get(0).places(), EXACT, "nobody comes to N");
  }

  @Test
  void a_school_without_a_single_place_reaches_nobody() {
    Quarter quarter =
        new Quarter().house("A", null, 10, 0, 0).add(school("K", 0.0)).walk("A", "K", 10);

    CapacityRow row = table(quarter, EVERYBODY, By.AREA).rows().get(0);

    assertEquals(10, row.peopleOutOfReach());
    assertEquals(10.0, row.peopleWithoutPlace());
    assertEquals(0.0, row.access());
  }

  @Test
  void the_catchment_is_the_shortest_walk_that_must_be_possible() {
    Standard several =
        Policies.standard(
            Policies.withObligation(
                Policies.walk("wish", Tier.FIVE, 100, 5, "school"), Obligation.MAY),
            Policies.walk("far", Tier.FIFTEEN, 1000, 15, "school"),
            Policies.walk("near", Tier.TEN, 500, 10, "school"),
            Policies.presence("here", "nursery"));
    CapacityStudy study = study(fourHouses(), several, EVERYBODY);

    assertEquals("near", study.findRequirement("school").orElseThrow().id());
    assertTrue(study.findRequirement("nursery").isEmpty());
    assertEquals(List.of("school"), study.kinds());
    assertThrows(
        IllegalArgumentException.class,
        () -> study.table("nursery", By.AREA, Criterion.DISTANCE, Group.PLANNING));
  }

  @Test
  void the_slow_have_smaller_catchments_when_minutes_count() {
    CapacityStudy study = study(fourHouses(), SCHOOL, EVERYBODY);

    CapacityTable slow = study.table("school", By.BUILDING, Criterion.TIME, "elder70");

    // half a metre a second: 100 m are 200 s, in the far zone; 150 m are 300 s, just within
    assertEquals(List.of(0.0, 0.0, 20.0, 5.0), each(slow.rows(), CapacityRow::peopleOutOfReach));
    assertEquals(3.0, access(slow.rows(), 0), EXACT, "30 places for 10, and 40 cannot come");
    assertEquals(20 / 40.0, access(slow.rows(), 1), EXACT);
  }

  @Test
  void a_school_too_small_to_count_gives_no_places() {
    Standard large =
        Policies.standard(
            Policies.withMinimum(
                Policies.walk("school", Tier.FIVE, 300, 5, "school"),
                new Minimum(500.0, null, null)));

    assertEquals(List.of(), study(fourHouses(), large, EVERYBODY).kinds());
  }

  /** The school stands in the western yard. */
  private static final DrawnTown TWO_YARDS =
      DrawnTown.of(
          """
          #############
          #.....#.....#
          #AK...x....C#
          #.....#.....#
          #############
          K: school
          """);

  @Test
  void opening_a_gate_brings_competitors_and_may_lower_access_for_others() {
    StudyArea closed = TownChanges.setCapacity(TWO_YARDS.area(), "K", 3);
    StudyArea open = TownChanges.setGate(closed, closed.gates().get(0).id(), Access.PUBLIC);

    List<CapacityRow> before =
        walked(closed).table("school", By.COMPOUND, Criterion.DISTANCE, Group.PLANNING).rows();
    List<CapacityRow> after =
        walked(open).table("school", By.COMPOUND, Criterion.DISTANCE, Group.PLANNING).rows();

    assertEquals(3.0, access(before, 0), EXACT, "one person, three places");
    assertEquals(0.0, access(before, 1), EXACT);
    assertEquals(1.0, access(after, 0), EXACT, "two more came");
    assertEquals(1.0, access(after, 1), EXACT);
  }

  private static CapacityStudy walked(StudyArea area) {
    WalkingRules walking = TownRules.walking();
    return CapacityStudy.of(
        area,
        SCHOOL,
        walking,
        EVERYBODY,
        Dwellings.of(area, walking),
        WalkNetwork.of(area, walking));
  }

  @Test
  void random_towns_agree_with_a_plain_double_loop_over_all_walks() {
    RandomTown.seeds(60).forEach(CapacityStudyTest::checkTown);
  }

  private static void checkTown(long seed) {
    StudyArea area = RandomTown.of(seed).area();
    List<Facility> facilities = area.facilities();
    for (int i = 0; i < facilities.size(); i++) {
      area = TownChanges.setCapacity(area, facilities.get(i).id(), 3 + i % 5);
    }
    String[] kinds = facilities.stream().map(Facility::kind).distinct().toArray(String[]::new);
    WalkingRules walking = TownRules.walking();
    WalkNetwork network = WalkNetwork.of(area, walking);
    Dwellings dwellings = Dwellings.of(area, walking);
    Standard standard = Policies.standard(Policies.walk("all", Tier.FIVE, 120, 2, kinds));
    for (String kind : kinds) {
      CapacityRules rules =
          new CapacityRules(
              List.of(1.0, 0.68, 0.22),
              MADE_UP,
              List.of(new PlaceUsers(kind, AgeBand.RESIDENTS, 1, 1, 1.0, MADE_UP)),
              new PlaceUsers("others", AgeBand.RESIDENTS, 1, 1, null, MADE_UP));
      for (Criterion criterion : Criterion.values()) {
        CapacityStudy study = CapacityStudy.of(area, standard, walking, rules, dwellings, network);
        CapacityTable table = study.table(kind, By.BUILDING, criterion, "wheelchair");
        PlainCapacity plain = new PlainCapacity(area, dwellings, network, kind);
        Measure measure =
            criterion == Criterion.TIME
                ? Measure.time(walking.group("wheelchair"))
                : Measure.distance();
        plain.compute(measure, 120_000, List.of(1.0, 0.68, 0.22));
        String where = "seed " + seed + ", " + kind + ", " + criterion;
        plain.check(table, where);
        moreIsNeverLess(area, standard, walking, rules, network, kind, criterion, table, where);
      }
    }
  }

  private static void moreIsNeverLess(
      StudyArea area,
      Standard standard,
      WalkingRules walking,
      CapacityRules rules,
      WalkNetwork network,
      String kind,
      Criterion criterion,
      CapacityTable before,
      String where) {
    String first =
        area.facilities().stream()
            .filter(f -> f.kind().equals(kind))
            .map(Facility::id)
            .findFirst()
            .orElseThrow();
    StudyArea richer = TownChanges.setCapacity(area, first, 50);
    CapacityTable after =
        CapacityStudy.of(richer, standard, walking, rules, Dwellings.of(richer, walking), network)
            .table(kind, By.BUILDING, criterion, "wheelchair");
    for (int i = 0; i < before.rows().size(); i++) {
      assertTrue(after.rows().get(i).places() >= before.rows().get(i).places(), where);
    }
  }

  private static double access(List<CapacityRow> rows, int row) {
    return requireNonNull(rows.get(row).access());
  }

  private static <T> List<T> each(List<CapacityRow> rows, Function<CapacityRow, T> value) {
    return rows.stream().map(value).collect(Collectors.toList());
  }
}
