package org.lifecircle.freedspace;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Ground cut into square cells, each wholly inside an area or not. It is for trying many rectangles
 * fast; what is found is then held against the area itself.
 */
final class Raster {

  /** Lines looked at per cell: nothing thicker than a quarter of a cell slips between them. */
  private static final int LINES = 4;

  final double west;
  final double south;
  final double cellMetres;
  final int columns;
  final int rows;
  private final boolean[] inside;

  private Raster(
      double west, double south, double cellMetres, int columns, int rows, boolean[] inside) {
    this.west = west;
    this.south = south;
    this.cellMetres = cellMetres;
    this.columns = columns;
    this.rows = rows;
    this.inside = inside;
  }

  /** The cells of the box that lie in the area. */
  static Raster of(Geometry area, Envelope box, double cellMetres) {
    int columns = Math.max(1, (int) Math.ceil(box.getWidth() / cellMetres));
    int rows = Math.max(1, (int) Math.ceil(box.getHeight() / cellMetres));
    boolean[] inside = new boolean[columns * rows];
    Raster raster = new Raster(box.getMinX(), box.getMinY(), cellMetres, columns, rows, inside);
    Crossings crossings = new Crossings(area, raster);
    boolean[] line = new boolean[columns];
    for (int row = 0; row < rows; row++) {
      Arrays.fill(inside, row * columns, (row + 1) * columns, true);
      for (int i = 0; i <= LINES; i++) {
        crossings.fill(row * LINES + i, line);
        for (int column = 0; column < columns; column++) {
          inside[row * columns + column] &= line[column];
        }
      }
    }
    return raster;
  }

  boolean at(int column, int row) {
    return inside[row * columns + column];
  }

  /** The same cells, each in or not as this says. */
  Raster with(boolean[] others) {
    return new Raster(west, south, cellMetres, columns, rows, others);
  }

  boolean cells(int index) {
    return inside[index];
  }

  boolean[] cells() {
    return inside.clone();
  }

  /** How many cells are in, in the rectangle from the south-west corner to each place. */
  int[] sums() {
    int[] sums = new int[(columns + 1) * (rows + 1)];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        sums[(row + 1) * (columns + 1) + column + 1] =
            sums[row * (columns + 1) + column + 1]
                + sums[(row + 1) * (columns + 1) + column]
                - sums[row * (columns + 1) + column]
                + (at(column, row) ? 1 : 0);
      }
    }
    return sums;
  }

  /** The cells that discs of this width cover which fit in. */
  Raster opened(double widthMetres) {
    double radius = widthMetres / 2 / cellMetres;
    boolean[] outside = new boolean[inside.length];
    for (int i = 0; i < inside.length; i++) {
      outside[i] = !inside[i];
    }
    double[] fromOutside = squaredDistances(outside);
    boolean[] places = new boolean[inside.length];
    for (int i = 0; i < inside.length; i++) {
      // From the middle of a cell to the near edge of one outside.
      double least = radius + 0.5 - 1e-9;
      places[i] = fromOutside[i] >= least * least;
    }
    double[] fromPlaces = squaredDistances(places);
    boolean[] covered = new boolean[inside.length];
    for (int i = 0; i < inside.length; i++) {
      covered[i] = inside[i] && fromPlaces[i] <= radius * radius;
    }
    return with(covered);
  }

  /**
   * Squared distance, in cells, to the nearest marked cell; what lies beyond the frame is unknown
   * and never near. Felzenszwalb and Huttenlocher (2012): rows first, then columns.
   */
  private double[] squaredDistances(boolean[] marked) {
    double far = 1e12;
    double[] distances = new double[marked.length];
    for (int i = 0; i < marked.length; i++) {
      distances[i] = marked[i] ? 0 : far;
    }
    double[] line = new double[Math.max(columns, rows)];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(distances, row * columns, line, 0, columns);
      double[] done = Parabolas.lowest(line, columns);
      System.arraycopy(done, 0, distances, row * columns, columns);
    }
    for (int column = 0; column < columns; column++) {
      for (int row = 0; row < rows; row++) {
        line[row] = distances[row * columns + column];
      }
      double[] done = Parabolas.lowest(line, rows);
      for (int row = 0; row < rows; row++) {
        distances[row * columns + column] = done[row];
      }
    }
    return distances;
  }

  /** Where the outline of an area crosses the lines of the cells. */
  private static final class Crossings {

    private final Raster raster;
    private final double[][] at;
    private final int[] counts;

    Crossings(Geometry area, Raster raster) {
      this.raster = raster;
      at = new double[raster.rows * LINES + 1][];
      counts = new int[at.length];
      for (Polygon polygon : Areas.polygons(area)) {
        for (LinearRing ring : Areas.rings(polygon)) {
          enter(ring.getCoordinates());
        }
      }
    }

    private void enter(Coordinate[] ring) {
      double step = raster.cellMetres / LINES;
      for (int i = 1; i < ring.length; i++) {
        Coordinate a = ring[i - 1].y < ring[i].y ? ring[i - 1] : ring[i];
        Coordinate b = ring[i - 1].y < ring[i].y ? ring[i] : ring[i - 1];
        int first = (int) Math.ceil(Math.max(0, (a.y - raster.south) / step));
        int last = (int) Math.min(at.length - 1, Math.ceil((b.y - raster.south) / step) - 1);
        for (int line = first; line <= last; line++) {
          double y = raster.south + line * step;
          add(line, a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y));
        }
      }
    }

    private void add(int line, double x) {
      double[] known = at[line];
      if (known == null) {
        at[line] = known = new double[8];
      } else if (counts[line] == known.length) {
        at[line] = known = Arrays.copyOf(known, 2 * known.length);
      }
      known[counts[line]++] = x;
    }

    /** Which cells lie wholly inside where this line runs. */
    void fill(int line, boolean[] cells) {
      Arrays.fill(cells, false);
      double[] crossings = at[line];
      if (crossings == null) {
        return;
      }
      Arrays.sort(crossings, 0, counts[line]);
      for (int i = 0; i + 1 < counts[line]; i += 2) {
        double from = (crossings[i] - raster.west) / raster.cellMetres;
        double to = (crossings[i + 1] - raster.west) / raster.cellMetres;
        int first = (int) Math.max(0, Math.ceil(from - 1e-6));
        int end = (int) Math.min(raster.columns, Math.floor(to + 1e-6));
        for (int column = first; column < end; column++) {
          cells[column] = true;
        }
      }
    }
  }
}
