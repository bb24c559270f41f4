package org.lifecircle.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lifecircle.coverage.Quarter.point;
import static org.lifecircle.coverage.Quarter.rectangle;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.DataIssue;
import org.lifecircle.model.Entrance;
import org.lifecircle.model.Lift;
import org.lifecircle.model.ResidentsSource;
import org.lifecircle.model.StudyArea;

/** Where residents come from: building, compound, population layer, floor area, in this order. */
class DwellingsTest {

  @Test
  void an_entrance_keeps_its_number_and_the_others_share_the_rest_of_the_building() {
    Quarter quarter =
        new Quarter()
            .building("b", null, 5, 100.0, 0, 0)
            .entrance("A", "b", 40.0)
            .entrance("B", "b", null)
            .entrance("C", "b", null);

    Dwellings dwellings = Dwellings.of(quarter.area(), Policies.walking());

    assertEquals(15, dwellings.count(), "three entrances on five floors");
    assertEquals(Map.of("A", 40.0, "B", 30.0, "C", 30.0), byEntrance(quarter.area(), dwellings));
    assertEquals(1, dwellings.floor(0));
    assertEquals(8_000_000, dwellings.residentsMillionths(0), "40 people on five floors");
    assertEquals(5, dwellings.floor(4));
    assertEquals(ResidentsSource.BUILDING, dwellings.residentsSource(4));
    assertEquals(List.of(), dwellings.issues());
  }

  @Test
  void what_does_not_divide_is_not_lost() {
    Quarter quarter =
        new Quarter()
            .building("b", null, 7, 100.0, 0, 0)
            .entrance("A", "b", null)
            .entrance("B", "b", null)
            .entrance("C", "b", null);

    Dwellings dwellings = Dwellings.of(quarter.area(), Policies.walking());

    assertEquals(100_000_000, dwellings.residentsMillionths());
    assertEquals(33_333_334, sumOf("A", quarter.area(), dwellings));
    assertEquals(33_333_333, sumOf("C", quarter.area(), dwellings));
  }

  @Test
  void a_building_that_disagrees_with_its_entrances_is_reported_and_the_entrances_are_believed() {
    Quarter quarter = new Quarter().building("b", null, 1, 100.0, 0, 0).entrance("A", "b", 90.0);

    Dwellings dwellings = Dwellings.of(quarter.area(), Policies.walking());

    assertEquals(90_000_000, dwellings.residentsMillionths());
    assertEquals(List.of("buildings b residents_disagree"), issues(dwellings));
  }

  @Test
  void a_compound_shares_what_its_buildings_have_not_over_entrances_and_floors() {
    Quarter quarter =
        new Quarter()
            .compound("c", 100.0, rectangle(0, 0, 100, 100))
            .building("given", "c", 6, 10.0, 0, 0)
            .building("low", "c", 1, null, 0, 20)
            .building("high", "c", 4, null, 0, 40)
            .building("shop", "c", "commercial", 1, null, 0, 60)
            .entrance("G", "given", null)
            .entrance("L", "low", null)
            .entrance("H1", "high", null)
            .entrance("H2", "high", null)
            .entrance("S", "shop", null);

    Dwellings dwellings = Dwellings.of(quarter.area(), Policies.walking());

    assertEquals(
        Map.of("G", 10.0, "L", 10.0, "H1", 40.0, "H2", 40.0),
        byEntrance(quarter.area(), dwellings),
        "90 people in 1 + 2 × 4 dwellings; nobody lives in the shop");
    assertEquals(ResidentsSource.COMPOUND, dwellings.residentsSource(dwellings.count() - 1));
  }

  @Test
  void a_building_that_names_no_compound_is_in_the_one_it_stands_in() {
    Quarter quarter =
        new Quarter()
            .compound("c", 12.0, rectangle(0, 0, 100, 100))
            .building("b", null, 1, null, 10, 10)
            .entrance("A", "b", null);

    assertEquals(
        12_000_000, Dwellings.of(quarter.area(), Policies.walking()).residentsMillionths());
  }

  @Test
  void buildings_of_unknown_use_house_a_compound_that_has_no_residential_one() {
    Quarter quarter =
        new Quarter()
            .compound("c", 12.0, rectangle(0, 0, 100, 100))
            .building("unknown", "c", null, 1, null, 0, 0)
            .entrance("A", "unknown", null)
            .building("elsewhere", null, null, 1, null, 500, 500)
            .entrance("B", "elsewhere", null);

    Dwellings dwellings = Dwellings.of(quarter.area(), Policies.walking());

    assertEquals(Map.of("A", 12.0), byEntrance(quarter.area(), dwellings));
  }

  @Test
  void people_of_a_compound_without_buildings_are_kept_without_an_entrance() {
    Quarter quarter = new Quarter().compound("c", 12.0, rectangle(0, 0, 100, 100));

    Dwellings dwellings = Dwellings.of(quarter.area(), Policies.walking());

    assertEquals(1, dwellings.count());
    assertEquals(Dwellings.NONE, dwellings.entrance(0));
    assertEquals(Dwellings.NONE, dwellings.building(0));
    assertEquals(0, dwellings.compound(0));
    assertEquals(12_000_000, dwellings.residentsMillionths(0));
    assertEquals(List.of("compounds c residents_without_building"), issues(dwellings));
  }

  @Test
  void zeros_in_all_buildings_of_a_peopled_compound_are_cells_that_were_left_empty() {
    Quarter quarter =
        new Quarter()
            .compound("c", 12.0, rectangle(0, 0, 100, 100))
            .building("b", "c", 1, 0.0, 0, 0)
            .entrance("A", "b", null);

    Dwellings dwellings = Dwellings.of(quarter.area(), Policies.walking());

    assertEquals(Map.of("A", 12.0), byEntrance(quarter.area(), dwellings));
    assertEquals(List.of("compounds c residents_disagree"), issues(dwellings));
  }

  @Test
  void buildings_that_outnumber_their_compound_are_believed_and_the_rest_gets_nobody() {
    Quarter quarter =
        new Quarter()
            .compound("c", 10.0, rectangle(0, 0, 100, 100))
            .building("b", "c", 1, 12.0, 0, 0)
            .building("rest", "c", 1, null, 0, 20)
            .entrance("A", "b", null)
            .entrance("B", "rest", null);

    Dwellings dwellings = Dwellings.of(quarter.area(), Policies.walking());

    assertEquals(Map.of("A", 12.0, "B", 0.0), byEntrance(quarter.area(), dwellings));
    assertEquals(List.of("compounds c residents_disagree"), issues(dwellings));
  }

  @Test
  void without_any_count_a_residential_building_houses_one_person_on_30_square_metres() {
    Quarter quarter =
        new Quarter()
            .building("six", null, 6, null, 0, 0)
            .entrance("A", "six", null)
            .building("unknown", null, null, null, 0, 20)
            .entrance("B", "unknown", null)
            .building("office", null, "commercial", 6, null, 0, 40)
            .entrance("C", "office", null);

    Dwellings dwellings = Dwellings.of(quarter.area(), Policies.walking());

    assertEquals(
        Map.of("A", 40.0, "B", 20.0),
        byEntrance(quarter.area(), dwellings),
        "20 m × 10 m on six floors, and on three where floors are unknown");
    assertEquals(ResidentsSource.FLOOR_AREA, dwellings.residentsSource(0));
  }

  @Test
  void people_outside_the_boundary_are_not_counted() {
    Quarter quarter =
        new Quarter()
            .boundary(0, 0, 100, 100)
            .house("A", null, 1, 50, 50)
            .house("B", null, 2, 150, 50);

    assertEquals(1_000_000, Dwellings.of(quarter.area(), Policies.walking()).residentsMillionths());
  }

  @Test
  void a_compound_across_the_boundary_counts_only_those_who_live_inside() {
    Quarter quarter =
        new Quarter()
            .boundary(0, 0, 100, 100)
            .compound("c", 90.0, 30.0, null, rectangle(0, 0, 200, 100))
            .building("in", "c", 1, null, 0, 0)
            .entrance("A", "in", null)
            .building("out", "c", 2, null, 150, 0)
            .entrance("B", "out", null);

    Dwellings dwellings = Dwellings.of(quarter.area(), Policies.walking());

    assertEquals(Map.of("A", 30.0), byEntrance(quarter.area(), dwellings));
    assertEquals(10_000_000, dwellings.aged60PlusMillionths(0));
  }

  @Test
  void people_of_a_building_without_entrance_are_kept_and_reported() {
    Quarter quarter = new Quarter().building("b", null, 2, 8.0, 0, 0);

    Dwellings dwellings = Dwellings.of(quarter.area(), Policies.walking());

    assertEquals(2, dwellings.count());
    assertEquals(8_000_000, dwellings.residentsMillionths());
    assertEquals(Dwellings.NONE, dwellings.entrance(0));
    assertEquals(List.of("buildings b residents_without_entrance"), issues(dwellings));
  }

  @Test
  void people_behind_an_entrance_of_no_building_are_counted_where_it_stands() {
    Quarter quarter =
        new Quarter()
            .compound("c", null, rectangle(0, 0, 100, 100))
            .entrance("A", null, Lift.NONE, 4.0, 50, 50)
            .add(new Entrance("F", null, "school", null, Lift.NONE, null, point(1, 1)));

    Dwellings dwellings = Dwellings.of(quarter.area(), Policies.walking());

    assertEquals(1, dwellings.count());
    assertEquals(4_000_000, dwellings.residentsMillionths(0));
    assertEquals(0, dwellings.compound(0));
    assertEquals(Dwellings.NONE, dwellings.building(0));
  }

  @Test
  void a_tower_of_a_million_floors_is_an_error_of_typing() {
    Quarter quarter =
        new Quarter().building("b", null, 1_000_000, 8.0, 0, 0).entrance("A", "b", null);

    Dwellings dwellings = Dwellings.of(quarter.area(), Policies.walking());

    assertEquals(200, dwellings.count());
    assertEquals(8_000_000, dwellings.residentsMillionths());
    assertEquals(List.of("buildings b floors_too_many"), issues(dwellings));
  }

  static Map<String, Double> byEntrance(StudyArea area, Dwellings dwellings) {
    Map<String, Long> sums = new TreeMap<>();
    for (int i = 0; i < dwellings.count(); i++) {
      int entrance = dwellings.entrance(i);
      String id = entrance == Dwellings.NONE ? "none" : area.entrances().get(entrance).id();
      sums.merge(id, dwellings.residentsMillionths(i), Long::sum);
    }
    Map<String, Double> people = new TreeMap<>();
    sums.forEach((id, millionths) -> people.put(id, millionths / 1e6));
    return people;
  }

  private static long sumOf(String id, StudyArea area, Dwellings dwellings) {
    long sum = 0;
    for (int i = 0; i < dwellings.count(); i++) {
      if (area.entrances().get(dwellings.entrance(i)).id().equals(id)) {
        sum += dwellings.residentsMillionths(i);
      }
    }
    return sum;
  }

  static List<String> issues(Dwellings dwellings) {
    return dwellings.issues().stream().map(DwellingsTest::inShort).toList();
  }

  private static String inShort(DataIssue issue) {
    return issue.layer() + " " + issue.featureId() + " " + issue.code();
  }
}
