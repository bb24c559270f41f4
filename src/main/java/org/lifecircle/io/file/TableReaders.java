package org.lifecircle.io.file;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.FileFormat;
import org.lifecircle.io.Limits;
import org.lifecircle.io.RawTable;
import org.lifecircle.io.dxf.DxfReader;
import org.lifecircle.io.flatgeobuf.FlatGeobufReader;
import org.lifecircle.io.geojson.GeoJsonReader;
import org.lifecircle.io.geopackage.GeoPackageFeatures;
import org.lifecircle.io.kml.KmlReader;
import org.lifecircle.io.shapefile.ShapefileReader;
import org.lifecircle.io.sheet.CsvReader;
import org.lifecircle.io.sheet.XlsxReader;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.BadValueException;

/** Which reader reads which file. */
final class TableReaders {

  private static final Set<String> SIDECARS =
      Set.of(
          "shx", "prj", "cpg", "sbn", "sbx", "qix", "qpj", "qmd", "fix", "idm", "ind", "ain",
          "aih");

  private final Limits limits;

  TableReaders(Limits limits) {
    this.limits = limits;
  }

  /**
   * The tables of a file that is no archive.
   *
   * @throws BadValueException if it cannot be read, with what to do
   * @throws BadInputException the same, with the place in the file
   */
  List<RawTable> read(Source source, @Nullable Charset encoding) throws IOException {
    FileFormat format = FileFormat.of(source.path(), source.shown());
    if (format == null) {
      throw unknown(source);
    }
    return switch (format) {
      case GEOJSON ->
          List.of(new GeoJsonReader(limits).read(source.path(), source.shown(), encoding));
      case SHAPEFILE -> shapefile(source, encoding);
      case DBF ->
          List.of(new ShapefileReader(limits).readTable(source.path(), source.shown(), encoding));
      case GEOPACKAGE -> new GeoPackageFeatures(limits).read(source.path(), source.shown());
      case FLATGEOBUF -> List.of(new FlatGeobufReader(limits).read(source.path(), source.shown()));
      case KML -> new KmlReader(limits).read(source.path(), source.shown());
      case CSV -> List.of(new CsvReader(limits).read(source.path(), source.shown(), encoding));
      case XLSX -> new XlsxReader(limits).read(source.path(), source.shown());
      case DXF -> new DxfReader(limits).read(source.path(), source.shown(), encoding);
      default -> throw refused(format);
    };
  }

  private List<RawTable> shapefile(Source source, @Nullable Charset encoding) throws IOException {
    if (source.ending().equals("shx")) {
      throw sidecar();
    }
    return List.of(new ShapefileReader(limits).read(source.path(), source.shown(), encoding));
  }

  private static BadValueException unknown(Source source) throws IOException {
    if (java.nio.file.Files.size(source.path()) == 0) {
      return new BadValueException("文件是空的", "the file is empty");
    }
    if (SIDECARS.contains(source.ending())) {
      return sidecar();
    }
    return new BadValueException(
        "认不出文件格式（内容与“."
            + source.ending()
            + "”不符）；可读 GeoJSON、Shapefile、GeoPackage、"
            + "FlatGeobuf、KML/KMZ、CSV、XLSX、DXF 与 OSM",
        "its format is not recognised (the content is not what '."
            + source.ending()
            + "' says); GeoJSON, Shapefile, GeoPackage, FlatGeobuf, KML/KMZ, CSV, XLSX, DXF and OSM"
            + " are read");
  }

  private static BadValueException sidecar() {
    return new BadValueException(
        "这是 Shapefile 的附属文件，缺少 .shp；请一并提供 .shp",
        "this belongs to a Shapefile whose .shp is missing; give that too");
  }

  private static BadValueException refused(FileFormat format) {
    String zh = "不读取" + format.title().zh();
    String en = format.title().en() + " is not read";
    return switch (format) {
      case DWG ->
          new BadValueException(
              zh + "；请在 CAD 中另存为 ASCII DXF（或用 ODA File Converter 转换）",
              en
                  + "; save it from your CAD as ASCII DXF, or convert it with the ODA File Converter");
      case BINARY_DXF ->
          new BadValueException(zh + "；请另存为 ASCII DXF", en + "; save it as ASCII DXF");
      case XLS -> new BadValueException(zh + "；请另存为 .xlsx", en + "; save it as .xlsx");
      default -> new BadValueException(zh, en);
    };
  }
}
