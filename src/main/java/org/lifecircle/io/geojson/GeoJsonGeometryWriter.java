package org.lifecircle.io.geojson;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Writes the coordinates of a geometry as they are, x first, rings by the right-hand rule. */
final class GeoJsonGeometryWriter {

  private GeoJsonGeometryWriter() {}

  static void write(JsonGenerator json, Geometry geometry) throws IOException {
    json.writeStartObject();
    boolean ring = geometry instanceof LinearRing; // which GeoJSON has no name for
    json.writeStringField("type", ring ? "LineString" : geometry.getGeometryType());
    boolean collection = geometry.getGeometryType().equals("GeometryCollection");
    json.writeFieldName(collection ? "geometries" : "coordinates");
    if (collection) {
      json.writeStartArray();
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        write(json, geometry.getGeometryN(i));
      }
      json.writeEndArray();
    } else if (geometry.getGeometryType().startsWith("Multi")) {
      json.writeStartArray();
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        writeCoordinates(json, geometry.getGeometryN(i));
      }
      json.writeEndArray();
    } else {
      writeCoordinates(json, geometry);
    }
    json.writeEndObject();
  }

  private static void writeCoordinates(JsonGenerator json, Geometry single) throws IOException {
    if (single instanceof Polygon polygon) {
      json.writeStartArray();
      writeRing(json, polygon.getExteriorRing(), true);
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        writeRing(json, polygon.getInteriorRingN(i), false);
      }
      json.writeEndArray();
    } else if (single instanceof LineString line) {
      writeLine(json, line.getCoordinates());
    } else {
      writePosition(json, single.getCoordinate());
    }
  }

  private static void writeRing(JsonGenerator json, LinearRing ring, boolean anticlockwise)
      throws IOException {
    boolean right = Orientation.isCCW(ring.getCoordinateSequence()) == anticlockwise;
    writeLine(json, (right ? ring : ring.reverse()).getCoordinates());
  }

  private static void writeLine(JsonGenerator json, Coordinate[] points) throws IOException {
    json.writeStartArray();
    for (Coordinate point : points) {
      writePosition(json, point);
    }
    json.writeEndArray();
  }

  private static void writePosition(JsonGenerator json, Coordinate point) throws IOException {
    json.writeStartArray();
    json.writeNumber(point.x);
    json.writeNumber(point.y);
    json.writeEndArray();
  }
}
