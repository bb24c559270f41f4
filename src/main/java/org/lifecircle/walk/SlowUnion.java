package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.ConvexHull;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;

/** Unites pieces of one triangle by snap rounding: for the few that {@link Uniter} cannot. */
final class SlowUnion {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final Snapping snapping;
  private final int[][] along = {new int[0], new int[0], new int[0]};
  private int[] inside = new int[64];
  private int size;

  SlowUnion(Snapping snapping) {
    this.snapping = snapping;
  }

  @Nullable Outline unite(List<Snapping.Ring> rings) {
    List<Geometry> polygons = new ArrayList<>();
    for (Snapping.Ring ring : rings) {
      Coordinate[] points = new Coordinate[ring.size()];
      for (int i = 0; i < points.length; i++) {
        points[i] = new Coordinate(ring.x(i), ring.y(i));
      }
      Geometry hull = new ConvexHull(points, FACTORY).getConvexHull();
      if (hull instanceof Polygon) {
        polygons.add(hull);
      }
    }
    if (polygons.isEmpty()) {
      return null;
    }
    Geometry union = UnaryUnionNG.union(FACTORY.buildGeometry(polygons), new PrecisionModel(1));
    for (int i = 0; i < union.getNumGeometries(); i++) {
      if (union.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        add(polygon.getExteriorRing(), true);
        for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
          add(polygon.getInteriorRingN(h), false);
        }
      }
    }
    return new Outline(Arrays.copyOf(inside, size), along);
  }

  private void add(LinearRing ring, boolean shell) {
    Coordinate[] points = ring.getCoordinates();
    boolean reversed = Orientation.isCCW(points) != shell;
    for (int i = 1; i < points.length; i++) {
      Coordinate from = points[reversed ? i : i - 1];
      Coordinate to = points[reversed ? i - 1 : i];
      add((int) from.x, (int) from.y, (int) to.x, (int) to.y);
    }
  }

  private void add(int x, int y, int toX, int toY) {
    int side = snapping.side(x, y, toX, toY);
    if (side >= 0) {
      along[side] = snapping.inserted(along[side], side, x, y, toX, toY);
      return;
    }
    if (size == inside.length) {
      inside = Arrays.copyOf(inside, 2 * size);
    }
    inside[size++] = x;
    inside[size++] = y;
    inside[size++] = toX;
    inside[size++] = toY;
  }
}
