package org.lifecircle.io.pmtiles;

/**
 * The numbers of tiles: level by level, and along a Hilbert curve within each, so that what lies
 * near each other is stored near each other.
 */
public final class TileIds {

  private TileIds() {}

  /**
   * The number of a tile.
   *
   * @param level 0 to 26
   * @param col from the west
   * @param row from the north
   */
  public static long of(int level, int col, int row) {
    long before = ((1L << (2 * level)) - 1) / 3; // tiles of all coarser levels
    long along = 0;
    int x = col;
    int y = row;
    for (int half = (1 << level) / 2; half > 0; half /= 2) {
      int east = (x & half) > 0 ? 1 : 0;
      int south = (y & half) > 0 ? 1 : 0;
      along += (long) half * half * ((3 * east) ^ south);
      if (south == 0) {
        if (east == 1) {
          x = half - 1 - (x & (half - 1));
          y = half - 1 - (y & (half - 1));
        }
        int swapped = x;
        x = y;
        y = swapped;
      }
    }
    return before + along;
  }
}
