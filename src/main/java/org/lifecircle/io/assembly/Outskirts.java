package org.lifecircle.io.assembly;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.lifecircle.io.Millimetres;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Polygons whose union is all ground within a distance of some features, few of them where the
 * features stand close together.
 *
 * <p>In the middle of a city a house adds nothing to the outline: all around it lies within the
 * distance of one neighbour or another. The ground is looked at in square cells. A cell that lies
 * whole inside the disc about one corner of a feature is certainly covered; a feature that reaches
 * into such cells only is left out, and the cells stand in its place. Uniting 100 000 discs took 20
 * seconds, and takes less than one so.
 */
final class Outskirts {

  /** Cells to the distance: the finer, the fewer features stay, and the more cells there are. */
  private static final int CELLS = 4;

  /** Discs are drawn as polygons inside of the circle, and no edge of a cell may touch one. */
  private static final double SURELY_WITHIN = 0.95;

  /** Beyond that the features are far apart, and nothing is gained. */
  private static final long MOST_CELLS = 1L << 26;

  private final double metres;
  private final int quadrantSegments;
  private final double cell;

  Outskirts(double metres, int quadrantSegments) {
    this.metres = metres;
    this.quadrantSegments = quadrantSegments;
    cell = metres / CELLS;
  }

  /** The polygons, those of features first. */
  List<Geometry> of(List<Geometry> features) {
    Envelope all = new Envelope();
    features.forEach(feature -> all.expandToInclude(feature.getEnvelopeInternal()));
    all.expandBy(2 * metres);
    double columns = Math.ceil(all.getWidth() / cell) + 1;
    double rows = Math.ceil(all.getHeight() / cell) + 1;
    if (!(columns * rows <= MOST_CELLS) || metres <= 0) {
      return features.stream().map(this::wider).toList();
    }
    Grid grid = new Grid(all.getMinX(), all.getMinY(), (int) columns, (int) rows);
    for (Geometry feature : features) {
      for (Coordinate corner : feature.getCoordinates()) {
        grid.cover(corner);
      }
    }
    List<Geometry> polygons = new ArrayList<>();
    for (Geometry feature : features) {
      if (!grid.standsFor(feature.getEnvelopeInternal())) {
        polygons.add(wider(feature));
      }
    }
    grid.addTo(polygons);
    return polygons;
  }

  private Geometry wider(Geometry feature) {
    return feature.buffer(metres, quadrantSegments);
  }

  private final class Grid {
    private final double west;
    private final double south;
    private final int columns;
    private final int rows;
    private final BitSet covered;
    private final BitSet used;

    Grid(double west, double south, int columns, int rows) {
      this.west = west;
      this.south = south;
      this.columns = columns;
      this.rows = rows;
      covered = new BitSet(columns * rows);
      used = new BitSet(columns * rows);
    }

    private int column(double x) {
      return (int) Math.floor((x - west) / cell);
    }

    private int row(double y) {
      return (int) Math.floor((y - south) / cell);
    }

    /** The cells that lie within the distance of a corner, wherever in its own cell it is. */
    void cover(Coordinate corner) {
      int column = column(corner.x);
      int row = row(corner.y);
      double within = SURELY_WITHIN * CELLS;
      for (int up = 0; up < CELLS; up++) {
        double left = within * within - (up + 1.0) * (up + 1.0);
        int wide = left < 1 ? -1 : (int) Math.floor(Math.sqrt(left)) - 1;
        if (wide >= 0) {
          cover(row + up, column - wide, column + wide);
          cover(row - up, column - wide, column + wide);
        }
      }
    }

    private void cover(int row, int from, int to) {
      covered.set(row * columns + from, row * columns + to + 1);
    }

    /** Whether cells cover all that a feature of this box reaches; if so, they are used. */
    boolean standsFor(Envelope box) {
      int from = column(box.getMinX() - metres);
      int to = column(box.getMaxX() + metres) + 1;
      int bottom = row(box.getMinY() - metres);
      int top = row(box.getMaxY() + metres);
      for (int row = bottom; row <= top; row++) {
        if (covered.nextClearBit(row * columns + from) < row * columns + to) {
          return false;
        }
      }
      for (int row = bottom; row <= top; row++) {
        used.set(row * columns + from, row * columns + to);
      }
      return true;
    }

    /** The cells used, those side by side as one. */
    void addTo(List<Geometry> polygons) {
      for (int row = 0; row < rows; row++) {
        int end = row * columns;
        int last = end + columns;
        for (int from = used.nextSetBit(end); from >= 0 && from < last; ) {
          end = Math.min(used.nextClearBit(from), last);
          Envelope run =
              new Envelope(
                  west + (from - row * columns) * cell,
                  west + (end - row * columns) * cell,
                  south + row * cell,
                  south + (row + 1) * cell);
          polygons.add(Millimetres.FACTORY.toGeometry(run));
          from = used.nextSetBit(end);
        }
      }
    }
  }
}
