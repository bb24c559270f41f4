package org.lifecircle.io.osm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lifecircle.io.osm.RingAssembler.Rings;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;

class RingAssemblerTest {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** Nodes of a chessboard: 100 * row + column, at those places. */
  private static LinearRing ring(long[] nodes) {
    return FACTORY.createLinearRing(
        Arrays.stream(nodes).mapToObj(RingAssemblerTest::place).toArray(Coordinate[]::new));
  }

  private static Coordinate place(long node) {
    return new Coordinate(node % 100, Math.floorDiv(node, 100L));
  }

  private static Rings assemble(List<long[]> ways) {
    return RingAssembler.assemble(ways, RingAssemblerTest::place);
  }

  private static Geometry area(List<long[]> ways) {
    Rings rings = assemble(ways);
    assertEquals(List.of(), rings.loose());
    return new AreaBuilder(FACTORY)
        .build(rings.rings().stream().map(RingAssemblerTest::ring).toList());
  }

  private static long[] way(long... nodes) {
    return nodes;
  }

  /** A closed way round fields of the chessboard, from its lower left corner. */
  private static long[] square(long corner, long size) {
    return way(corner, corner + size, corner + 101 * size, corner + 100 * size, corner);
  }

  @Test
  void pieces_in_any_order_and_direction_join_to_one_ring() {
    List<long[]> pieces =
        new ArrayList<>(List.of(way(0, 4), way(404, 4), way(404, 402, 400), way(0, 200, 400)));

    Geometry area = area(pieces);

    assertEquals(16, area.getArea());
    Collections.reverse(pieces);
    assertTrue(area.equalsExact(area(pieces)), "the order of members changes nothing");
  }

  @Test
  void an_inner_ring_is_a_hole_and_what_stands_in_the_hole_is_there_again() {
    Geometry area = area(List.of(square(0, 9), square(202, 5), square(404, 1)));

    assertEquals(81 - 25 + 1, area.getArea());
    assertEquals(2, area.getNumGeometries());
    assertTrue(area.isValid());
  }

  @Test
  void rings_that_touch_in_a_node_stay_two_rings() {
    Geometry outers = area(List.of(square(0, 2), square(202, 3)));
    assertEquals(4 + 9, outers.getArea());
    assertTrue(outers.isValid());

    Geometry courtAtTheCorner = area(List.of(square(0, 9), way(0, 202, 201, 0)));
    assertEquals(81 - 1, courtAtTheCorner.getArea());
    assertTrue(courtAtTheCorner.isValid());
  }

  @Test
  void one_ring_drawn_as_an_eight_becomes_two() {
    Geometry eight = area(List.of(way(0, 2, 202, 204, 404, 402, 202, 200, 0)));

    assertEquals(8, eight.getArea());
    assertTrue(eight.isValid());
  }

  @Test
  void courts_that_touch_along_a_line_become_one_court() {
    Geometry area =
        area(
            List.of(
                square(0, 9),
                way(202, 204, 304, 404, 402, 202),
                way(204, 206, 406, 404, 304, 204)));

    assertEquals(81 - 8, area.getArea());
    assertTrue(area.isValid());
  }

  @Test
  void a_ring_that_stays_open_says_where() {
    Rings rings = assemble(List.of(way(0, 2), way(2, 202), square(500, 2)));

    assertEquals(List.of(0L, 202L), rings.loose());
    assertEquals(List.of(), rings.rings());
  }

  @Test
  void nothing_and_a_way_that_goes_nowhere_enclose_nothing() {
    assertEquals(List.of(), assemble(List.of()).rings());
    assertEquals(List.of(), assemble(List.of(way(5, 5, 5))).rings());
    assertEquals(List.of(), assemble(List.of(way(1, 2, 1))).rings());
  }

  /** Fields of a chessboard at random, each outlined on its own: seams go, and no area is lost. */
  @Test
  void random_fields_keep_their_area_however_they_touch() {
    Random random = new Random(15);
    for (int town = 0; town < (Extracts.longRun() ? 3_000 : 300); town++) {
      List<long[]> fields = new ArrayList<>();
      for (int row = 0; row < 6; row++) {
        for (int column = 0; column < 6; column++) {
          if (random.nextInt(100) < 20 + town % 70) {
            fields.add(square(row * 100L + column, 1));
          }
        }
      }
      Rings rings = assemble(fields);
      Geometry area =
          new AreaBuilder(FACTORY)
              .build(rings.rings().stream().map(RingAssemblerTest::ring).toList());

      assertEquals(fields.size(), area.getArea(), "town " + town);
      for (long[] ring : rings.rings()) {
        assertTrue(ring(ring).isSimple(), "town " + town);
      }
    }
  }

  @Test
  void a_ring_of_two_hundred_thousand_nodes_takes_no_time() {
    long[] nodes = new long[200_001];
    for (int i = 0; i < 200_000; i++) {
      nodes[i] = i;
    }

    Rings rings = assemble(List.of(nodes));

    assertEquals(1, rings.rings().size());
    assertEquals(200_001, rings.rings().get(0).length);
  }
}
