package org.lifecircle.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.io.mvt.Square;
import org.locationtech.jts.geom.Envelope;

/** The grid of tiles of web maps (WebMercatorQuad): at level z, 2^z by 2^z squares of the world. */
final class TileGrid {

  static final String ID = "WebMercatorQuad";
  static final String URI = "http://www.opengis.net/def/tilematrixset/OGC/1.0/" + ID;
  static final String CRS = "http://www.opengis.net/def/crs/EPSG/0/3857";
  static final int FINEST = 20;

  /** Of a screen, by the standard's definition of a scale. */
  private static final double METRES_PER_PIXEL = 0.00028;

  private static final int PIXELS = 256;

  /** The tiles of a level that show anything of an area. */
  record Limits(int matrix, int minRow, int maxRow, int minCol, int maxCol) {

    boolean contain(long row, long col) {
      return row >= minRow && row <= maxRow && col >= minCol && col <= maxCol;
    }

    Map<String, Object> json() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("tileMatrix", String.valueOf(matrix));
      json.put("minTileRow", minRow);
      json.put("maxTileRow", maxRow);
      json.put("minTileCol", minCol);
      json.put("maxTileCol", maxCol);
      return json;
    }
  }

  private TileGrid() {}

  static Square square(int matrix, int row, int col) {
    double size = size(matrix);
    return new Square(
        col * size - WebMercator.HALF_METRES, WebMercator.HALF_METRES - row * size, size);
  }

  private static double size(int matrix) {
    return 2 * WebMercator.HALF_METRES / (1 << matrix);
  }

  /**
   * The tiles that meet a box.
   *
   * @param mercator in metres of EPSG:3857
   */
  static Limits limits(int matrix, Envelope mercator) {
    return new Limits(
        matrix,
        index(WebMercator.HALF_METRES - mercator.getMaxY(), matrix),
        index(WebMercator.HALF_METRES - mercator.getMinY(), matrix),
        index(mercator.getMinX() + WebMercator.HALF_METRES, matrix),
        index(mercator.getMaxX() + WebMercator.HALF_METRES, matrix));
  }

  private static int index(double metres, int matrix) {
    int last = (1 << matrix) - 1;
    return Math.max(0, Math.min(last, (int) Math.floor(metres / size(matrix))));
  }

  /** The grid as the standard writes it down. */
  static Map<String, Object> json() {
    List<Map<String, Object>> matrices = new ArrayList<>();
    for (int matrix = 0; matrix <= FINEST; matrix++) {
      Map<String, Object> json = new LinkedHashMap<>();
      double cell = size(matrix) / PIXELS;
      json.put("id", String.valueOf(matrix));
      json.put("scaleDenominator", cell / METRES_PER_PIXEL);
      json.put("cellSize", cell);
      json.put("cornerOfOrigin", "topLeft");
      json.put("pointOfOrigin", List.of(-WebMercator.HALF_METRES, WebMercator.HALF_METRES));
      json.put("tileWidth", PIXELS);
      json.put("tileHeight", PIXELS);
      json.put("matrixWidth", 1 << matrix);
      json.put("matrixHeight", 1 << matrix);
      matrices.add(json);
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", ID);
    json.put("title", "Google Maps Compatible for the World");
    json.put("uri", URI);
    json.put("crs", CRS);
    json.put("orderedAxes", List.of("X", "Y"));
    json.put("wellKnownScaleSet", "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible");
    json.put("tileMatrices", matrices);
    return json;
  }
}
