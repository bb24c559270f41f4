package org.lifecircle.freedspace;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.DoublePredicate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Ground cut into square cells, each wholly inside an area or not. It is for trying many rectangles
 * fast; what is found is then held against the area itself.
 */
final class Raster {

  /** Lines looked at per cell: nothing thicker than a quarter of a cell slips between them. */
  static final int LINES = 4;

  final double west;
  final double south;
  final double cellMetres;
  final int columns;
  final int rows;
  private final boolean[] inside;

  private Raster(Raster frame, boolean[] inside) {
    this.west = frame.west;
    this.south = frame.south;
    this.cellMetres = frame.cellMetres;
    this.columns = frame.columns;
    this.rows = frame.rows;
    this.inside = inside;
  }

  private Raster(Envelope box, double cellMetres) {
    west = box.getMinX();
    south = box.getMinY();
    this.cellMetres = cellMetres;
    columns = Math.max(1, (int) Math.ceil(box.getWidth() / cellMetres));
    rows = Math.max(1, (int) Math.ceil(box.getHeight() / cellMetres));
    inside = new boolean[columns * rows];
    Arrays.fill(inside, true);
  }

  /** The cells of the box that lie in the area. */
  static Raster of(Geometry area, Envelope box, double cellMetres) {
    Raster raster = new Raster(box, cellMetres);
    Crossings crossings = new Crossings(raster);
    Areas.polygons(area)
        .forEach(polygon -> Areas.rings(polygon).forEach(r -> crossings.enter(r.getCoordinates())));
    crossings.keepInside(raster.inside);
    return raster;
  }

  /** The cells of the box. */
  static Raster of(Envelope box, double cellMetres) {
    return new Raster(box, cellMetres);
  }

  /** The cells that none of these reaches into. */
  Raster without(Collection<Outline> outlines) {
    boolean[] left = inside.clone();
    Crossings crossings = new Crossings(this);
    for (Outline outline : outlines) {
      crossings.clear();
      outline.rings().forEach(crossings::enter);
      crossings.takeInside(left);
    }
    return new Raster(this, left);
  }

  /** The cells that are in here and not in there. */
  Raster without(Raster other) {
    boolean[] left = inside.clone();
    for (int i = 0; i < left.length; i++) {
      left[i] &= !other.inside[i];
    }
    return new Raster(this, left);
  }

  boolean at(int column, int row) {
    return inside[row * columns + column];
  }

  boolean[] cells() {
    return inside.clone();
  }

  /** How many cells are in, in the rectangle from the south-west corner to each place. */
  int[] sums() {
    int line = columns + 1;
    int[] sums = new int[line * (rows + 1)];
    for (int row = 0; row < rows; row++) {
      int inRow = 0;
      for (int column = 0; column < columns; column++) {
        inRow += inside[row * columns + column] ? 1 : 0;
        sums[(row + 1) * line + column + 1] = sums[row * line + column + 1] + inRow;
      }
    }
    return sums;
  }

  /** The side of the largest square that is all in, in cells, by the cell in its south-west. */
  short[] squares() {
    short[] squares = new short[inside.length];
    for (int row = rows - 1; row >= 0; row--) {
      for (int column = columns - 1; column >= 0; column--) {
        int here = row * columns + column;
        if (inside[here]) {
          boolean last = row == rows - 1 || column == columns - 1;
          squares[here] =
              last
                  ? 1
                  : (short)
                      (1
                          + Math.min(
                              squares[here + 1],
                              Math.min(squares[here + columns], squares[here + columns + 1])));
        }
      }
    }
    return squares;
  }

  /**
   * The cells that discs of this width cover which fit in; what lies beyond the frame hinders none.
   */
  Raster opened(double widthMetres) {
    double radius = widthMetres / 2 / cellMetres;
    // From the middle of a cell to the near edge of one outside.
    double least = radius + 0.5 - 1e-9;
    boolean[] noPlaces = near(inside, false, squared -> squared < least * least);
    boolean[] covered = near(noPlaces, false, squared -> squared <= radius * radius);
    for (int i = 0; i < covered.length; i++) {
      covered[i] &= inside[i];
    }
    return new Raster(this, covered);
  }

  /**
   * The cells whose distance to a cell of this kind is near: each run of such cells is painted into
   * the lines around it, as far as the discs of its cells reach there.
   */
  private boolean[] near(boolean[] cells, boolean kind, DoublePredicate nearSquared) {
    int[] reaches = reaches(nearSquared);
    int line = columns + 1;
    int[] edges = new int[line * rows];
    for (int row = 0; row < rows; row++) {
      int end = 0;
      for (int start = 0; start < columns; start = end + 1) {
        if (cells[row * columns + start] != kind) {
          end = start;
          continue;
        }
        end = start + 1;
        while (end < columns && cells[row * columns + end] == kind) {
          end++;
        }
        for (int up = 1 - reaches.length; up < reaches.length; up++) {
          if (row + up >= 0 && row + up < rows) {
            int reach = reaches[Math.abs(up)];
            edges[(row + up) * line + Math.max(0, start - reach)]++;
            edges[(row + up) * line + Math.min(columns, end + reach)]--;
          }
        }
      }
    }
    boolean[] near = new boolean[inside.length];
    for (int row = 0; row < rows; row++) {
      int discs = 0;
      for (int column = 0; column < columns; column++) {
        discs += edges[row * line + column];
        near[row * columns + column] = discs > 0;
      }
    }
    return near;
  }

  /** By how many lines up or down: how many cells to the side are near. */
  private static int[] reaches(DoublePredicate nearSquared) {
    int[] reaches = new int[0];
    for (int up = 0; nearSquared.test((double) up * up); up++) {
      int reach = 0;
      while (nearSquared.test((double) up * up + (reach + 1.0) * (reach + 1.0))) {
        reach++;
      }
      reaches = Arrays.copyOf(reaches, up + 1);
      reaches[up] = reach;
    }
    return reaches;
  }
}
