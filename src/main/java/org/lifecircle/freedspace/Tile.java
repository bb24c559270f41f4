package org.lifecircle.freedspace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * A square of a grid that is the same for everyone: counted from the CRS's origin, not from the
 * data, so that no feature shifts another's seams.
 */
record Tile(long column, long row, double sizeMetres) implements Comparable<Tile> {

  private static final Comparator<Tile> ORDER =
      Comparator.comparingLong(Tile::row).thenComparingLong(Tile::column);

  /** The sides of a tile and the neighbours behind them. */
  enum Side {
    WEST(-1, 0),
    EAST(1, 0),
    SOUTH(0, -1),
    NORTH(0, 1);

    private final int columns;
    private final int rows;

    Side(int columns, int rows) {
      this.columns = columns;
      this.rows = rows;
    }

    Side opposite() {
      return switch (this) {
        case WEST -> EAST;
        case EAST -> WEST;
        case SOUTH -> NORTH;
        case NORTH -> SOUTH;
      };
    }

    /** Whether this side runs north and south. */
    boolean upright() {
      return rows == 0;
    }
  }

  static List<Tile> covering(Envelope box, double sizeMetres) {
    List<Tile> tiles = new ArrayList<>();
    for (long row = at(box.getMinY(), sizeMetres); row <= at(box.getMaxY(), sizeMetres); row++) {
      for (long c = at(box.getMinX(), sizeMetres); c <= at(box.getMaxX(), sizeMetres); c++) {
        tiles.add(new Tile(c, row, sizeMetres));
      }
    }
    return tiles;
  }

  Envelope box() {
    double west = column * sizeMetres;
    double south = row * sizeMetres;
    return new Envelope(west, west + sizeMetres, south, south + sizeMetres);
  }

  Tile beyond(Side side) {
    return new Tile(column + side.columns, row + side.rows, sizeMetres);
  }

  /** The easting of an upright side, the northing of a level one. */
  double line(Side side) {
    return switch (side) {
      case WEST -> box().getMinX();
      case EAST -> box().getMaxX();
      case SOUTH -> box().getMinY();
      case NORTH -> box().getMaxY();
    };
  }

  @Override
  public int compareTo(Tile other) {
    return ORDER.compare(this, other);
  }

  private static long at(double metres, double sizeMetres) {
    return (long) Math.floor(metres / sizeMetres);
  }
}
