package org.lifecircle.io.geojson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.Limits;
import org.lifecircle.io.RawFeature;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Geometry;

/** Single features and geometries inside another JSON document, longitude first. */
public final class GeoJsonPieces {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private GeoJsonPieces() {}

  /**
   * The feature the parser stands on; read to its end.
   *
   * @throws BadValueException if it is not one, with the first reason
   */
  public static RawFeature feature(JsonParser json, Limits limits) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw new BadValueException("“feature”不是要素对象", "'feature' is not a feature object");
    }
    GeoJsonFeatureParser parser = new GeoJsonFeatureParser(json, limits);
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String member = json.currentName();
      json.nextToken();
      parser.member(member);
    }
    refuse(parser.complaint());
    return parser.feature(0);
  }

  /**
   * The geometry the parser stands on; read to its end.
   *
   * @throws BadValueException if it is not one, with the first reason
   */
  public static Geometry geometry(JsonParser json, Limits limits) throws IOException {
    GeoJsonGeometryParser parser = new GeoJsonGeometryParser(json, limits);
    Geometry geometry = parser.parse();
    refuse(parser.complaint());
    if (geometry == null || geometry.isEmpty()) {
      throw new BadValueException("几何图形为空", "the geometry is empty");
    }
    return geometry;
  }

  /** A geometry's members as they stand in a document: {@code type} and {@code coordinates}. */
  public static Map<String, Object> members(Geometry lonLat) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = MAPPER.getFactory().createGenerator(bytes)) {
      GeoJsonGeometryWriter.write(json, lonLat);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      return MAPPER.readValue(bytes.toByteArray(), new TypeReference<Map<String, Object>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void refuse(@Nullable Text complaint) {
    if (complaint != null) {
      throw new BadValueException(complaint.zh(), complaint.en());
    }
  }
}
