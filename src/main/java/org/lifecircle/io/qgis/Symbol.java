package org.lifecircle.io.qgis;

import org.jspecify.annotations.Nullable;

/**
 * How a thing is drawn; which of it counts depends on the geometry.
 *
 * @param fill colour of areas; null when the layer has none
 * @param line colour of lines; null when the layer has none
 * @param marker colour of points; null when the layer has none
 * @param outline of areas and points; null for none
 * @param shape of a marker, as QGIS calls it
 * @param widthMm of lines and outlines
 * @param sizeMm of markers
 * @param dash as QGIS calls it
 * @param hatch whether areas are striped
 * @param opacity 0 to 1
 */
record Symbol(
    @Nullable String fill,
    @Nullable String line,
    @Nullable String marker,
    @Nullable String outline,
    String shape,
    double widthMm,
    double sizeMm,
    String dash,
    boolean hatch,
    double opacity) {

  /** What a geometry is drawn as. */
  enum Kind {
    MARKER,
    LINE,
    FILL;

    static Kind ofDimension(int dimension) {
      return values()[dimension];
    }

    int dimension() {
      return switch (this) {
        case MARKER -> 0;
        case LINE -> 1;
        case FILL -> 2;
      };
    }
  }

  /** The same in another colour. */
  Symbol coloured(String colour) {
    return new Symbol(
        fill == null ? null : colour,
        line == null ? null : colour,
        marker == null ? null : colour,
        outline,
        shape,
        widthMm,
        sizeMm,
        dash,
        hatch,
        opacity);
  }
}
