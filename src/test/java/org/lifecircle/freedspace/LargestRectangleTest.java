package org.lifecircle.freedspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** The largest rectangle is as large as any found by trying them all. */
class LargestRectangleTest {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final Coordinate ORIGIN = new Coordinate(0, 0);

  private static LargestRectangle.Found largest(Geometry area, double cell) {
    return LargestRectangle.in(area, Turn.along(List.of(area), ORIGIN), cell, 0).orElseThrow();
  }

  @Test
  void in_a_yard_full_of_sheds_it_is_within_two_hundredths_of_the_best_of_all() {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      List<Geometry> sheds = new ArrayList<>();
      for (int i = 0; i < 7; i++) {
        double x = random.nextDouble() * 36;
        double y = random.nextDouble() * 26;
        sheds.add(box(x, y, x + 1 + random.nextDouble() * 8, y + 1 + random.nextDouble() * 8));
      }
      Geometry yard = Areas.minus(box(0, 0, 40, 30), Areas.union(sheds));

      LargestRectangle.Found found =
          LargestRectangle.in(yard, List.of(new Turn(ORIGIN, 0)), 0.5, 0).orElseThrow();

      double best = bestOfAll(sheds);
      assertTrue(yard.buffer(1e-4).covers(found.geometry()), "seed " + seed);
      assertEquals(best, found.areaSquareMetres(), 0.02 * best, "seed " + seed);
      assertTrue(found.areaSquareMetres() <= best + 1e-3, "seed " + seed);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.2, 0.77, 1.4, 2.9, -0.5})
  void in_a_triangle_it_is_half_of_it_whichever_way_that_is_turned(double turn) {
    Geometry triangle = new Turn(ORIGIN, turn).back(triangle(30, 20));

    assertEquals(150, largest(triangle, 0.5).areaSquareMetres(), 0.02 * 150);
  }

  @Test
  void a_least_width_leaves_long_alleys_out() {
    Geometry area = Areas.union(List.of(box(0, 0, 100, 3), box(0, 0, 10, 12)));
    List<Turn> square = List.of(new Turn(ORIGIN, 0));

    assertEquals(
        300, LargestRectangle.in(area, square, 0.5, 0).orElseThrow().areaSquareMetres(), 0.1);
    assertEquals(
        120, LargestRectangle.in(area, square, 0.5, 5).orElseThrow().areaSquareMetres(), 0.1);
  }

  /** Sides of the best rectangle lie on sides of sheds or of the yard. */
  private static double bestOfAll(List<Geometry> sheds) {
    TreeSet<Double> xs = new TreeSet<>(List.of(0.0, 40.0));
    TreeSet<Double> ys = new TreeSet<>(List.of(0.0, 30.0));
    for (Geometry shed : sheds) {
      Envelope box = shed.getEnvelopeInternal();
      xs.addAll(List.of(box.getMinX(), Math.min(40, box.getMaxX())));
      ys.addAll(List.of(box.getMinY(), Math.min(30, box.getMaxY())));
    }
    double best = 0;
    for (double west : xs) {
      for (double east : xs.tailSet(west, false)) {
        for (double south : ys) {
          for (double north : ys.tailSet(south, false)) {
            double area = (east - west) * (north - south);
            if (area > best && free(sheds, west, south, east, north)) {
              best = area;
            }
          }
        }
      }
    }
    return best;
  }

  private static boolean free(
      List<Geometry> sheds, double west, double south, double east, double north) {
    return sheds.stream()
        .map(Geometry::getEnvelopeInternal)
        .noneMatch(
            b ->
                b.getMinX() < east
                    && b.getMaxX() > west
                    && b.getMinY() < north
                    && b.getMaxY() > south);
  }

  private static Geometry box(double west, double south, double east, double north) {
    return FACTORY.toGeometry(new Envelope(west, east, south, north));
  }

  private static Geometry triangle(double width, double height) {
    Coordinate[] ring = {
      new Coordinate(0, 0),
      new Coordinate(width, 0),
      new Coordinate(0, height),
      new Coordinate(0, 0)
    };
    return FACTORY.createPolygon(ring);
  }
}
