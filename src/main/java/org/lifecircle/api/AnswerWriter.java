package org.lifecircle.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Answer.Bytes;
import org.lifecircle.api.Answer.Document;
import org.lifecircle.api.Answer.Download;
import org.lifecircle.api.Answer.Findings;
import org.lifecircle.api.Answer.Page;
import org.lifecircle.io.Projection;
import org.lifecircle.io.geojson.GeoJsonWriter;
import org.lifecircle.io.sheet.CsvWriter;
import org.lifecircle.model.Columns.Column;
import org.lifecircle.store.FeatureTable;
import org.lifecircle.store.FeatureTable.Row;

/** Gives answers their form. Rows are written one by one, so a long table needs little memory. */
final class AnswerWriter {

  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
              .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT) // what failed shall not look whole
              .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
              .build());

  private AnswerWriter() {}

  /** A JSON document as bytes. */
  static byte[] bytes(Map<String, ?> json) {
    try {
      return JSON.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("text and numbers can be written", e);
    }
  }

  /**
   * Writes an answer; the stream stays open.
   *
   * @param projection of the area it is about; null when it is about none
   */
  static void write(OutputStream out, Answer answer, Format format, @Nullable Projection projection)
      throws IOException {
    if (answer instanceof Document document) {
      JSON.writeValue(out, document.json());
    } else if (answer instanceof Page page) {
      out.write(page.html().getBytes(StandardCharsets.UTF_8));
    } else if (answer instanceof Bytes bytes) {
      bytes.writeTo(out);
    } else if (answer instanceof Download download) {
      Files.copy(download.file(), out);
    } else if (answer instanceof Findings findings) {
      if (format == Format.CSV) {
        writeCsv(out, findings);
      } else if (projection != null && (format == Format.GEOJSON || format == Format.FEATURES)) {
        ServedCrs crs = findings.crs();
        GeoJsonWriter writer =
            crs == null ? new GeoJsonWriter(projection) : new GeoJsonWriter(crs::write);
        writeGeoJson(out, findings, writer);
      } else {
        writeTable(out, findings);
      }
    }
  }

  private static void writeGeoJson(OutputStream out, Findings findings, GeoJsonWriter writer)
      throws IOException {
    if (findings.single()) {
      writer.writeFeature(out, geoRow(findings.table().rows().get(0)), findings.members());
      return;
    }
    List<Row> rows = findings.table().rows();
    writer.write(out, () -> rows.stream().map(AnswerWriter::geoRow).iterator(), findings.members());
  }

  private static GeoJsonWriter.Row geoRow(Row row) {
    Object id = row.values().get("id");
    return new GeoJsonWriter.Row(id == null ? null : id.toString(), row.geometry(), row.values());
  }

  private static void writeTable(OutputStream out, Findings findings) throws IOException {
    try (JsonGenerator json = JSON.getFactory().createGenerator(out)) {
      json.setCodec(JSON);
      json.writeStartObject();
      for (var member : findings.members().entrySet()) {
        json.writePOJOField(member.getKey(), member.getValue());
      }
      json.writeArrayFieldStart("rows");
      for (Row row : findings.table().rows()) {
        json.writeRaw('\n');
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Column column : findings.table().columns()) {
          values.put(column.name(), row.values().get(column.name()));
        }
        json.writePOJO(values);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void writeCsv(OutputStream out, Findings findings) throws IOException {
    CsvWriter csv = new CsvWriter(out);
    FeatureTable table = FlatTables.of(findings);
    csv.head(table.columns().stream().map(Column::name).toList());
    for (Row row : table.rows()) {
      List<@Nullable Object> cells = new ArrayList<>();
      for (Column column : table.columns()) {
        cells.add(row.values().get(column.name()));
      }
      csv.row(cells);
    }
    csv.flush();
  }
}
