package org.lifecircle.freedspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lifecircle.model.FreedGround;
import org.lifecircle.model.FreedSpace;
import org.lifecircle.model.PathKind;
import org.lifecircle.model.Status;
import org.lifecircle.model.StructurePosition;
import org.lifecircle.model.StudyArea;

/** Yards whose answer is known beforehand, by the arithmetic of rectangles and discs. */
class FreedSpacesTest {

  private static final FreedSpaceRules AT_4_M = new FreedSpaceRules(4, 0, 7);

  /** What a disc cannot reach in one right-angled corner, for each square metre of its radius. */
  private static final double CORNER = 1 - Math.PI / 4;

  private static FreedGround freed(Yard yard, FreedSpaceRules rules) {
    StudyArea area = yard.area();
    return FreedSpaces.of(area, Demolition.ofEverythingRemovable(area), rules);
  }

  private static FreedGround freed(Yard yard, FreedSpaceRules rules, String... ids) {
    StudyArea area = yard.area();
    return FreedSpaces.of(area, Demolition.of(area, List.of(ids)), rules);
  }

  private static void assertWithin(double share, double expected, double actual) {
    assertEquals(expected, actual, share * expected);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 1.1, -2.5})
  void two_three_metre_yards_become_one_six_metre_ground(double turn) {
    Yard yard = Yard.turned(20, 6.24, turn).wall("w", 0, 3.12, 20, 3.12);

    FreedGround freed = freed(yard, AT_4_M);

    assertWithin(0.001, 20 * 6.24 - 4 * CORNER * 4, freed.usableSquareMetres());
    assertWithin(0.001, 20 * 0.24, freed.footprintSquareMetres());
    assertEquals(20, freed.wallLengthMetres(), 0.002);
    assertEquals(1, freed.spaces().size());
    FreedSpace space = freed.spaces().get(0);
    assertEquals("freed-w", space.id());
    assertEquals("site-freed-w", space.siteId());
    assertEquals(List.of("w"), space.walls());
    assertEquals(List.of("owner of w"), space.owners());
    assertWithin(0.001, 20 * 6.24, freed.sites().get(0).areaSquareMetres());
    assertEquals(freed.usableSquareMetres(), space.areaSquareMetres(), 1e-9);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 2.5, 4, 10, 24})
  void a_wall_between_two_large_yards_frees_its_own_thickness_at_any_width(double width) {
    Yard yard = Yard.turned(70, 70, 0.7).wall("w", 25, 35, 45, 35);

    FreedGround freed = freed(yard, AT_4_M.withMinWidth(width));

    assertWithin(0.001, 20 * 0.24, freed.usableSquareMetres());
    assertWithin(0.001, 20 * 0.24, freed.footprintSquareMetres());
    assertEquals(0, freed.sliversSquareMetres(), 1e-3);
  }

  @Test
  void a_wall_right_across_also_frees_the_four_corners_it_made() {
    Yard yard = Yard.of(70, 70).wall("w", 0, 35, 70, 35);

    FreedGround freed = freed(yard, AT_4_M.withMinWidth(10));

    assertWithin(0.001, 70 * 0.24 + 4 * CORNER * 25, freed.usableSquareMetres());
    assertEquals(1, freed.spaces().size());
  }

  @Test
  void a_strip_drawn_four_metres_wide_holds_four_metres_however_it_is_turned() {
    for (int degrees = 0; degrees < 180; degrees += 7) {
      Yard yard = Yard.turned(30, 4, Math.toRadians(degrees)).wall("w", 0, 1, 30, 1);

      FreedGround freed = freed(yard, AT_4_M);

      assertWithin(0.001, 30 * 4 - 4 * CORNER * 4, freed.usableSquareMetres());
    }
  }

  @Test
  void a_strip_a_centimetre_too_narrow_holds_nothing() {
    FreedGround freed = freed(Yard.of(30, 3.99).wall("w", 0, 1, 30, 1), AT_4_M);

    assertEquals(0, freed.usableSquareMetres());
    assertEquals(List.of(), freed.spaces());
    assertWithin(0.001, 30 * 0.24, freed.footprintSquareMetres());
  }

  @Test
  void at_no_width_at_all_the_usable_ground_is_the_footprint() {
    Yard yard =
        Yard.turned(40, 30, 0.4)
            .building("b", 5, 5, 25, 12)
            .wall("w", 0, 11.95, 40, 11.95)
            .structure("s", StructurePosition.ATTACHED, 20, 20, 8, 27, 13);

    FreedGround bare = freed(yard, AT_4_M.withMinWidth(0));
    FreedGround nearly = freed(yard, AT_4_M.withMinWidth(0.02));

    double structure = 7 * 5 - 5 * 4;
    double wall = 20 * 0.24 + (20 - 7) * 0.24 - 0.0;
    double hiddenByBuilding = (20 - 5) * 0.17;
    double wallOutside = 5 * 0.24 + 13 * 0.24 + (15 * 0.24 - hiddenByBuilding);
    assertTrue(wall > wallOutside);
    assertWithin(0.002, structure + wallOutside, bare.footprintSquareMetres());
    assertEquals(
        bare.footprintSquareMetres(), bare.usableSquareMetres() + bare.sliversSquareMetres(), 1e-6);
    assertEquals(
        bare.footprintSquareMetres(),
        nearly.usableSquareMetres() + nearly.sliversSquareMetres(),
        0.01);
  }

  @Test
  void a_structure_leaning_on_a_building_frees_only_the_part_outside_it() {
    Yard yard =
        Yard.of(40, 30)
            .building("b", 10, 10, 20, 20)
            .structure("s", StructurePosition.ATTACHED, 24, 18, 12, 24, 16);

    FreedGround freed = freed(yard, AT_4_M);

    assertEquals(4 * 4, freed.footprintSquareMetres(), 0.01);
    assertEquals(24, freed.floorAreaRemovedSquareMetres());
    assertEquals(List.of("s"), freed.spaces().get(0).illegalStructures());
    assertEquals(List.of(), freed.spaces().get(0).walls());
  }

  @Test
  void a_room_on_a_roof_frees_no_ground_but_its_floor_area_is_counted() {
    Yard yard =
        Yard.of(40, 30)
            .building("b", 10, 10, 20, 20)
            .structure("s", StructurePosition.ROOFTOP, 60, 9, 9, 21, 21);

    FreedGround freed = freed(yard, AT_4_M);

    assertEquals(0, freed.footprintSquareMetres());
    assertEquals(0, freed.usableSquareMetres() + freed.sliversSquareMetres());
    assertEquals(60, freed.floorAreaRemovedSquareMetres());
    assertEquals(1, freed.structuresRemoved());
  }

  @Test
  void a_wall_along_a_street_frees_only_its_inner_half_where_the_carriageway_begins_beneath_it() {
    Yard yard =
        Yard.of(40, 30)
            .path("street", PathKind.STREET, 10.0, 0, 5, 40, 5)
            .path("lane", PathKind.LANE, 6.0, 0, 20, 40, 20)
            .wall("w", 0, 10, 40, 10);

    FreedGround freed = freed(yard, AT_4_M);

    assertEquals(40 * 0.12, freed.footprintSquareMetres(), 0.001);
    assertEquals(40 * 0.12, freed.usableSquareMetres(), 0.001);
  }

  @Test
  void a_street_of_unknown_width_takes_the_usual_one_and_ends_flat_at_the_compounds_gate() {
    Yard yard = Yard.of(40, 30).path("p", PathKind.STREET, null, 20, 0, 20, 15);
    yard.structure("s", StructurePosition.GROUND, 100, 10, 10, 30, 20);

    FreedGround narrow = freed(yard, new FreedSpaceRules(4, 0, 6));
    FreedGround wide = freed(yard, new FreedSpaceRules(4, 0, 12));

    assertEquals(200 - 5 * 6, narrow.footprintSquareMetres(), 0.01);
    assertEquals(200 - 5 * 12, wide.footprintSquareMetres(), 0.01);
  }

  @Test
  void the_wedge_between_two_streets_that_meet_is_carriageway() {
    Yard yard =
        Yard.of(60, 60)
            .path("a", PathKind.STREET, 10.0, 30, 0, 30, 30)
            .path("b", PathKind.STREET, 10.0, 30, 30, 60, 30)
            .structure("s", StructurePosition.GROUND, 16, 26, 30.5, 29.5, 34);

    FreedGround freed = freed(yard, AT_4_M.withMinWidth(0));

    double inTheDisc = 0;
    for (double x = -4 + 0.005; x < -0.5; x += 0.01) {
      for (double y = 0.5 + 0.005; y < 4; y += 0.01) {
        inTheDisc += x * x + y * y < 25 ? 1e-4 : 0;
      }
    }
    assertEquals(3.5 * 3.5 - inTheDisc, freed.footprintSquareMetres(), 0.05);
  }

  @Test
  void protected_ground_is_never_freed_and_never_helps() {
    Yard yard = Yard.of(20, 6.24);
    yard.wall("w", 0, 3.12, 20, 3.12).garden("g", true, yard.box(0, 3.24, 20, 6.24));
    Yard open = Yard.of(20, 6.24);
    open.wall("w", 0, 3.12, 20, 3.12).garden("g", false, open.box(0, 3.24, 20, 6.24));

    assertEquals(0, freed(yard, AT_4_M).usableSquareMetres());
    assertWithin(0.001, 20 * 0.24, freed(yard, AT_4_M).footprintSquareMetres());
    assertTrue(freed(open, AT_4_M).usableSquareMetres() > 120);
  }

  @Test
  void of_two_walls_in_series_neither_alone_opens_the_alley_but_both_do() {
    Yard yard = Yard.of(30, 5.88).wall("a", 0, 1.92, 30, 1.92).wall("b", 0, 3.96, 30, 3.96);

    FreedGround both = freed(yard, AT_4_M);

    assertEquals(0, freed(yard, AT_4_M, "a").usableSquareMetres());
    assertEquals(0, freed(yard, AT_4_M, "b").usableSquareMetres());
    assertWithin(0.001, 30 * 5.88 - 4 * CORNER * 4, both.usableSquareMetres());
    assertEquals(1, both.spaces().size());
    assertEquals(List.of("a", "b"), both.spaces().get(0).walls());
    assertEquals(List.of("owner of a", "owner of b"), both.spaces().get(0).owners());
  }

  @Test
  void a_piece_names_the_shed_that_made_way_for_it_and_not_the_wall_that_went_elsewhere() {
    Yard yard =
        Yard.of(60, 40)
            .building("left", 0, 10, 8, 40)
            .building("right", 13, 10, 60, 40)
            .structure("shed in the gap", StructurePosition.GROUND, 10, 10, 20, 11, 22)
            .wall("far", 30, 4, 50, 4);

    FreedGround freed = freed(yard, AT_4_M);

    assertEquals(2, freed.spaces().size());
    FreedSpace far = freed.spaces().get(0);
    FreedSpace gap = freed.spaces().get(1);
    assertEquals(List.of("far"), far.walls());
    assertEquals(List.of(), far.illegalStructures());
    assertEquals(List.of("shed in the gap"), gap.illegalStructures());
    assertEquals(List.of(), gap.walls());
    assertTrue(gap.areaSquareMetres() > 5 * gap.footprintSquareMetres());
    assertEquals(far.siteId(), gap.siteId());
  }

  @Test
  void pieces_on_either_side_of_a_street_lie_on_two_sites() {
    Yard yard =
        Yard.of(90, 60)
            .path("street", PathKind.STREET, 12.0, 45, 0, 45, 60)
            .wall("a", 5, 30, 35, 30)
            .wall("b", 55, 30, 85, 30)
            .wall("c", 55, 45, 85, 45);

    FreedGround freed = freed(yard, AT_4_M);

    List<FreedSpace> spaces = freed.spaces();
    assertEquals(
        List.of("freed-a", "freed-b", "freed-c"), spaces.stream().map(FreedSpace::id).toList());
    assertEquals(2, freed.sites().size());
    assertNotEquals(spaces.get(0).siteId(), spaces.get(1).siteId());
    assertEquals("site-freed-b", spaces.get(2).siteId());
    assertEquals(39 * 60, freed.sites().get(1).areaSquareMetres(), 0.01);
  }

  @Test
  void one_wall_with_a_building_in_its_middle_frees_two_pieces_numbered_from_the_south() {
    Yard yard =
        Yard.of(40, 80)
            .building("b", 15, 30, 25, 50)
            .wall("w", 20, 10, 20, 70)
            .wall("v", 1, 1, 2, 1);

    FreedGround freed = freed(yard, AT_4_M, "w");

    assertEquals(
        List.of("freed-w", "freed-w~2"), freed.spaces().stream().map(FreedSpace::id).toList());
    assertTrue(
        freed.spaces().get(0).geometry().getCentroid().getY()
            < freed.spaces().get(1).geometry().getCentroid().getY());
  }

  @Test
  void what_is_too_small_or_too_thin_to_stand_on_is_only_summed() {
    Yard stub = Yard.of(40, 30).wall("stub", 20, 15, 21.5, 15).wall("long", 10, 5, 30, 5);
    Yard foil = Yard.of(40, 30).wall("foil", 0.08, null, 10, 15, 30, 15);

    FreedGround small = freed(stub, AT_4_M);
    FreedGround thin = freed(foil, AT_4_M);

    assertEquals(1.5 * 0.24, small.sliversSquareMetres(), 0.002);
    assertEquals(20 * 0.24, small.usableSquareMetres(), 0.01);
    assertEquals(0, small.spaces().get(0).sliversSquareMetres());
    assertEquals(20 * 0.08, thin.sliversSquareMetres(), 0.005);
    assertEquals(List.of(), thin.spaces());
  }

  @Test
  void a_sliver_is_told_with_the_piece_that_shares_its_wall() {
    Yard yard = Yard.of(60, 20).building("b", 30, 5, 38, 15).wall("w", 10, 10, 39, 10);

    FreedGround freed = freed(yard, AT_4_M.withMinWidth(1));

    double twoCorners = 2 * CORNER * 0.25;
    assertEquals(0.24 + twoCorners, freed.sliversSquareMetres(), 0.002);
    assertEquals(1, freed.spaces().size());
    assertEquals(0.24 + twoCorners, freed.spaces().get(0).sliversSquareMetres(), 0.002);
    assertEquals(20 * 0.24 + twoCorners, freed.spaces().get(0).areaSquareMetres(), 0.002);
  }

  @Test
  void small_pieces_may_be_left_off_the_list_but_stay_in_the_sum() {
    Yard yard = Yard.of(60, 30).wall("long", 5, 15, 45, 15).wall("short", 50, 10, 50, 15);

    FreedGround freed = freed(yard, AT_4_M.withMinArea(5));

    assertEquals(List.of("freed-long"), freed.spaces().stream().map(FreedSpace::id).toList());
    assertEquals(45 * 0.24, freed.usableSquareMetres(), 0.02);
  }

  @Test
  void compounds_joined_by_a_wall_are_named_whether_drawn_to_its_middle_or_to_its_faces() {
    Yard middles = Yard.of(60, 41).compound("a", 0, 0, 30, 41).compound("b", 30, 0, 60, 41);
    Yard faces = Yard.of(60, 41).compound("a", 0, 0, 29.88, 41).compound("b", 30.12, 0, 60, 41);

    for (Yard yard : List.of(middles, faces)) {
      yard.compound("behind the other wall", 0, 41, 60, 60).wall("w", 30, 1, 30, 41);
      yard.wall("other", "other", 0.24, null, false, Status.STANDING, 0, 41, 60, 41);

      FreedSpace space = freed(yard, AT_4_M).spaces().get(0);

      assertEquals(List.of("a", "b"), space.compounds());
    }
  }

  @Test
  void what_has_already_gone_neither_stands_nor_frees() {
    Yard yard =
        Yard.of(20, 6.48)
            .wall("gone", "gone", 0.24, null, true, Status.DEMOLISHED, 0, 4.2, 20, 4.2)
            .wall("w", 0, 2, 20, 2);

    FreedGround freed = freed(yard, AT_4_M, "gone", "w");

    assertEquals(20, freed.wallLengthMetres(), 0.002);
    assertEquals(1, freed.wallsRemoved());
    assertWithin(0.001, 20 * 0.24, freed.footprintSquareMetres());
    assertEquals(20 * 6.48 - (20 * 4.36), 42.4, 0.1);
    assertWithin(0.002, 20 * 2.12, freed.usableSquareMetres() + freed.sliversSquareMetres());
  }

  @Test
  void a_wall_drawn_without_thickness_still_parts_the_yards() {
    Yard yard = Yard.of(20, 6.24).wall("w", 0, null, 0, 3.12, 20, 3.12);

    assertTrue(freed(yard, AT_4_M).usableSquareMetres() > 120);
    assertEquals(List.of(), freed(yard, AT_4_M).spaces().get(0).owners());
  }

  @Test
  void a_wall_all_round_a_yard_frees_its_corners_too() {
    Yard yard = Yard.of(40, 40).wall("ring", 10, 10, 30, 10, 30, 30, 10, 30, 10, 10);

    FreedGround freed = freed(yard, AT_4_M);

    double roundOutside = 4 * (1 - CORNER) * 0.12 * 0.12;
    double area = 4 * 20 * 0.24 + roundOutside - 4 * 0.12 * 0.12;
    assertEquals(area, freed.footprintSquareMetres(), 0.002);
    assertEquals(area + 4 * CORNER * 4, freed.usableSquareMetres(), 0.03);
  }

  @Test
  void watching_the_work_may_stop_it() {
    StudyArea area = Yard.of(20, 6.24).wall("w", 0, 3.12, 20, 3.12).area();
    Demolition all = Demolition.ofEverythingRemovable(area);

    assertThrows(
        CancellationException.class,
        () ->
            FreedSpaces.of(
                area,
                all,
                AT_4_M,
                new Notebook(),
                share -> {
                  throw new CancellationException("enough");
                }));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 10_000, Double.NaN})
  void a_width_no_ground_has_is_refused_by_name(double width) {
    var refusal = assertThrows(IllegalArgumentException.class, () -> AT_4_M.withMinWidth(width));

    assertEquals(
        "min_width_m is " + width + ", it must be between 0.0 and 200.0", refusal.getMessage());
  }
}
