package org.lifecircle.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.lifecircle.coverage.Quarter.point;
import static org.lifecircle.coverage.Quarter.rectangle;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.FacilityStatus;
import org.lifecircle.model.Minimum;
import org.lifecircle.model.Rate;
import org.lifecircle.model.Serves;
import org.lifecircle.model.SupplyRow;
import org.lifecircle.model.Tier;

/** Utilities are counted against what the people, dwellings and floors of the area need. */
class SupplyTest {

  private static List<SupplyRow> rows() {
    Quarter quarter =
        new Quarter()
            .boundary(0, 0, 1000, 1000)
            .building("b", null, 5, 2500.0, 0, 0)
            .entrance("A", "b", null)
            .facility("R1", "recycling", 10, 10)
            .facility("R2", "recycling", 1010, 10)
            .facility("H", "heat", 20, 20)
            .facility(
                "G", "green", Serves.PUBLIC, FacilityStatus.OPEN, null, rectangle(50, 50, 100, 100))
            .facility("g", "green", Serves.PUBLIC, FacilityStatus.OPEN, null, point(60, 60));
    var standard =
        Policies.standard(
            Map.of(
                "recycling", new Rate(Rate.Per.RESIDENTS, 1000, 3000),
                "switching", new Rate(Rate.Per.DWELLINGS, 6000, 10000),
                "heat", new Rate(Rate.Per.HEATED_FLOOR_M2, 400, 400)),
            Policies.rate("recycling", Tier.FIVE, "recycling"),
            Policies.rate("switching", Tier.FIFTEEN, "switching"),
            Policies.rate("heat", Tier.FIFTEEN, "heat"),
            Policies.withMinimum(
                Policies.walk("green", Tier.FIVE, 300, 5, "green"), new Minimum(null, null, 1.0)));
    return CoverageStudy.of(quarter.area(), standard, Policies.walking(), quarter.costs()).supply();
  }

  @Test
  void one_for_every_1000_to_3000_residents_is_one_to_three_for_2500() {
    SupplyRow recycling = rows().get(0);

    assertEquals(2500, recycling.demand());
    assertEquals(1, recycling.needed());
    assertEquals(3, recycling.neededAtMost());
    assertEquals(1, recycling.present(), "the other stands outside the boundary");
    assertEquals(true, recycling.enough());
  }

  @Test
  void nobody_knows_what_is_needed_where_nobody_counted_dwellings() {
    SupplyRow switching = rows().get(1);

    assertNull(switching.demand());
    assertNull(switching.needed());
    assertNull(switching.enough());
    assertEquals(0, switching.present());
  }

  @Test
  void heat_is_needed_for_all_floors() {
    SupplyRow heat = rows().get(2);

    assertEquals(20 * 10 * 5, heat.demand());
    assertEquals(3, heat.needed());
    assertEquals(false, heat.enough());
  }

  @Test
  void green_is_owed_by_the_square_metre() {
    SupplyRow green = rows().get(3);

    assertEquals(2500, green.neededSquareMetres());
    assertEquals(2500, green.presentSquareMetres(), "nothing is known of the other's land");
    assertEquals(true, green.enough());
  }
}
