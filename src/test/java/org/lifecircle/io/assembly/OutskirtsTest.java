package org.lifecircle.io.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** The ground around a town is the same with and without what stands in its middle. */
class OutskirtsTest {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double METRES = 50;
  private static final int SEGMENTS = 8;

  /** Houses of all sizes and turned all ways, thick in the middle, with a hole and outliers. */
  private static List<Geometry> town(long seed) {
    Random random = new Random(seed);
    List<Geometry> houses = new ArrayList<>();
    while (houses.size() < 1_500) {
      double x = 631_000 + 180 * random.nextGaussian();
      double y = 3_838_000 + 180 * random.nextGaussian();
      if (Math.hypot(x - 631_100, y - 3_838_050) > 70) {
        double turned = Math.PI * random.nextDouble();
        double wide = 3 + 25 * random.nextDouble();
        Geometry house = FACTORY.toGeometry(new Envelope(x - wide, x + wide, y - 4, y + 4));
        houses.add(
            org.locationtech.jts.geom.util.AffineTransformation.rotationInstance(turned, x, y)
                .transform(house));
      }
    }
    return houses;
  }

  private static Geometry union(List<Geometry> polygons) {
    return OverlayNGRobust.union(
        FACTORY.createGeometryCollection(polygons.toArray(new Geometry[0])));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void their_union_is_that_of_all_features(long seed) {
    List<Geometry> houses = town(seed);
    List<Geometry> all = new ArrayList<>();
    houses.forEach(house -> all.add(house.buffer(METRES, SEGMENTS)));

    List<Geometry> few = new Outskirts(METRES, SEGMENTS).of(houses);

    Geometry expected = union(all);
    Geometry found = union(few);
    Geometry apart = OverlayNGRobust.overlay(expected, found, OverlayNG.SYMDIFFERENCE);
    assertTrue(apart.getArea() < 1e-3, apart.getArea() + " m² apart");
    assertEquals(expected.getNumPoints(), found.getNumPoints(), "no corner of a cell shows");
    assertTrue(few.size() < houses.size() / 2, few.size() + " polygons");
  }
}
