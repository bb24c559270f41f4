package org.lifecircle.freedspace;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The places in a tile where rectangles of some shapes fit on cells, best first: the largest share
 * of newly usable ground, in steps of a hundredth; then the squarest; then from the south.
 */
final class Places {

  private static final int BITS = 12; // of a row, a column and a difference of sides
  private static final int MOST = (1 << BITS) - 1;
  private static final int SHAPE_BITS = 4;

  private final TurnedGround ground;
  private final Tile tile;
  private final List<Shape> shapes;
  private final double shareMin;
  private final int columns;

  /** How far the middle of a place may be from the tile's middle, to the side or up. */
  private final double reachCells;

  private long[] places = new long[256];
  private int count;

  private Places(TurnedGround ground, Tile tile, List<Shape> shapes, double shareMin) {
    this.ground = ground;
    this.tile = tile;
    this.shapes = shapes;
    this.shareMin = shareMin;
    columns = ground.free().columns;
    double turned = ground.turn().radians();
    reachCells =
        tile.sizeMetres()
            / 2
            * (Math.abs(Math.cos(turned)) + Math.abs(Math.sin(turned)))
            / ground.free().cellMetres;
  }

  /** One of these shapes with its south-west corner in a cell. */
  record Place(int column, int row, Shape shape) {}

  static Places in(
      TurnedGround ground, Tile tile, List<Shape> shapes, double widthMetres, double shareMin) {
    Places places = new Places(ground, tile, shapes, shareMin);
    for (int number = 0; number < shapes.size(); number++) {
      places.add(number, widthMetres);
    }
    Arrays.sort(places.places, 0, places.count);
    return places;
  }

  int count() {
    return count;
  }

  Place get(int rank) {
    long place = places[rank];
    int number = (int) (place & ((1 << SHAPE_BITS) - 1));
    int column = (int) (place >> SHAPE_BITS & MOST);
    int row = (int) (place >> (SHAPE_BITS + BITS) & MOST);
    return new Place(column, row, shapes.get(number));
  }

  private void add(int number, double widthMetres) {
    Shape shape = shapes.get(number);
    Raster free = ground.free();
    int[] sums = ground.sums();
    int line = columns + 1;
    int all = shape.wide() * shape.high();
    short[] squares = ground.squares();
    int least = Math.min(shape.wide(), shape.high());
    int firstRow = (int) Math.max(0, free.rows / 2.0 - reachCells - shape.high() / 2.0 - 1);
    int lastRow = (int) Math.min(free.rows - shape.high(), firstRow + 2 * reachCells + 2);
    int firstColumn = (int) Math.max(0, columns / 2.0 - reachCells - shape.wide() / 2.0 - 1);
    int lastColumn = (int) Math.min(columns - shape.wide(), firstColumn + 2 * reachCells + 2);
    int @Nullable [] freshSums = null;
    for (int row = firstRow; row <= lastRow; row++) {
      for (int column = firstColumn; column <= lastColumn; column++) {
        if (squares[row * columns + column] < least) {
          continue;
        }
        int southWest = row * line + column;
        int northWest = (row + shape.high()) * line + column;
        if (sum(sums, southWest, northWest, shape.wide()) == all) {
          if (freshSums == null) {
            freshSums = ground.freshSums(widthMetres); // most tiles hold no place and need none
          }
          double share = sum(freshSums, southWest, northWest, shape.wide()) / (double) all;
          if (share >= shareMin && mine(column + shape.wide() / 2.0, row + shape.high() / 2.0)) {
            add(number, shape, row, column, share);
          }
        }
      }
    }
  }

  private void add(int number, Shape shape, int row, int column, double share) {
    if (count == places.length) {
      places = Arrays.copyOf(places, 2 * count);
    }
    long order = 100 - Math.round(100 * share);
    order = order << BITS | Math.min(MOST, Math.abs(shape.wide() - shape.high()));
    order = order << BITS | row;
    order = order << BITS | column;
    places[count++] = order << SHAPE_BITS | number;
  }

  private static int sum(int[] sums, int southWest, int northWest, int wide) {
    return sums[northWest + wide] - sums[northWest] - sums[southWest + wide] + sums[southWest];
  }

  /** Whether this place, in cells, is in the tile. */
  private boolean mine(double column, double row) {
    Raster free = ground.free();
    double x = free.west + column * free.cellMetres;
    double y = free.south + row * free.cellMetres;
    double cos = Math.cos(ground.turn().radians());
    double sin = Math.sin(ground.turn().radians());
    double half = tile.sizeMetres() / 2;
    double east = x * cos - y * sin;
    double north = x * sin + y * cos;
    return east >= -half && east < half && north >= -half && north < half;
  }
}
