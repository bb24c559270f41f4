package org.lifecircle.io.qgis;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.lifecircle.io.OutputCrs;
import org.lifecircle.io.RawLayer;

/**
 * Where QGIS finds the features of a layer, and how it asks for them.
 *
 * @param provider of QGIS that reads them
 * @param uri as that provider wants it
 * @param crs code of the CRS they come in
 * @param definition of that CRS as well-known text; QGIS does not look a code up
 * @param tiles which layer of vector tiles they are in; empty where they come one by one
 */
public record Source(String provider, String uri, String crs, String definition, String tiles) {

  private static final String[] GEOMETRY_TYPE = {"Point", "LineString", "Polygon"};
  private static final String DEGREES = RawLayer.LON_LAT;
  private static final String WEB_METRES = "EPSG:3857";

  /**
   * A table of the GeoPackage that comes with the project.
   *
   * @param dimension of the geometries that are wanted of it
   * @param mixed whether it has others too
   */
  public static Source ofTable(
      String table, String crs, String definition, int dimension, boolean mixed) {
    String uri = "attachment:" + ProjectFile.DATA + "|layername=" + table;
    Source whole = new Source("ogr", uri, crs, definition, "");
    return mixed ? whole.part(dimension) : whole;
  }

  /**
   * A collection of a server of OGC API Features, asked for what is in view. QGIS 3.22 takes a
   * collection to be of one kind of geometry and leaves the others undrawn, so of a mixed one GDAL
   * reads the part.
   *
   * @param base address of its landing page
   * @param dimension of the geometries that are wanted of it
   * @param mixed whether it has others too
   */
  public static Source ofCollection(String base, String id, int dimension, boolean mixed) {
    if (mixed) {
      String uri = "OAPIF:" + base + "|layername=" + id;
      return new Source("ogr", uri, DEGREES, OutputCrs.definition(DEGREES), "").part(dimension);
    }
    String uri =
        "url='%s' typename='%s' restrictToRequestBBOX='1'".formatted(quoted(base), quoted(id));
    return new Source("OAPIF", uri, DEGREES, OutputCrs.definition(DEGREES), "");
  }

  /**
   * The same collection as vector tiles: drawn at once however many features it has, and asked for
   * only when it is shown.
   */
  public static Source ofTiles(String base, String id, int finest) {
    String url = base + "/collections/" + id + "/tiles/WebMercatorQuad/{z}/{y}/{x}?f=mvt";
    String encoded = URLEncoder.encode(url, StandardCharsets.UTF_8);
    String uri = "type=xyz&url=" + encoded + "&zmin=0&zmax=" + finest;
    return new Source("vectortile", uri, WEB_METRES, OutputCrs.definition(WEB_METRES), id);
  }

  boolean isTiled() {
    return !tiles.isEmpty();
  }

  private Source part(int dimension) {
    String part = uri + "|geometrytype=" + GEOMETRY_TYPE[dimension];
    return new Source(provider, part, crs, definition, tiles);
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("'", "\\'");
  }
}
