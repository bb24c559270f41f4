package org.lifecircle.freedspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.Deduction;
import org.lifecircle.model.FreedGround;
import org.lifecircle.model.PathKind;
import org.lifecircle.model.SpaceDeductions;
import org.lifecircle.model.StructurePosition;
import org.lifecircle.model.StudyArea;

/** What of freed ground must stay clear, by arithmetic. */
class DeductionsTest {

  private static SpaceDeductions only(Yard yard, Set<Deduction> heeded) {
    StudyArea area = yard.area();
    Demolition all = Demolition.ofEverythingRemovable(area);
    FreedGround freed = FreedSpaces.of(area, all, FreedSpaceRules.of(Rules.WALKING));
    List<SpaceDeductions> deductions =
        Deductions.of(area, all, freed, Rules.RENEWAL, Rules.WALKING, heeded);
    assertEquals(1, deductions.size());
    return deductions.get(0);
  }

  @Test
  void a_lane_through_a_shed_keeps_four_metres_clear_and_gives_frontage() {
    Yard yard =
        Yard.of(60, 60)
            .path("lane", PathKind.LANE, 3.0, 0, 30, 60, 30)
            .structure("shed", StructurePosition.GROUND, 200, 20, 20, 40, 40);

    SpaceDeductions shed = only(yard, EnumSet.of(Deduction.FIRE_LANE));

    assertEquals(20 * 4, shed.fireLaneSquareMetres(), 0.01);
    assertEquals(20 * 20 - 20 * 4, shed.netAreaSquareMetres(), 0.01);
    assertEquals(0, shed.facadeSetbacksSquareMetres());
    assertEquals(2 * (3 + 2 * 0.5), shed.frontageMetres(), 0.01);
  }

  @Test
  void beside_a_house_setbacks_spacing_and_daylight_take_their_strips() {
    Yard yard =
        Yard.of(60, 60)
            .building("house", 0, 40, 60, 50)
            .structure("shed", StructurePosition.ATTACHED, 200, 20, 20, 40, 40);

    SpaceDeductions shed = only(yard, EnumSet.allOf(Deduction.class));

    // The shed also made two corners with the house that no disc of 4 m could reach.
    double corners = 2 * (1 - Math.PI / 4) * 4;
    double shadow = (3.6 - 0.9) * 1.45;
    assertEquals(20 * 2 + corners, shed.facadeSetbacksSquareMetres(), 0.05);
    assertEquals(20 * 6 + corners, shed.fireSpacingSquareMetres(), 0.05);
    assertEquals(20 * shadow + corners, shed.daylightSquareMetres(), 0.05);
    assertEquals(20 * 20 - 20 * 6, shed.netAreaSquareMetres(), 0.05);
  }

  @Test
  void each_can_be_left_out_and_is_told_all_the_same() {
    Yard yard =
        Yard.of(60, 60)
            .building("house", 0, 40, 60, 50)
            .structure("shed", StructurePosition.ATTACHED, 200, 20, 20, 40, 40);

    SpaceDeductions none = only(yard, EnumSet.noneOf(Deduction.class));

    double corners = 2 * (1 - Math.PI / 4) * 4;
    assertEquals(20 * 20 + corners, none.netAreaSquareMetres(), 0.05);
    assertEquals(20 * 6 + corners, none.fireSpacingSquareMetres(), 0.05);
  }

  @Test
  void a_wall_releases_the_strips_it_sterilised_apart_from_its_own_ground() {
    SpaceDeductions wall = only(Yard.of(60, 60).wall("w", 0.24, null, 20, 30, 40, 30), Set.of());

    double strips = 2 * 20 * 1.5 + 2 * 0.24 * 1.5 + Math.PI * 1.5 * 1.5;
    assertEquals(strips, wall.wallSetbackReleasedSquareMetres(), 0.1);
    assertEquals(1, wall.ownersUnknown());
    assertTrue(wall.netAreaSquareMetres() < 5);
  }

  /** A house stands one metre from the wall, along its northern half. */
  @Test
  void what_stands_in_a_strip_is_not_released() {
    Yard yard = Yard.of(60, 60).wall("w", 30, 0, 30, 60).building("house", 31.12, 30, 45, 60);

    SpaceDeductions wall = only(yard, EnumSet.noneOf(Deduction.class));

    double west = 60 * 1.5;
    double east = 30 * 1.5 + 30 * 1.0;
    assertEquals(west + east, wall.wallSetbackReleasedSquareMetres(), 0.1);
  }
}
