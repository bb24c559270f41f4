package org.lifecircle.api;

/** The forms an answer may take. */
public enum Format {
  JSON("json", "application/json"),
  GEOJSON("geojson", "application/geo+json"),
  /** {@code f=json} where the answer is features: that is GeoJSON too. */
  FEATURES("json", "application/geo+json"),
  /** What a filter may ask. */
  JSON_SCHEMA("json", "application/schema+json"),
  CSV("csv", "text/csv; charset=utf-8"),
  HTML("html", "text/html; charset=utf-8"),
  TILEJSON("tilejson", "application/json"),
  VECTOR_TILE("mvt", "application/vnd.mapbox-vector-tile"),
  OPENAPI("json", "application/vnd.oai.openapi+json;version=3.0"),
  GEOPACKAGE("gpkg", "application/geopackage+sqlite3"),
  /** Files of one kind, one for each layer. */
  ARCHIVE("zip", "application/zip"),
  FLATGEOBUF("fgb", "application/flatgeobuf"),
  TILE_ARCHIVE("pmtiles", "application/vnd.pmtiles"),
  QGIS_PROJECT("qgz", "application/x-qgis-project"),
  PDF("pdf", "application/pdf"),
  WORD("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

  private final String code;
  private final String mediaType;

  Format(String code, String mediaType) {
    this.code = code;
    this.mediaType = mediaType;
  }

  /** What {@code f=} calls it, and how its files end. */
  public String code() {
    return code;
  }

  /** Its {@code Content-Type}. */
  public String mediaType() {
    return mediaType;
  }

  /** Whether it is written out of what was found, so that a page for people can be too. */
  boolean isWritten() {
    return code.equals("json") || code.equals("geojson");
  }
}
