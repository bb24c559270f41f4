package org.lifecircle.freedspace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The largest rectangle in an area with holes, in some directions.
 *
 * <p>For each direction the area is cut into cells and the largest rectangle of cells found line by
 * line (the histogram method); then its sides are pushed out to the area's outline, and moved to
 * and fro by less and less while that gains anything. So it is a rectangle of the area itself, not
 * of cells; a test holds it to 2 % of what trying everything finds.
 */
final class LargestRectangle {

  /** A rectangle in the frame of a turn. */
  record Found(Turn turn, Envelope box) {
    double areaSquareMetres() {
      return box.getArea();
    }

    double widthMetres() {
      return Math.min(box.getWidth(), box.getHeight());
    }

    Geometry geometry() {
      return turn.back(Areas.rectangle(box));
    }
  }

  /** Sides are not pushed quite onto the outline: rounding may put them beyond it. */
  private static final double APART_METRES = 1e-6;

  private static final int FINEST = 32;

  private static final double NEARLY_SHARE = 0.6;
  private static final int MOST_STARTS = 200;
  private static final int IMPROVED = 8;

  private static final Comparator<Envelope> LARGEST_FIRST =
      Comparator.comparingDouble((Envelope box) -> -box.getArea())
          .thenComparingDouble(Envelope::getMinY)
          .thenComparingDouble(Envelope::getMinX);

  private final Turn turn;
  private final Geometry square;
  private final double[][] edges; // x, y, x, y
  private final double cellMetres;
  private final double leastWidthMetres;

  private LargestRectangle(Turn turn, Geometry area, double cellMetres, double leastWidthMetres) {
    this.turn = turn;
    this.square = turn.square(area);
    this.cellMetres = cellMetres;
    this.leastWidthMetres = leastWidthMetres;
    List<double[]> all = new ArrayList<>();
    for (Polygon polygon : Areas.polygons(square)) {
      for (LinearRing ring : Areas.rings(polygon)) {
        Coordinate[] points = ring.getCoordinates();
        for (int i = 1; i < points.length; i++) {
          Coordinate a = points[i - 1];
          all.add(new double[] {a.x, a.y, points[i].x, points[i].y});
        }
      }
    }
    edges = all.toArray(new double[0][]);
  }

  /**
   * The largest of all rectangles at least this wide; empty where not even one cell fits.
   *
   * @param cellMetres of the first search; narrower places than that may be missed
   */
  static Optional<Found> in(
      Geometry area, List<Turn> turns, double cellMetres, double leastWidthMetres) {
    Found best = null;
    for (Turn turn : turns) {
      for (Found found : new LargestRectangle(turn, area, cellMetres, leastWidthMetres).search()) {
        if (best == null || found.areaSquareMetres() > best.areaSquareMetres() + 1e-9) {
          best = found;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private List<Found> search() {
    Raster raster = Raster.of(square, square.getEnvelopeInternal(), cellMetres);
    List<Envelope> pushed = new ArrayList<>();
    starts(raster).forEach(start -> pushed.add(pushed(start)));
    pushed.sort(LARGEST_FIRST);
    List<Found> found = new ArrayList<>();
    for (Envelope start : pushed.stream().distinct().limit(IMPROVED).toList()) {
      Envelope box = improved(start);
      if (Math.min(box.getWidth(), box.getHeight()) >= leastWidthMetres - 1e-6) {
        found.add(new Found(turn, box));
      }
    }
    return found;
  }

  /**
   * The rectangles of cells that might be the largest once pushed out: cells lose up to two of
   * themselves in either direction, so those a little smaller count too.
   */
  private List<Envelope> starts(Raster raster) {
    int leastCells = (int) Math.max(1, Math.floor(leastWidthMetres / raster.cellMetres) - 1);
    List<Envelope> starts = new ArrayList<>();
    int[] heights = new int[raster.columns];
    double most = 0;
    for (int row = 0; row < raster.rows; row++) {
      for (int column = 0; column < raster.columns; column++) {
        heights[column] = raster.at(column, row) ? heights[column] + 1 : 0;
      }
      for (Envelope box : under(heights, row, raster, leastCells)) {
        most = Math.max(most, box.getArea());
        if (box.getArea() >= NEARLY_SHARE * most) {
          starts.add(box);
        }
      }
    }
    double least = NEARLY_SHARE * most;
    starts.removeIf(box -> box.getArea() < least);
    starts.sort(LARGEST_FIRST);
    return starts.subList(0, Math.min(MOST_STARTS, starts.size()));
  }

  /** The rectangles whose top is this row, under columns of these heights, that cannot widen. */
  private static List<Envelope> under(int[] heights, int row, Raster raster, int leastCells) {
    List<Envelope> boxes = new ArrayList<>();
    int[] stack = new int[heights.length + 1];
    int size = 0;
    for (int column = 0; column <= heights.length; column++) {
      int height = column == heights.length ? 0 : heights[column];
      while (size > 0 && heights[stack[size - 1]] >= height) {
        int tall = heights[stack[--size]];
        int left = size == 0 ? 0 : stack[size - 1] + 1;
        int wide = column - left;
        if (Math.min(tall, wide) >= leastCells) {
          double x = raster.west + left * raster.cellMetres;
          double top = raster.south + (row + 1) * raster.cellMetres;
          boxes.add(
              new Envelope(x, x + wide * raster.cellMetres, top - tall * raster.cellMetres, top));
        }
      }
      if (column < heights.length) {
        stack[size++] = column;
      }
    }
    return boxes;
  }

  /** Pushed out all round, in whichever order of sides gains most. */
  private Envelope pushed(Envelope start) {
    int[][] orders = {{0, 1, 2, 3}, {2, 3, 0, 1}, {0, 2, 1, 3}, {3, 1, 2, 0}};
    Envelope best = start;
    for (int[] order : orders) {
      double[] sides = sides(start);
      for (int side : order) {
        sides[side] = push(sides, side);
      }
      Envelope box = box(sides);
      if (box.getArea() > best.getArea()) {
        best = box;
      }
    }
    return best;
  }

  /** Sides moved in or to and fro by less and less, then pushed out again. */
  private Envelope improved(Envelope start) {
    Envelope best = start;
    for (double step = 2 * cellMetres; step > cellMetres / FINEST; step /= 2) {
      boolean gained = true;
      for (int round = 0; gained && round < 20; round++) {
        gained = false;
        for (int side = 0; side < 4; side++) {
          double[] sides = sides(best);
          sides[side] += side < 2 ? step : -step;
          if (sides[0] < sides[2] && sides[1] < sides[3]) {
            Envelope box = pushed(box(sides));
            if (box.getArea() > best.getArea() + 1e-6) {
              best = box;
              gained = true;
            }
          }
        }
      }
    }
    return best;
  }

  /** How far west, south, east or north a side may go. */
  private double push(double[] sides, int side) {
    boolean upright = side == 0 || side == 2;
    double low = upright ? sides[1] : sides[0];
    double high = upright ? sides[3] : sides[2];
    double sign = side < 2 ? -1 : 1;
    double from = sign * sides[side];
    double least = Double.POSITIVE_INFINITY;
    int along = upright ? 0 : 1;
    for (double[] edge : edges) {
      double across0 = edge[1 - along];
      double across1 = edge[3 - along];
      if (Math.max(across0, across1) <= low + APART_METRES
          || Math.min(across0, across1) >= high - APART_METRES) {
        continue;
      }
      double along0 = sign * edge[along];
      double along1 = sign * edge[2 + along];
      if (Math.min(along0, along1) >= least) {
        continue;
      }
      double nearest = at(across0, along0, across1, along1, low, high);
      if (nearest >= from - 1e-3) {
        least = Math.min(least, nearest);
      }
    }
    return Double.isInfinite(least) ? sides[side] : sign * Math.max(from, least - APART_METRES);
  }

  /** How near an edge comes within the band. */
  private static double at(
      double across0, double along0, double across1, double along1, double low, double high) {
    if (across0 == across1) {
      return Math.min(along0, along1);
    }
    double slope = (along1 - along0) / (across1 - across0);
    double first = Math.max(low, Math.min(across0, across1));
    double last = Math.min(high, Math.max(across0, across1));
    return Math.min(along0 + (first - across0) * slope, along0 + (last - across0) * slope);
  }

  private static double[] sides(Envelope box) {
    return new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()};
  }

  private static Envelope box(double[] sides) {
    return new Envelope(sides[0], sides[2], sides[1], sides[3]);
  }
}
