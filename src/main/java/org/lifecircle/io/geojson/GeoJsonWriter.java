package org.lifecircle.io.geojson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.Projection;
import org.lifecircle.model.Coded;
import org.lifecircle.model.Columns;
import org.lifecircle.model.Feature;
import org.lifecircle.model.Layer;
import org.lifecircle.model.StudyArea;
import org.locationtech.jts.geom.Geometry;

/**
 * Writes GeoJSON (RFC 7946): longitude and latitude with up to nine decimals, outer rings
 * anticlockwise. Features stream, so a layer of any size needs little memory. Streams are flushed
 * and left open.
 */
public final class GeoJsonWriter {

  /**
   * One feature to write.
   *
   * @param id member {@code id}; null leaves it out
   * @param geometry in metres of the projection; null is written as null
   * @param properties text, numbers, truth values, {@link Coded}s, lists and maps of these, or null
   */
  public record Row(
      @Nullable String id,
      @Nullable Geometry geometry,
      Map<String, ? extends @Nullable Object> properties) {}

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT) // what failed shall not look whole
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .build();

  private final UnaryOperator<Geometry> outward;

  /** Writes geometries that are in the metres of this projection. */
  public GeoJsonWriter(Projection projection) {
    this((UnaryOperator<Geometry>) projection::toLonLat);
  }

  /**
   * Writes geometries that are in metres.
   *
   * @param outward to the coordinates that are written, in their order
   */
  public GeoJsonWriter(UnaryOperator<Geometry> outward) {
    this.outward = outward;
  }

  /** A FeatureCollection of these rows. */
  public void write(OutputStream out, Iterable<Row> rows) throws IOException {
    write(out, rows, Map.of());
  }

  /** A FeatureCollection of these rows, with more members beside {@code features}. */
  public void write(
      OutputStream out, Iterable<Row> rows, Map<String, ? extends @Nullable Object> members)
      throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("type", "FeatureCollection");
      writeMembers(json, members);
      json.writeArrayFieldStart("features");
      for (Row row : rows) {
        json.writeRaw('\n');
        writeFeature(json, row, Map.of());
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  /** A single Feature, with more members beside its own. */
  public void writeFeature(
      OutputStream out, Row row, Map<String, ? extends @Nullable Object> members)
      throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      writeFeature(json, row, members);
    }
  }

  /** A layer of a study area, with its columns as properties. */
  public void writeLayer(OutputStream out, StudyArea area, Layer layer) throws IOException {
    write(out, rows(area, layer));
  }

  /** The rows of a layer, made as they are asked for. */
  public static Iterable<Row> rows(StudyArea area, Layer layer) {
    Columns columns = Columns.of(layer);
    List<? extends Feature> features = area.layer(layer);
    return () -> {
      Iterator<? extends Feature> each = features.iterator();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return each.hasNext();
        }

        @Override
        public Row next() {
          Feature feature = each.next();
          return new Row(feature.id(), feature.geometry(), columns.values(feature));
        }
      };
    };
  }

  private void writeFeature(
      JsonGenerator json, Row row, Map<String, ? extends @Nullable Object> members)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    if (row.id() != null) {
      json.writeStringField("id", row.id());
    }
    json.writeFieldName("geometry");
    Geometry geometry = row.geometry();
    if (geometry == null || geometry.isEmpty()) {
      json.writeNull();
    } else {
      GeoJsonGeometryWriter.write(json, outward.apply(geometry));
    }
    json.writeFieldName("properties");
    writeValue(json, row.properties());
    writeMembers(json, members);
    json.writeEndObject();
  }

  private static void writeMembers(
      JsonGenerator json, Map<String, ? extends @Nullable Object> members) throws IOException {
    for (Map.Entry<String, ? extends @Nullable Object> member : members.entrySet()) {
      json.writeFieldName(member.getKey());
      writeValue(json, member.getValue());
    }
  }

  private static void writeValue(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.writeFieldName(String.valueOf(entry.getKey()));
        writeValue(json, entry.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof Iterable<?> items) {
      json.writeStartArray();
      for (Object item : items) {
        writeValue(json, item);
      }
      json.writeEndArray();
    } else if (value instanceof Double number && !Double.isFinite(number)) {
      throw new IllegalArgumentException(number + " has no place in JSON");
    } else if (value instanceof Number || value instanceof Boolean || value == null) {
      json.writePOJO(value);
    } else {
      json.writeString(value instanceof Coded coded ? coded.code() : value.toString());
    }
  }
}
