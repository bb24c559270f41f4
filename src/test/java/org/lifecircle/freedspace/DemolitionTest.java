package org.lifecircle.freedspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.Status;
import org.lifecircle.model.StructurePosition;
import org.lifecircle.model.StudyArea;

class DemolitionTest {

  private final StudyArea area =
      Yard.of(60, 60)
          .wall("w-1/1", "w-1", 0.24, null, true, Status.STANDING, 0, 10, 30, 10)
          .wall("w-1/2", "w-1", 0.24, null, true, Status.STANDING, 30, 10, 60, 10)
          .wall("w-2", "w-2", 0.24, null, false, Status.STANDING, 0, 20, 60, 20)
          .wall("w-3", "w-3", 0.24, null, true, Status.DEMOLISHED, 0, 30, 60, 30)
          .wall("7", 0, 40, 60, 40)
          .structure("7", StructurePosition.GROUND, 10, 5, 50, 10, 52)
          .structure("s", StructurePosition.ROOFTOP, 10, 5, 55, 10, 57)
          .area();

  @Test
  void by_default_all_that_stands_and_may_go_goes() {
    Demolition all = Demolition.ofEverythingRemovable(area);

    assertEquals(Set.of("w-1/1", "w-1/2", "7"), all.walls());
    assertEquals(Set.of("7", "s"), all.illegalStructures());
  }

  @Test
  void a_wall_split_at_import_goes_whole_by_its_own_name_and_by_the_piece() {
    assertEquals(Set.of("w-1/1", "w-1/2"), Demolition.of(area, List.of("w-1")).walls());
    assertEquals(Set.of("w-1/2"), Demolition.of(area, List.of("w-1/2")).walls());
  }

  @Test
  void no_ids_take_nothing_down() {
    assertEquals(new Demolition(Set.of(), Set.of()), Demolition.of(area, List.of()));
  }

  @Test
  void a_layers_name_tells_a_wall_from_a_structure_of_the_same_id() {
    assertEquals(new Demolition(Set.of("7"), Set.of()), Demolition.of(area, List.of("walls:7")));
    assertEquals(
        new Demolition(Set.of(), Set.of("7")),
        Demolition.of(area, List.of("illegal_structures:7")));
  }

  @Test
  void every_id_that_cannot_be_meant_is_named_at_once() {
    var refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> Demolition.of(area, List.of("w-1", "w-9", "7", "w-2", "walls:s", "w-3")));

    assertEquals(
        "'7' is both a wall and a structure, put walls: or illegal_structures: before it; "
            + "wall 'w-2' is not removable; "
            + "'w-9' is neither a wall nor an illegal structure; "
            + "'walls:s' is neither a wall nor an illegal structure",
        refusal.getMessage());
  }

  @Test
  void a_compound_means_all_that_may_go_in_it_and_on_its_outline() {
    StudyArea yards =
        Yard.of(60, 60)
            .compound("c", 0, 0, 30, 60)
            .wall("inside", 5, 5, 25, 5)
            .wall("outline", 30, 0, 30, 60)
            .wall("beyond", 40, 0, 40, 60)
            .structure("in", StructurePosition.GROUND, 10, 5, 50, 10, 52)
            .structure("out", StructurePosition.GROUND, 10, 45, 50, 50, 52)
            .area();

    Demolition compound = Demolition.of(yards, List.of("compound:c"));

    assertEquals(new Demolition(Set.of("inside", "outline"), Set.of("in")), compound);
  }

  @Test
  void an_owner_means_all_that_is_theirs_and_all_means_all() {
    StudyArea yards =
        Yard.of(60, 60)
            .wall("a", 0.24, "mill", 5, 5, 25, 5)
            .wall("b", 0.24, "bakery", 5, 15, 25, 15)
            .area();

    assertEquals(Set.of("a"), Demolition.of(yards, List.of("owner:mill")).walls());
    assertEquals(Set.of("a", "b"), Demolition.of(yards, List.of("all")).walls());
  }

  @Test
  void words_that_mean_nothing_are_refused_never_a_silent_nothing() {
    var refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> Demolition.of(area, List.of("compound:c-9", "owner:nobody", "")));

    assertEquals(
        "'' is neither a wall nor an illegal structure; "
            + "there is no compound 'c-9'; "
            + "nothing that may be removed is owned by 'nobody'",
        refusal.getMessage());
  }

  @Test
  void what_is_wrong_with_removable_things_is_told() {
    StudyArea yards =
        Yard.of(60, 60)
            .compound("c", 0, 0, 30, 60)
            .wall("bare", 0, "mill", 5, 5, 25, 5)
            .wall("rampart", 2.5, "mill", 5, 15, 25, 15)
            .wall("far", 0.24, null, 40, 0, 40, 60)
            .area();

    assertEquals(
        List.of(
            "bare wall_without_thickness",
            "far wall_outside_compounds",
            "far owner_unknown",
            "rampart wall_too_thick"),
        RemovableIssues.of(yards, Demolition.ofEverythingRemovable(yards)).stream()
            .map(issue -> issue.featureId() + " " + issue.code())
            .toList());
  }
}
