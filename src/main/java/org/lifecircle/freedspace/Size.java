package org.lifecircle.freedspace;

import java.util.Comparator;

/**
 * The rectangle that is looked for.
 *
 * @param indoor whether a building is to stand on it
 * @param widthMetres its shorter side at least
 */
record Size(boolean indoor, double areaSquareMetres, double widthMetres)
    implements Comparable<Size> {

  private static final Comparator<Size> ORDER =
      Comparator.comparing(Size::indoor)
          .thenComparingDouble(Size::areaSquareMetres)
          .thenComparingDouble(Size::widthMetres);

  /** The longer side at most: no wider than it must be. */
  double longestMetres() {
    return Math.max(widthMetres, areaSquareMetres / widthMetres);
  }

  @Override
  public int compareTo(Size other) {
    return ORDER.compare(this, other);
  }
}
