package org.lifecircle.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lifecircle.coverage.DwellingsTest.byEntrance;
import static org.lifecircle.coverage.DwellingsTest.issues;
import static org.lifecircle.coverage.Quarter.rectangle;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.Lift;
import org.lifecircle.model.ResidentsSource;

/** A population layer puts its people into the floor area it covers. */
class CellResidentsTest {

  @Test
  void a_cell_fills_its_buildings_by_floor_area() {
    Quarter quarter =
        new Quarter()
            .cell("cell", 40, rectangle(0, 0, 100, 100))
            .building("low", null, 1, null, 0, 0)
            .building("high", null, 3, null, 0, 20)
            .building("office", null, "commercial", 9, null, 0, 40)
            .entrance("L", "low", null)
            .entrance("H1", "high", null)
            .entrance("H2", "high", null)
            .entrance("O", "office", null);

    Dwellings dwellings = Dwellings.of(quarter.area(), Policies.walking());

    assertEquals(Map.of("L", 10.0, "H1", 15.0, "H2", 15.0), byEntrance(quarter.area(), dwellings));
    assertEquals(ResidentsSource.POPULATION, dwellings.residentsSource(0));
  }

  @Test
  void a_building_cut_by_two_cells_gets_its_part_of_each() {
    Quarter quarter =
        new Quarter()
            .cell("west", 30, rectangle(0, 0, 100, 100))
            .cell("east", 7, rectangle(100, 0, 200, 100))
            .building("across", null, 1, null, 95, 0)
            .building("west", null, 1, null, 0, 0)
            .entrance("A", "across", null)
            .entrance("W", "west", null);

    Dwellings dwellings = Dwellings.of(quarter.area(), Policies.walking());

    assertEquals(
        Map.of("A", 6.0 + 7.0, "W", 24.0),
        byEntrance(quarter.area(), dwellings),
        "a quarter of it lies in the west cell: 50 of 250 m²; all of the east cell lives in it");
  }

  @Test
  void people_already_known_in_a_cell_are_not_counted_again() {
    Quarter quarter =
        new Quarter()
            .cell("cell", 100, rectangle(0, 0, 100, 100))
            .building("given", null, 2, 30.0, 0, 0)
            .building("open", null, 1, null, 0, 20)
            .building("half", null, 1, 20.0, 90, 0)
            .entrance("G", "given", null)
            .entrance("O", "open", null)
            .entrance("H", "half", null)
            .entrance("S", null, Lift.NONE, 5.0, 50, 50);

    Dwellings dwellings = Dwellings.of(quarter.area(), Policies.walking());

    assertEquals(
        Map.of("G", 30.0, "H", 20.0, "S", 5.0, "O", 100.0 - 30 - 10 - 5),
        byEntrance(quarter.area(), dwellings),
        "half of the half building's 20 live inside");
  }

  @Test
  void a_cell_without_a_residential_building_keeps_its_people_and_says_so() {
    Quarter quarter =
        new Quarter()
            .cell("park", 3.5, rectangle(0, 0, 100, 100))
            .building("office", null, "commercial", 9, null, 0, 40)
            .cell("empty", 0, rectangle(100, 0, 200, 100));

    Dwellings dwellings = Dwellings.of(quarter.area(), Policies.walking());

    assertEquals(3_500_000, dwellings.residentsMillionths());
    assertEquals(Dwellings.NONE, dwellings.entrance(0));
    assertEquals(List.of("population park residents_without_building"), issues(dwellings));
  }

  @Test
  void a_residential_building_in_no_cell_falls_back_to_its_floor_area() {
    Quarter quarter =
        new Quarter()
            .cell("cell", 40, rectangle(0, 0, 100, 100))
            .building("in", null, 1, null, 0, 0)
            .building("out", null, 3, null, 500, 500)
            .entrance("A", "in", null)
            .entrance("B", "out", null);

    assertEquals(
        Map.of("A", 40.0, "B", 20.0),
        byEntrance(quarter.area(), Dwellings.of(quarter.area(), Policies.walking())));
  }

  @Test
  void ages_are_shared_like_the_people_they_are_ages_of() {
    Quarter quarter =
        new Quarter()
            .cell("cell", 40, 8.0, 4.0, rectangle(0, 0, 100, 100))
            .building("low", null, 1, null, 0, 0)
            .building("high", null, 3, null, 0, 20)
            .entrance("L", "low", null)
            .entrance("H", "high", null);

    Dwellings dwellings = Dwellings.of(quarter.area(), Policies.walking());

    int low = dwellings.floor(1) == 1 ? 0 : 3; // buildings are in the order of their ids
    assertEquals(2_000_000, dwellings.aged60PlusMillionths(low));
    assertEquals(1_000_000, dwellings.agedUnder6Millionths(low));
  }

  @Test
  void the_sum_of_all_cells_is_kept_to_the_last_millionth() {
    Random random = new Random(11);
    int towns = Boolean.getBoolean("lifecircle.long") ? 500 : 50;
    for (int t = 0; t < towns; t++) {
      Quarter quarter = new Quarter();
      long given = 0;
      for (int i = 0; i < 16; i++) {
        double x = (i % 4) * 50.0;
        double y = Math.floorDiv(i, 4) * 50.0;
        double people = random.nextInt(1_000_000_000) / 1e6;
        given += Math.round(people * 1e6);
        quarter.cell("c" + i, people, rectangle(x, y, x + 50, y + 50));
      }
      for (int b = 0; b < 20; b++) {
        Integer floors = random.nextInt(4) == 0 ? null : 1 + random.nextInt(7);
        String use = random.nextInt(4) == 0 ? null : "residential";
        quarter.building(
            "b" + b, null, use, floors, null, random.nextInt(180), random.nextInt(190));
        for (int e = random.nextInt(4); e > 0; e--) {
          quarter.entrance("e" + b + "-" + e, "b" + b, null);
        }
      }

      Dwellings dwellings = Dwellings.of(quarter.area(), Policies.walking());

      assertEquals(given, dwellings.residentsMillionths(), "town " + t);
    }
  }
}
