package org.lifecircle.coverage;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lifecircle.coverage.Policies.presence;
import static org.lifecircle.coverage.Policies.standard;
import static org.lifecircle.coverage.Policies.walk;
import static org.lifecircle.coverage.Policies.withMinimum;
import static org.lifecircle.coverage.Policies.withObligation;
import static org.lifecircle.coverage.Quarter.point;
import static org.lifecircle.coverage.Quarter.rectangle;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.CoverageRow;
import org.lifecircle.model.CoverageTable;
import org.lifecircle.model.Criterion;
import org.lifecircle.model.FacilityStatus;
import org.lifecircle.model.Group;
import org.lifecircle.model.LimitFrom;
import org.lifecircle.model.Minimum;
import org.lifecircle.model.Obligation;
import org.lifecircle.model.Requirement;
import org.lifecircle.model.Serves;
import org.lifecircle.model.Standard;
import org.lifecircle.model.Tier;
import org.lifecircle.model.UnitKind;

/** Houses have 1, 2, 4 and 8 residents, so that every sum names who was reached. */
class CoverageStudyTest {

  private static final Requirement SCHOOL = walk("school", Tier.TEN, 500, 10, "primary");
  private static final Requirement MARKET =
      walk("market", Tier.FIVE, 300, 5, "wet_market", "fresh_supermarket");

  /** A and B in compound c, C in d, D in none; B has no walk anywhere. */
  private static Quarter fourHouses() {
    return new Quarter()
        .compound("c", null, rectangle(0, 0, 200, 200))
        .compound("d", null, rectangle(300, 0, 500, 200))
        .house("A", "c", 1, 100, 100)
        .house("B", "c", 2, 100, 150)
        .house("C", "d", 4, 400, 100)
        .house("D", null, 8, 700, 100)
        .facility("P", "primary", 120, 100)
        .facility("M", "wet_market", 410, 100)
        .facility("F", "fresh_supermarket", 710, 100)
        .walk("A", "P", 500)
        .walk("C", "P", 500.001)
        .walk("D", "P", 5000)
        .walk("A", "M", 400)
        .walk("C", "M", 10)
        .walk("D", "M", 320)
        .walk("D", "F", 300);
  }

  private static CoverageStudy study(Quarter quarter, Requirement... requirements) {
    return study(quarter, standard(requirements));
  }

  private static CoverageStudy study(Quarter quarter, Standard standard) {
    return CoverageStudy.of(quarter.area(), standard, Policies.walking(), quarter.costs());
  }

  private static CoverageRow only(CoverageTable table) {
    assertEquals(1, table.rows().size());
    return table.rows().get(0);
  }

  @Test
  void whoever_is_within_the_metres_is_covered_and_who_has_no_walk_is_unreachable() {
    CoverageTable table = study(fourHouses(), SCHOOL).table(CoverageQuery.by(By.REQUIREMENT));

    CoverageRow school = only(table);
    assertEquals("school", school.requirement());
    assertEquals(Tier.TEN, school.tier());
    assertEquals(500, school.limitMetres());
    assertEquals(10, school.limitMinutes());
    assertEquals(LimitFrom.OWN, school.limitFrom());
    assertEquals(15, school.residents());
    assertEquals(1, school.residentsCovered(), "A, to the millimetre; C is one too far");
    assertEquals(2, school.residentsUnreachable(), "B");
    assertEquals(1 / 15.0, school.share());
    assertEquals(7 / 15.0, school.shareStraight(), "A, B and C are within 500 m of it");
    assertEquals(1 / 4.0, school.buildingsShare());
    assertNull(school.landShare(), "nobody draws catchments");
    assertEquals("building", school.residentsSource());
    assertFalse(school.residentsEstimated());
    assertEquals(1, school.facilities());
    assertEquals("quarter", table.area());
    assertEquals("test", table.standard());
  }

  @Test
  void any_accepted_kind_will_do_and_by_kind_each_is_judged_alone() {
    CoverageStudy study = study(fourHouses(), MARKET);

    CoverageRow market = only(study.table(CoverageQuery.by(By.REQUIREMENT)));
    List<CoverageRow> kinds = study.table(CoverageQuery.by(By.KIND)).rows();

    assertEquals(4 + 8, market.residentsCovered());
    assertEquals(2, market.facilities());
    assertEquals(
        List.of("wet_market", "fresh_supermarket"), kinds.stream().map(CoverageRow::kind).toList());
    assertEquals(List.of(4.0, 8.0), kinds.stream().map(CoverageRow::residentsCovered).toList());
    assertEquals(List.of(2.0, 7.0), kinds.stream().map(CoverageRow::residentsUnreachable).toList());
  }

  @Test
  void by_kind_filter_only_facilities_of_that_kind_count() {
    CoverageQuery query = CoverageQuery.by(By.COMPOUND).ofKinds("fresh_supermarket");

    List<CoverageRow> rows = study(fourHouses(), SCHOOL, MARKET).table(query).rows();

    assertEquals(List.of(0.0, 0.0, 8.0), rows.stream().map(CoverageRow::residentsCovered).toList());
    assertEquals("market", rows.get(0).requirement());
  }

  @Test
  void minutes_are_those_of_the_group() {
    CoverageStudy study = study(fourHouses(), SCHOOL);
    CoverageQuery minutes = CoverageQuery.by(By.REQUIREMENT).atThePaceOf(Group.PLANNING);

    assertEquals(1 + 4, only(study.table(minutes)).residentsCovered(), "600 s for 500.001 m");
    assertEquals(0, only(study.table(minutes.atThePaceOf("elder70"))).residentsCovered(), "1000 s");
  }

  @Test
  void where_only_metres_are_asked_they_decide_under_either_criterion() {
    Requirement waste = walk("waste", Tier.FIVE, 500, null, "primary");
    CoverageQuery minutes = CoverageQuery.by(By.REQUIREMENT).atThePaceOf("elder70");

    CoverageRow row = only(study(fourHouses(), waste).table(minutes));

    assertEquals(1, row.residentsCovered());
    assertNull(row.limitMinutes());
  }

  @Test
  void presence_is_an_accepted_facility_in_ones_own_compound() {
    Requirement lockers = presence("lockers", "primary");
    CoverageStudy study = study(fourHouses(), lockers);

    CoverageRow row = only(study.table(CoverageQuery.by(By.REQUIREMENT)));
    List<CoverageRow> compounds =
        study.table(CoverageQuery.by(By.COMPOUND).ofRequirements("lockers")).rows();

    assertEquals(1 + 2, row.residentsCovered(), "both in c, walk or no walk");
    assertEquals(0, row.residentsUnreachable());
    assertEquals(row.share(), row.shareStraight());
    assertNull(row.limitMetres());
    assertEquals(LimitFrom.NONE, row.limitFrom());
    assertEquals(0.5, row.landShare(), "one of two compounds of the same size");
    assertEquals(
        Stream.of(1.0, 0.0, null).toList(),
        compounds.stream().map(CoverageRow::landShare).toList());
  }

  @Test
  void land_asked_per_resident_is_that_of_the_compound_together() {
    Quarter quarter =
        new Quarter()
            .compound("c", null, rectangle(0, 0, 200, 200))
            .house("A", "c", 10, 100, 100)
            .facility(
                "G1", "green", Serves.PUBLIC, FacilityStatus.OPEN, null, rectangle(0, 0, 2, 1))
            .facility("G2", "green", Serves.PUBLIC, FacilityStatus.OPEN, 1.5, point(50, 50));
    Requirement enough = withMinimum(presence("green", "green"), new Minimum(null, null, 0.35));
    Requirement more = withMinimum(presence("green", "green"), new Minimum(null, null, 0.36));
    CoverageQuery query = CoverageQuery.by(By.REQUIREMENT);

    assertEquals(10, only(study(quarter, enough).table(query)).residentsCovered());
    assertEquals(0, only(study(quarter, more).table(query)).residentsCovered());
  }

  @Test
  void what_is_too_small_planned_closed_or_too_far_out_does_not_count() {
    Requirement park =
        withMinimum(walk("park", Tier.TEN, 500, 10, "park"), new Minimum(400.0, null, null));
    Quarter quarter =
        new Quarter()
            .house("A", null, 1, 0, 0)
            .house("B", null, 2, 100, 0)
            .house("C", null, 4, 200, 0)
            .house("D", null, 8, 300, 0)
            .house("E", null, 16, 400, 0)
            .facility(
                "small", "park", Serves.PUBLIC, FacilityStatus.OPEN, null, rectangle(0, 0, 19, 21))
            .facility("unknown", "park", Serves.PUBLIC, FacilityStatus.OPEN, null, point(100, 0))
            .facility("planned", "park", Serves.PUBLIC, FacilityStatus.PLANNED, 1e6, point(200, 0))
            .facility("far", "park", Serves.PUBLIC, FacilityStatus.OPEN, 1e6, point(300, -1501))
            .facility(
                "good",
                "park",
                Serves.PUBLIC,
                FacilityStatus.OPEN,
                null,
                rectangle(400, 0, 420, 20))
            .walk("A", "small", 1)
            .walk("B", "unknown", 1)
            .walk("C", "planned", 1)
            .walk("D", "far", 1)
            .walk("E", "good", 1);

    CoverageRow row = only(study(quarter, park).table(CoverageQuery.by(By.REQUIREMENT)));

    assertEquals(16, row.residentsCovered());
    assertEquals(1, row.facilities());
  }

  @Test
  void in_a_straight_line_too_a_facility_of_a_compound_serves_only_it() {
    Quarter quarter =
        new Quarter()
            .compound("c", null, rectangle(0, 0, 200, 200))
            .house("A", "c", 1, 100, 100)
            .house("B", null, 2, 201, 100)
            .facility("P", "primary", Serves.COMPOUND, FacilityStatus.OPEN, null, point(190, 100));

    CoverageRow row = only(study(quarter, SCHOOL).table(CoverageQuery.by(By.REQUIREMENT)));

    assertEquals(1 / 3.0, row.shareStraight());
  }

  @Test
  void straight_lines_end_at_the_edge_of_a_facility_s_ground() {
    Requirement near = walk("near", Tier.FIVE, 100, 2, "park");
    Quarter quarter =
        new Quarter()
            .house("A", null, 1, 100, 100)
            .house("B", null, 2, 301, 100)
            .house("C", null, 4, 50, 50)
            .facility(
                "P", "park", Serves.PUBLIC, FacilityStatus.OPEN, null, rectangle(0, 0, 200, 200));

    CoverageRow row = only(study(quarter, near).table(CoverageQuery.by(By.REQUIREMENT)));

    assertEquals(5 / 7.0, row.shareStraight(), "A and C are inside, B is a metre too far");
  }

  @Test
  void complete_at_a_tier_takes_all_that_must_be_of_it_and_of_lower_tiers() {
    Requirement may = withObligation(walk("gym", Tier.FIVE, 1, 1, "gym"), Obligation.MAY);
    Quarter quarter =
        fourHouses().walk("C", "P", 400).walk("D", "P", 400).facility("L", "lockers", 400, 50);
    CoverageStudy study = study(quarter, presence("lockers", "lockers"), MARKET, SCHOOL, may);

    List<CoverageRow> rows = study.complete(CoverageQuery.by(By.AREA));

    assertEquals(
        List.of(Tier.BLOCK, Tier.FIVE, Tier.TEN, Tier.FIFTEEN),
        rows.stream().map(CoverageRow::tier).toList());
    assertEquals(
        List.of(4.0, 4.0, 4.0, 4.0), rows.stream().map(CoverageRow::residentsCovered).toList());
    assertEquals(
        List.of(0.0, 2.0, 2.0, 2.0), rows.stream().map(CoverageRow::residentsUnreachable).toList());
    assertEquals(
        (1 * 1 + 4 * 3 + 8 * 2) / 15.0 / 3,
        rows.get(3).compliance(),
        "A meets the school, C all three, D both walks");
    assertNull(rows.get(0).requirement());
  }

  @Test
  void without_a_selection_places_are_judged_by_completeness() {
    CoverageStudy study = study(fourHouses(), MARKET, SCHOOL);

    List<CoverageRow> fifteen = study.table(CoverageQuery.by(By.BUILDING)).rows();
    List<CoverageRow> five = study.table(CoverageQuery.by(By.BUILDING).atTier(Tier.FIVE)).rows();

    assertEquals(
        List.of("b-A", "b-B", "b-C", "b-D"),
        fifteen.stream().map(CoverageRow::buildingId).toList());
    assertEquals(0, fifteen.stream().mapToDouble(CoverageRow::residentsCovered).sum());
    assertEquals(Tier.FIFTEEN, fifteen.get(0).tier());
    assertEquals(12, five.stream().mapToDouble(CoverageRow::residentsCovered).sum());
    assertEquals(1.0, five.get(2).buildingsShare());
  }

  @Test
  void who_lives_in_no_compound_has_a_row_without_one() {
    List<CoverageRow> rows =
        study(fourHouses(), SCHOOL)
            .table(CoverageQuery.by(By.COMPOUND).ofRequirements("school"))
            .rows();

    assertEquals(
        Stream.of("c", "d", null).toList(), rows.stream().map(CoverageRow::compoundId).toList());
    assertEquals(List.of(3.0, 4.0, 8.0), rows.stream().map(CoverageRow::residents).toList());
    assertEquals(List.of(1.0, 0.0, 0.0), rows.stream().map(CoverageRow::residentsCovered).toList());
  }

  @Test
  void units_of_each_kind_add_up_to_everyone() {
    Quarter quarter =
        fourHouses()
            .unit("west", UnitKind.COMMUNITY, rectangle(0, 0, 250, 1000))
            .unit("all", UnitKind.DISTRICT, rectangle(0, 0, 1000, 1000));

    List<CoverageRow> rows =
        study(quarter, SCHOOL).table(CoverageQuery.by(By.UNIT).ofRequirements("school")).rows();

    assertEquals(
        Stream.of("all", "west", null).toList(), rows.stream().map(CoverageRow::unitId).toList());
    assertEquals(
        List.of(UnitKind.DISTRICT, UnitKind.COMMUNITY, UnitKind.COMMUNITY),
        rows.stream().map(CoverageRow::unitKind).toList());
    assertEquals(List.of(15.0, 3.0, 12.0), rows.stream().map(CoverageRow::residents).toList());
  }

  @Test
  void gaps_are_residents_times_requirement_the_largest_first() {
    Requirement may = withObligation(walk("gym", Tier.FIFTEEN, 1, 1, "gym"), Obligation.MAY);
    CoverageStudy study = study(fourHouses(), MARKET, SCHOOL, may);

    List<String> gaps =
        study.gaps(CoverageQuery.by(By.COMPOUND)).stream()
            .map(g -> g.requirement() + " " + g.compoundId() + " " + g.residents())
            .toList();

    assertEquals(
        List.of(
            "school null 8.0",
            "gym null 8.0",
            "school d 4.0",
            "gym d 4.0",
            "market c 3.0",
            "gym c 3.0",
            "school c 2.0"),
        gaps);
    assertEquals(
        4, study.gaps(CoverageQuery.by(By.COMPOUND)).get(2).residentsDetoured(), "280 m off");
  }

  @Test
  void door_to_door_adds_the_way_down_and_locks_wheelchairs_in() {
    Quarter quarter =
        new Quarter()
            .building("b", null, 4, 12.0, 0, 0)
            .entrance("A", "b", null)
            .facility("P", "primary", 500, 0)
            .walk("A", "P", 580);
    CoverageStudy study = study(quarter, SCHOOL);
    CoverageQuery street = CoverageQuery.by(By.REQUIREMENT).atThePaceOf(Group.PLANNING);

    CoverageRow doors = only(study.table(street.fromDoorToDoor()));
    CoverageRow wheels = only(study.table(street.atThePaceOf("wheelchair").fromDoorToDoor()));

    assertEquals(12, only(study.table(street)).residentsCovered());
    assertEquals(9, doors.residentsCovered(), "from the fourth floor it is 580 + 30 s");
    assertEquals(0.75, doors.buildingsShare());
    assertEquals(9, wheels.residentsUnreachable(), "all but the ground floor");
    assertThrows(IllegalArgumentException.class, () -> CoverageQuery.by(By.AREA).fromDoorToDoor());
  }

  @Test
  void a_group_counts_its_own_people_as_given_else_by_its_share() {
    Quarter quarter =
        new Quarter()
            .compound("c", 100.0, 20.0, 5.0, rectangle(0, 0, 200, 200))
            .compound("d", 100.0, rectangle(300, 0, 500, 200))
            .building("b1", "c", 1, null, 0, 0)
            .building("b2", "d", 1, null, 300, 0)
            .entrance("A", "b1", null)
            .entrance("B", "b2", null)
            .facility("P", "primary", 0, 0)
            .walk("A", "P", 1);
    CoverageStudy study = study(quarter, SCHOOL);
    CoverageQuery query = CoverageQuery.by(By.COMPOUND).ofRequirements("school").ofTheGroupOnly();

    List<CoverageRow> children = study.table(query.atThePaceOf("child")).rows();
    List<CoverageRow> elders = study.table(query.atThePaceOf("elder60")).rows();
    List<CoverageRow> older = study.table(query.atThePaceOf("elder70")).rows();

    assertEquals(List.of(5.0, 10.0), children.stream().map(CoverageRow::residents).toList());
    assertEquals(
        List.of(false, true), children.stream().map(CoverageRow::residentsEstimated).toList());
    assertEquals(List.of(12.0, 12.0), elders.stream().map(CoverageRow::residents).toList());
    assertEquals(List.of(6.0, 6.0), older.stream().map(CoverageRow::residents).toList());
    assertEquals(5, children.get(0).residentsCovered());
    assertTrue(elders.get(0).residentsEstimated(), "of the 20 aged 60 and over, 12 in 20");
    assertEquals(
        200,
        study.table(query.atThePaceOf(Group.PLANNING)).rows().stream()
            .mapToDouble(CoverageRow::residents)
            .sum());
    assertThrows(
        IllegalArgumentException.class, () -> study.table(query.atThePaceOf("wheelchair")));
    BadValueException refused =
        assertThrows(
            BadValueException.class, () -> study.requireCounted(query.atThePaceOf("wheelchair")));
    assertTrue(refused.reason().zh().contains("人数"), refused.reason().zh());
  }

  @Test
  void land_is_covered_as_far_as_a_catchment_reaches() {
    CoverageStudy study =
        study(fourHouses(), SCHOOL)
            .withLand(
                places ->
                    (facilities, criterion, group, cutoff) ->
                        IntStream.range(0, places.size())
                            .filter(i -> cutoff == 500_000 && criterion == Criterion.DISTANCE)
                            .filter(i -> places.get(i).x < 350)
                            .collect(BitSet::new, BitSet::set, BitSet::or));

    Double all = only(study.table(CoverageQuery.by(By.REQUIREMENT))).landShare();
    List<@Nullable Double> compounds =
        study.table(CoverageQuery.by(By.COMPOUND).ofRequirements("school")).rows().stream()
            .map(CoverageRow::landShare)
            .toList();
    assertEquals(1.25 / 2, requireNonNull(all), 1e-3);
    assertEquals(1.0, compounds.get(0));
    assertEquals(0.25, requireNonNull(compounds.get(1)), 1e-3);
    assertNull(compounds.get(2), "who live in no compound have no land");
  }

  @Test
  void a_building_without_entrance_counts_as_unreachable() {
    Quarter quarter =
        new Quarter().building("b", null, 2, 8.0, 0, 0).facility("P", "primary", 0, 0);

    CoverageRow row = only(study(quarter, SCHOOL).table(CoverageQuery.by(By.REQUIREMENT)));

    assertEquals(8, row.residentsUnreachable());
    assertEquals(0, row.residentsCovered());
  }

  @Test
  void sources_are_listed_where_they_mix_and_none_where_nobody_lives() {
    Quarter quarter =
        new Quarter()
            .compound("c", 5.0, rectangle(0, 0, 200, 200))
            .compound("empty", null, rectangle(300, 0, 500, 200))
            .building("b1", "c", 1, null, 0, 0)
            .entrance("A", "b1", null)
            .building("b2", null, 3, null, 600, 0)
            .entrance("B", "b2", null);

    CoverageStudy study = study(quarter, SCHOOL);
    CoverageRow all = only(study.table(CoverageQuery.by(By.AREA)));
    List<CoverageRow> compounds = study.table(CoverageQuery.by(By.COMPOUND)).rows();

    assertEquals("compound,floor_area", all.residentsSource());
    assertTrue(all.residentsEstimated());
    assertEquals(
        List.of("compound", "none", "floor_area"),
        compounds.stream().map(CoverageRow::residentsSource).toList());
    assertNull(compounds.get(1).share());
  }

  @Test
  void what_the_policy_has_not_is_the_caller_s_error() {
    CoverageStudy study = study(fourHouses(), SCHOOL, Policies.rate("heat", Tier.FIVE, "heat"));
    CoverageQuery query = CoverageQuery.by(By.REQUIREMENT);

    assertThrows(IllegalArgumentException.class, () -> study.table(query.ofRequirements("moon")));
    assertThrows(IllegalArgumentException.class, () -> study.table(query.ofKinds("moon")));
    assertThrows(IllegalArgumentException.class, () -> study.table(query.ofRequirements("heat")));
    assertThrows(IllegalArgumentException.class, () -> study.table(query.atTier(Tier.BLOCK)));
    assertThrows(IllegalArgumentException.class, () -> study.table(query.atThePaceOf("bird")));
    assertEquals(1, study.table(query).rows().size(), "a rate is never coverage");
  }

  /** A field may be shared where no group has delays of its own: metres have none. */
  @Test
  void groups_share_the_search_for_metres_and_none_for_minutes() {
    Quarter quarter =
        new Quarter().house("A", null, 1, 0, 0).facility("K", "clinic", 9, 9).walk("A", "K", 90);
    List<String> searches = new ArrayList<>();
    EntranceCosts counting =
        (facilities, criterion, group) -> {
          searches.add(criterion.code() + (criterion == Criterion.TIME ? " " + group.id() : ""));
          return quarter.costs().toNearest(facilities, criterion, group);
        };
    Standard standard = Policies.standard(Policies.walk("clinic", Tier.FIVE, 100, 2, "clinic"));
    CoverageStudy study = CoverageStudy.of(quarter.area(), standard, Policies.walking(), counting);
    for (String group : List.of("planning", "child", "elder70")) {
      for (Criterion criterion : Criterion.values()) {
        study.table(
            new CoverageQuery(
                By.AREA, criterion, group, null, false, false, List.of("clinic"), List.of()));
      }
    }

    assertEquals(List.of("distance", "time planning", "time child", "time elder70"), searches);
  }
}
