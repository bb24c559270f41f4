package org.lifecircle.freedspace;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Asks of many points whether any of an area's edges is nearer than a distance known beforehand.
 *
 * <p>Each edge is entered in all cells it may be that near to, so a point looks into one cell only:
 * a tenth of the time of a tree of edges, which answers the harder question how near.
 */
final class EdgeGrid {

  /** More cells than this take longer to clear than they save. */
  private static final int MOST_CELLS_A_SIDE = 128;

  private static final double LEAST_CELL_METRES = 0.05;

  private final double nearMetres;
  private final double cellMetres;
  private final Envelope box;
  private final int columns;
  private final int rows;
  private final int[][] cells;
  private final int[] counts;
  private Coordinate[] ends = new Coordinate[64];
  private int edges;

  EdgeGrid(Geometry area, double nearMetres) {
    this.nearMetres = nearMetres;
    box = new Envelope(area.getEnvelopeInternal());
    box.expandBy(nearMetres);
    double side = Math.max(box.getWidth(), box.getHeight());
    cellMetres = Math.max(Math.max(nearMetres, LEAST_CELL_METRES), side / MOST_CELLS_A_SIDE);
    columns = (int) (box.getWidth() / cellMetres) + 1;
    rows = (int) (box.getHeight() / cellMetres) + 1;
    cells = new int[columns * rows][];
    counts = new int[columns * rows];
    for (Polygon polygon : Areas.polygons(area)) {
      for (LinearRing ring : Areas.rings(polygon)) {
        enter(ring.getCoordinates());
      }
    }
  }

  /** Whether some edge is nearer to the point than the distance. */
  boolean anyNearer(Coordinate point) {
    if (!box.contains(point)) {
      return false;
    }
    int cell = row(point.y) * columns + column(point.x);
    for (int i = 0; i < counts[cell]; i++) {
      int edge = cells[cell][i];
      if (squaredDistance(point, ends[2 * edge], ends[2 * edge + 1]) < nearMetres * nearMetres) {
        return true;
      }
    }
    return false;
  }

  private void enter(Coordinate[] ring) {
    for (int i = 1; i < ring.length; i++) {
      if (2 * edges + 2 > ends.length) {
        ends = Arrays.copyOf(ends, 2 * ends.length);
      }
      ends[2 * edges] = ring[i - 1];
      ends[2 * edges + 1] = ring[i];
      enter(edges++);
    }
  }

  private void enter(int edge) {
    Coordinate a = ends[2 * edge];
    Coordinate b = ends[2 * edge + 1];
    int left = column(Math.min(a.x, b.x) - nearMetres);
    int right = column(Math.max(a.x, b.x) + nearMetres);
    int bottom = row(Math.min(a.y, b.y) - nearMetres);
    int top = row(Math.max(a.y, b.y) + nearMetres);
    double far = nearMetres + cellMetres * Math.sqrt(0.5);
    Coordinate middle = new Coordinate();
    for (int row = bottom; row <= top; row++) {
      middle.y = box.getMinY() + (row + 0.5) * cellMetres;
      for (int column = left; column <= right; column++) {
        middle.x = box.getMinX() + (column + 0.5) * cellMetres;
        if (squaredDistance(middle, a, b) <= far * far) {
          add(row * columns + column, edge);
        }
      }
    }
  }

  private void add(int cell, int edge) {
    int[] known = cells[cell];
    if (known == null) {
      cells[cell] = known = new int[8];
    } else if (counts[cell] == known.length) {
      cells[cell] = known = Arrays.copyOf(known, 2 * known.length);
    }
    known[counts[cell]++] = edge;
  }

  /** Without the root, which is what takes the time. */
  private static double squaredDistance(Coordinate point, Coordinate a, Coordinate b) {
    double alongX = b.x - a.x;
    double alongY = b.y - a.y;
    double length = alongX * alongX + alongY * alongY;
    double share = ((point.x - a.x) * alongX + (point.y - a.y) * alongY) / length;
    share = length == 0 ? 0 : Math.max(0, Math.min(1, share));
    double x = point.x - a.x - share * alongX;
    double y = point.y - a.y - share * alongY;
    return x * x + y * y;
  }

  private int column(double x) {
    return within((x - box.getMinX()) / cellMetres, columns);
  }

  private int row(double y) {
    return within((y - box.getMinY()) / cellMetres, rows);
  }

  private static int within(double at, int size) {
    return Math.max(0, Math.min(size - 1, (int) at));
  }
}
