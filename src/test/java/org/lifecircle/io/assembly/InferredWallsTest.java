package org.lifecircle.io.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.DataIssue;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Wall;

/** A compound said to be gated is shut, even where nobody mapped its wall. */
class InferredWallsTest {

  private static final String SQUARE = "POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0))";

  @Test
  void a_gated_compound_without_walls_gets_its_outline_as_removable_walls() {
    StudyArea area =
        Town.withClinic().add("compounds", SQUARE, "id", "c", "gated", true).assemble();

    assertEquals(400, length(area.walls()), 0.001);
    assertEquals("w-c-inferred/1", area.walls().get(0).id());
    assertTrue(
        area.walls().stream()
            .allMatch(w -> w.inferred() && w.removable() && w.partOf().equals("w-c-inferred")));
    assertEquals(
        List.of(
            "c wall_inferred: gated, but no wall is mapped; 400 m of its outline are taken to be wall"),
        inferred(area));
  }

  @Test
  void a_compound_that_is_not_said_to_be_gated_gets_none() {
    StudyArea area =
        Town.withClinic()
            .add("compounds", SQUARE, "id", "open", "gated", false)
            .add("compounds", "POLYGON ((200 0, 300 0, 300 90, 200 0))", "id", "unknown")
            .assemble();

    assertEquals(List.of(), area.walls());
  }

  @Test
  void a_fifth_of_the_outline_with_a_mapped_wall_is_enough_to_infer_nothing() {
    StudyArea area =
        Town.withClinic()
            .add("compounds", SQUARE, "id", "c", "gated", true)
            .add("walls", "LINESTRING (10 -1, 95 -1)", "id", "w")
            .assemble();

    assertTrue(area.walls().stream().noneMatch(Wall::inferred));
  }

  @Test
  void less_than_a_fifth_is_not_and_the_inferred_wall_ends_on_the_mapped_one() {
    StudyArea area =
        Town.withClinic()
            .add("compounds", SQUARE, "id", "c", "gated", true)
            .add("walls", "LINESTRING (30 -1, 60 -1)", "id", "w")
            .assemble();

    List<Wall> inferred = area.walls().stream().filter(Wall::inferred).toList();
    assertEquals(400 - 30, length(inferred), 4);
    Wall mapped = area.walls().stream().filter(w -> !w.inferred()).findFirst().orElseThrow();
    assertEquals(
        2, inferred.stream().filter(w -> w.geometry().distance(mapped.geometry()) < 0.001).count());
  }

  @Test
  void a_wall_that_only_ends_at_the_outline_does_not_count() {
    StudyArea area =
        Town.withClinic()
            .add("compounds", SQUARE, "id", "c", "gated", true)
            .add("walls", "LINESTRING (50 0, 50 -40)", "id", "w")
            .assemble();

    assertEquals(400, length(area.walls().stream().filter(Wall::inferred).toList()), 0.001);
  }

  @Test
  void neighbours_share_one_wall_that_one_demolition_opens() {
    StudyArea area =
        Town.withClinic()
            .add("compounds", SQUARE, "id", "a", "gated", true)
            .add(
                "compounds",
                "POLYGON ((100 0, 200 0, 200 100, 100 100, 100 0))",
                "id",
                "b",
                "gated",
                true)
            .assemble();

    assertEquals(700, length(area.walls()), 0.001);
    List<Wall> between =
        area.walls().stream()
            .filter(w -> Town.drawn(w.geometry()).getEnvelopeInternal().getMinX() == 100)
            .filter(w -> Town.drawn(w.geometry()).getEnvelopeInternal().getMaxX() == 100)
            .toList();
    assertEquals(100, length(between), 0.001);
  }

  private static double length(List<Wall> walls) {
    return walls.stream().mapToDouble(w -> w.geometry().getLength()).sum();
  }

  private static List<String> inferred(StudyArea area) {
    return area.issues().stream()
        .filter(i -> i.code().equals("wall_inferred"))
        .map(InferredWallsTest::told)
        .toList();
  }

  private static String told(DataIssue issue) {
    return issue.featureId() + " " + issue.code() + ": " + issue.message().en();
  }
}
