package org.lifecircle.freedspace;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;

/** Where rings cross the lines of a raster's cells. */
final class Crossings {

  /** Rounding moves a crossing by less than this share of a cell. */
  private static final double ROUNDING_CELLS = 1e-6;

  private final Raster raster;
  private final double[][] at;
  private final int[] counts;
  private int lowest;
  private int highest = -1;

  Crossings(Raster raster) {
    this.raster = raster;
    at = new double[raster.rows * Raster.LINES + 1][];
    counts = new int[at.length];
    lowest = at.length;
  }

  void clear() {
    if (highest >= lowest) {
      Arrays.fill(counts, lowest, highest + 1, 0);
    }
    lowest = at.length;
    highest = -1;
  }

  void enter(Coordinate[] ring) {
    double step = raster.cellMetres / Raster.LINES;
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
    known[counts[line]++] = (x - raster.west) / raster.cellMetres;
    lowest = Math.min(lowest, line);
    highest = Math.max(highest, line);
  }

  /** Leaves of the cells those that lie wholly between the rings. */
  void keepInside(boolean[] cells) {
    boolean[] line = new boolean[raster.columns];
    for (int i = 0; i < at.length; i++) {
      Arrays.fill(line, false);
      double[] crossings = sorted(i);
      for (int k = 0; k + 1 < counts[i]; k += 2) {
        int first = (int) Math.max(0, Math.ceil(crossings[k] - ROUNDING_CELLS));
        int end = (int) Math.min(raster.columns, Math.floor(crossings[k + 1] + ROUNDING_CELLS));
        if (end > first) {
          Arrays.fill(line, first, end, true);
        }
      }
      for (int row = firstRow(i); row <= lastRow(i); row++) {
        for (int column = 0; column < raster.columns; column++) {
          cells[row * raster.columns + column] &= line[column];
        }
      }
    }
  }

  /** Takes from the cells those that the rings reach into. */
  void takeInside(boolean[] cells) {
    for (int i = lowest; i <= highest; i++) {
      double[] crossings = sorted(i);
      for (int k = 0; k + 1 < counts[i]; k += 2) {
        int first = (int) Math.max(0, Math.floor(crossings[k] + ROUNDING_CELLS));
        int end = (int) Math.min(raster.columns, Math.ceil(crossings[k + 1] - ROUNDING_CELLS));
        for (int row = firstRow(i); row <= lastRow(i) && end > first; row++) {
          Arrays.fill(cells, row * raster.columns + first, row * raster.columns + end, false);
        }
      }
    }
  }

  private double[] sorted(int line) {
    double[] crossings = at[line];
    if (crossings == null) {
      return new double[0];
    }
    Arrays.sort(crossings, 0, counts[line]);
    return crossings;
  }

  /** A line between two rows of cells is the edge of both. */
  private int firstRow(int line) {
    int row = line / Raster.LINES;
    return line % Raster.LINES == 0 ? Math.max(0, row - 1) : row;
  }

  private int lastRow(int line) {
    return Math.min(raster.rows - 1, line / Raster.LINES);
  }
}
