package org.lifecircle.api;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.FileTable;
import org.lifecircle.io.OutputCrs;
import org.lifecircle.io.flatgeobuf.FlatGeobufWriter;
import org.lifecircle.io.geojson.GeoJsonWriter;
import org.lifecircle.io.shapefile.ShapefileWriter;
import org.lifecircle.io.sheet.CsvWriter;
import org.lifecircle.store.Crs;
import org.lifecircle.store.FeatureTable;
import org.lifecircle.store.GeoPackageFile;
import org.lifecircle.store.LayerStyle;

/** Writes layers of an area as a file. */
final class ExportFile {

  private final OpenArea area;
  private final List<ExportLayer> layers;
  private final OutputCrs crs;
  private final String language;
  private final @Nullable String server;

  /**
   * A writer.
   *
   * @param server address of the area or scenario that a project reads its layers from; null puts
   *     them into the file
   */
  ExportFile(
      OpenArea area,
      List<ExportLayer> layers,
      OutputCrs crs,
      String language,
      @Nullable String server) {
    this.area = area;
    this.layers = layers;
    this.crs = crs;
    this.language = language;
    this.server = server;
  }

  /**
   * Writes it.
   *
   * @param files the kind of files in an archive
   */
  void write(Format format, String files, Path file) throws IOException {
    switch (format) {
      case GEOPACKAGE -> writeGeoPackage(file);
      case ARCHIVE -> writeArchive(files, file);
      case QGIS_PROJECT -> new ExportProject(area, layers, crs, language, server).write(file);
      default -> {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
          writeOne(format.code(), layers.get(0).table(), out);
        }
      }
    }
  }

  private void writeGeoPackage(Path file) {
    List<FeatureTable> tables = new ArrayList<>();
    List<LayerStyle> styles = new ArrayList<>();
    for (ExportLayer layer : layers) {
      tables.add(layer.featureTable(crs));
      int dimension = mainDimension(layer.table());
      area.exports()
          .styles()
          .style(layer.id(), dimension, language)
          .map(qml -> new LayerStyle(layer.id(), layer.title().in(language), qml))
          .ifPresent(styles::add);
    }
    Crs written = new Crs(crs.code(), crs.definition());
    GeoPackageFile.write(file, written, tables, styles, area.stored().imported().at());
  }

  /** Of a table with geometry of several kinds, what most of it is. */
  static int mainDimension(FileTable table) {
    int[] counts = new int[3];
    table.places().forEach(place -> counts[Math.max(0, place.getDimension())]++);
    int main = 2;
    for (int dimension = 1; dimension >= 0; dimension--) {
      main = counts[dimension] > counts[main] ? dimension : main;
    }
    return main;
  }

  private void writeArchive(String files, Path file) throws IOException {
    LocalDate when = area.stored().imported().at().atZone(ZoneOffset.UTC).toLocalDate();
    try (ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      ShapefileWriter shapefiles = new ShapefileWriter(zip, crs, area.exports().shortNames(), when);
      List<String> empty = new ArrayList<>();
      for (ExportLayer layer : layers) {
        FileTable table = layer.table();
        if (table.rows().isEmpty() && layers.size() > 1) {
          empty.add(layer.id());
        } else if (files.equals("shp")) {
          shapefiles.add(table);
        } else {
          zip.putNextEntry(new ZipEntry(layer.id() + "." + files));
          writeOne(files, table, zip);
          zip.closeEntry();
        }
      }
      zip.putNextEntry(new ZipEntry("README.txt"));
      zip.write(readme(empty, shapefiles.remarks()).getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
  }

  private void writeOne(String files, FileTable table, OutputStream out) throws IOException {
    switch (files) {
      case "fgb" -> FlatGeobufWriter.write(out, table, crs);
      case "csv" -> new CsvWriter(out).write(table, crs);
      case "geojson" -> {
        GeoJsonWriter writer = new GeoJsonWriter(area.projection());
        writer.write(out, () -> features(table.rows().iterator()));
      }
      default -> throw new IllegalArgumentException(files);
    }
  }

  private static Iterator<GeoJsonWriter.Row> features(Iterator<FileTable.Row> rows) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public GeoJsonWriter.Row next() {
        FileTable.Row row = rows.next();
        Object id = row.values().get("id");
        return new GeoJsonWriter.Row(
            id == null ? null : id.toString(), row.geometry(), row.values());
      }
    };
  }

  private String readme(List<String> empty, List<String> cut) {
    boolean chinese = language.equals(Languages.CHINESE);
    StringBuilder text = new StringBuilder();
    text.append(area.area().profile().name().in(language)).append('\n');
    text.append(chinese ? "数据版本 " : "Dataset version ").append(area.version()).append('\n');
    OpenScenario scenario = area.scenario();
    if (scenario != null) {
      text.append(chinese ? "情景 " : "Scenario ").append(scenario.kept().id()).append('\n');
    }
    text.append(chinese ? "坐标系 " : "CRS ").append(crs.code()).append('\n');
    if (!empty.isEmpty()) {
      text.append(chinese ? "没有要素的图层：" : "Layers without features: ");
      text.append(String.join(", ", empty)).append('\n');
    }
    if (!cut.isEmpty()) {
      text.append(
          chinese
              ? "超过 254 字节、已截断的文字（文件、列、处数），完整内容见 GeoPackage：\n"
              : "Texts cut off after 254 bytes (file, column, how many); a GeoPackage has all:\n");
      cut.forEach(line -> text.append("  ").append(line).append('\n'));
    }
    return text.toString();
  }
}
