package org.lifecircle.io.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lifecircle.io.RawFeature;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Wall;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/** Walls are taken down piece by piece; where the pieces end is decided here. */
class WallPiecesTest {

  @Test
  void a_wall_no_longer_than_fifty_metres_keeps_its_id() {
    Map<String, String> pieces = pieces(Town.withClinic().add("compounds", FIELD, "id", "far"), 50);

    assertEquals(Map.of("w", "LINESTRING (0 0, 50 0)"), pieces);
  }

  @Test
  void a_longer_wall_is_split_evenly_in_drawn_order() {
    Map<String, String> pieces =
        pieces(Town.withClinic().add("compounds", FIELD, "id", "far"), 120);

    assertEquals(
        Map.of(
            "w/1", "LINESTRING (0 0, 40 0)",
            "w/2", "LINESTRING (40 0, 80 0)",
            "w/3", "LINESTRING (80 0, 120 0)"),
        pieces);
  }

  @Test
  void the_street_wall_of_two_compounds_is_split_between_them() {
    Town town =
        Town.withClinic()
            .add("compounds", "POLYGON ((0 0, 30 0, 30 40, 0 40, 0 0))", "id", "west")
            .add("compounds", "POLYGON ((30 0, 45 0, 45 40, 30 40, 30 0))", "id", "east");

    assertEquals(
        Map.of("w/1", "LINESTRING (0 0, 30 0)", "w/2", "LINESTRING (30 0, 45 0)"),
        pieces(town, 45));
  }

  @Test
  void a_party_wall_is_split_where_the_neighbour_behind_it_changes() {
    Town town =
        Town.withClinic()
            .add("compounds", "POLYGON ((0 0, 45 0, 45 40, 0 40, 0 0))", "id", "north")
            .add("compounds", "POLYGON ((0 0, 20 0, 20 -40, 0 -40, 0 0))", "id", "south-west")
            .add("compounds", "POLYGON ((20 0, 45 0, 45 -40, 20 -40, 20 0))", "id", "south-east");

    assertEquals(
        Map.of("w/1", "LINESTRING (0 0, 20 0)", "w/2", "LINESTRING (20 0, 45 0)"),
        pieces(town, 45));
  }

  @Test
  void compounds_drawn_to_the_faces_of_their_walls_split_them_all_the_same() {
    Town town =
        Town.withClinic()
            .add(
                "compounds", "POLYGON ((0 0.12, 19.88 0.12, 19.88 40, 0 40, 0 0.12))", "id", "west")
            .add(
                "compounds",
                "POLYGON ((20.12 0.12, 45 0.12, 45 40, 20.12 40, 20.12 0.12))",
                "id",
                "east");

    assertEquals(
        Map.of("w/1", "LINESTRING (0 0, 20 0)", "w/2", "LINESTRING (20 0, 45 0)"),
        pieces(town, 45));
  }

  @Test
  void the_outline_wall_of_one_compound_is_not_split_at_its_corners() {
    Town town =
        Town.withClinic()
            .add("compounds", "POLYGON ((0 0, 9 0, 16 11, 0 8, 0 0))", "id", "askew")
            .add("walls", "LINESTRING (0 0, 9 0, 16 11, 0 8, 0 0)", "id", "outline");

    assertEquals(List.of("outline"), town.assemble().walls().stream().map(Wall::id).toList());
  }

  @Test
  void walls_that_cross_touch_or_end_on_each_other_are_split_there() {
    Town town =
        Town.withClinic()
            .add("compounds", FIELD, "id", "far")
            .add("walls", "LINESTRING (10 -8, 10 8)", "id", "crosses")
            .add("walls", "LINESTRING (20 0, 20 8)", "id", "ends on it")
            .add("walls", "LINESTRING (30 0.3, 30 8)", "id", "ends just before it");

    assertEquals(
        Map.of(
            "w/1", "LINESTRING (0 0, 10 0)",
            "w/2", "LINESTRING (10 0, 20 0)",
            "w/3", "LINESTRING (20 0, 30 0)",
            "w/4", "LINESTRING (30 0, 45 0)",
            "crosses/1", "LINESTRING (10 -8, 10 0)",
            "crosses/2", "LINESTRING (10 0, 10 8)",
            "ends on it", "LINESTRING (20 0, 20 8)",
            "ends just before it", "LINESTRING (30 0.3, 30 8)"),
        pieces(town, 45));
  }

  @Test
  void walls_that_meet_at_their_ends_stay_whole() {
    Town town =
        Town.withClinic()
            .add("compounds", FIELD, "id", "far")
            .add("walls", "LINESTRING (45 0, 45 30)", "id", "corner");

    assertEquals(
        Map.of("w", "LINESTRING (0 0, 45 0)", "corner", "LINESTRING (45 0, 45 30)"),
        pieces(town, 45));
  }

  @Test
  void a_piece_remembers_the_wall_it_was_split_from() {
    StudyArea area =
        Town.withClinic()
            .add("compounds", FIELD, "id", "far")
            .add("walls", "LINESTRING (0 0, 90 0)", "id", "w", "owner", "mill", "height_m", 2.4)
            .assemble();

    assertEquals(
        List.of("w w mill 2.4", "w w mill 2.4"),
        area.walls().stream()
            .map(w -> w.partOf() + " w " + w.owner() + " " + w.heightMetres())
            .toList());
  }

  @Test
  void a_number_that_another_wall_has_as_its_id_is_passed_over() {
    StudyArea area =
        Town.withClinic()
            .add("compounds", FIELD, "id", "far")
            .add("walls", "LINESTRING (0 0, 90 0)", "id", "w")
            .add("walls", "LINESTRING (0 20, 9 20)", "id", "w/1")
            .assemble();

    assertEquals(List.of("w/1", "w/2", "w/3"), area.walls().stream().map(Wall::id).toList());
    assertEquals(9, area.walls().get(0).geometry().getLength(), 1e-9);
  }

  @Test
  void the_parts_of_a_wall_drawn_in_two_are_numbered_and_belong_to_it() {
    StudyArea area =
        Town.withClinic()
            .add("compounds", FIELD, "id", "far")
            .add("walls", "MULTILINESTRING ((0 0, 20 0), (30 0, 45 0))", "id", "w")
            .assemble();

    assertEquals(List.of("w/1", "w/2"), area.walls().stream().map(Wall::id).toList());
    assertEquals(List.of("w", "w"), area.walls().stream().map(Wall::partOf).toList());
  }

  @Test
  void pieces_of_random_walls_are_short_join_and_keep_the_length_to_the_millimetre() {
    Random random = new Random(7);
    int towns = Boolean.getBoolean("lifecircle.long") ? 100 : 10;
    for (int i = 0; i < towns; i++) {
      List<RawFeature> drawn = randomWalls(random, 40);
      List<Wall> pieces = assembled(drawn);
      for (RawFeature wall : drawn) {
        LineString whole = (LineString) Town.PROJECTION.ofLonLat(geometry(wall));
        List<LineString> own =
            pieces.stream()
                .filter(p -> p.partOf().equals(wall.id()))
                .sorted((a, b) -> Integer.compare(number(a), number(b)))
                .map(Wall::geometry)
                .toList();
        assertEquals(
            whole.getLength(), own.stream().mapToDouble(LineString::getLength).sum(), 0.001);
        assertTrue(own.stream().allMatch(p -> p.getLength() <= 50.001));
        assertChain(whole, own);
      }
    }
  }

  @Test
  void the_order_of_walls_changes_nothing() {
    Random random = new Random(8);
    List<RawFeature> drawn = randomWalls(random, 60);
    List<Wall> pieces = assembled(drawn);

    Collections.shuffle(drawn, random);

    assertEquals(pieces, assembled(drawn));
  }

  private static final String FIELD = "POLYGON ((500 500, 600 500, 600 600, 500 600, 500 500))";

  /** The town's walls by id, with a straight wall of this length among them. */
  private static Map<String, String> pieces(Town town, int metres) {
    StudyArea area = town.add("walls", "LINESTRING (0 0, " + metres + " 0)", "id", "w").assemble();
    return area.walls().stream()
        .collect(
            Collectors.toMap(
                Wall::id, w -> Town.drawn(w.geometry()).toText(), (a, b) -> a, TreeMap::new));
  }

  private static List<RawFeature> randomWalls(Random random, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              Coordinate[] points = new Coordinate[2 + random.nextInt(6)];
              points[0] = new Coordinate(random.nextInt(400000), random.nextInt(400000));
              for (int k = 1; k < points.length; k++) {
                points[k] =
                    new Coordinate(
                        points[k - 1].x + random.nextInt(120000) - 60000,
                        points[k - 1].y + random.nextInt(120000) - 60000);
              }
              StringBuilder wkt = new StringBuilder();
              for (Coordinate p : points) {
                wkt.append(wkt.isEmpty() ? "LINESTRING (" : ", ");
                wkt.append(p.x / 1000).append(' ').append(p.y / 1000);
              }
              return new RawFeature(
                  i,
                  Town.PROJECTION.toLonLat(Town.metres(wkt.append(')').toString())),
                  Map.of("id", "w" + i));
            })
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static List<Wall> assembled(List<RawFeature> walls) {
    Town town =
        Town.withClinic()
            .add("compounds", "POLYGON ((0 0, 200 0, 200 200, 0 200, 0 0))", "id", "a")
            .add("compounds", "POLYGON ((200 0, 400 0, 400 200, 200 200, 200 0))", "id", "b");
    for (RawFeature wall : walls) {
      town.addLonLat("walls", wall.geometry(), "id", wall.id());
    }
    return town.assemble().walls();
  }

  private static Geometry geometry(RawFeature feature) {
    return Objects.requireNonNull(feature.geometry());
  }

  private static int number(Wall piece) {
    return piece.id().equals(piece.partOf())
        ? 0
        : Integer.parseInt(piece.id().substring(piece.partOf().length() + 1));
  }

  private static void assertChain(LineString whole, List<LineString> pieces) {
    Coordinate at = whole.getCoordinateN(0);
    for (LineString piece : pieces) {
      assertEquals(at, piece.getCoordinateN(0));
      at = piece.getCoordinateN(piece.getNumPoints() - 1);
    }
    assertEquals(whole.getCoordinateN(whole.getNumPoints() - 1), at);
  }
}
