package org.lifecircle.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Text;

/** What a file is. Its first bytes say so; its name only where they could be many things. */
public enum FileFormat {
  GEOJSON("GeoJSON", "GeoJSON"),
  SHAPEFILE("Shapefile", "a Shapefile"),
  DBF("dBASE 表 (.dbf)", "a dBASE table (.dbf)"),
  GEOPACKAGE("GeoPackage 或 SQLite 数据库", "a GeoPackage"),
  FLATGEOBUF("FlatGeobuf 文件", "a FlatGeobuf file"),
  KML("KML", "KML"),
  CSV("CSV 表格", "a CSV table"),
  XLSX("Excel 工作簿 (.xlsx)", "an Excel workbook (.xlsx)"),
  DXF("DXF 图纸", "a DXF drawing"),
  ZIP("ZIP 压缩包(或 Office 文件)", "a ZIP archive (or an Office file)"),
  OSM("OpenStreetMap 文件", "an OpenStreetMap file"),
  GZIP("gzip 压缩文件", "a gzip file"),
  DWG("DWG 图纸", "a DWG drawing"),
  BINARY_DXF("二进制 DXF", "a binary DXF drawing"),
  XLS("旧版 Excel 文件 (.xls)", "an old Excel file (.xls)"),
  PDF("PDF 文件", "a PDF document"),
  PICTURE("图片", "a picture"),
  HTML("网页 (HTML)", "a web page (HTML)"),
  XML("XML 文件(如 KML、OSM)", "an XML file (such as KML or OSM)");

  /** How many bytes are enough to tell most of them. */
  public static final int HEAD_BYTES = 1024;

  private static final Set<String> TABLES = Set.of("csv", "tsv", "txt");

  private final String titleZh;
  private final String titleEn;

  FileFormat(String titleZh, String titleEn) {
    this.titleZh = titleZh;
    this.titleEn = titleEn;
  }

  /** What people call it. */
  public Text title() {
    return new Text(titleZh, titleEn);
  }

  /** What the file is; null when neither its content nor its name says. */
  public static @Nullable FileFormat of(Path path, String name) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(path)) {
      head = in.readNBytes(HEAD_BYTES);
    }
    FileFormat format = ofHead(head);
    if (format == ZIP && isWorkbook(path)) {
      return XLSX;
    }
    if (format == XML) {
      return ending(name).equals("kml") ? KML : ending(name).equals("osm") ? OSM : XML;
    }
    if (format == GZIP) {
      return OSM; // nothing else is read from gzip, and its reader says so
    }
    return format != null ? format : byName(ending(name), head);
  }

  private static @Nullable FileFormat byName(String ending, byte[] head) {
    if (ending.equals("dbf") && head.length > 32) {
      return DBF;
    }
    if (TABLES.contains(ending)) {
      return CSV;
    }
    boolean json = ending.equals("json") || ending.endsWith("geojson") || ending.endsWith("jsonl");
    return json ? GEOJSON : null;
  }

  /** What comes behind the last dot, in small letters. */
  public static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /** Whether one of the formats that are read has this name, so that a folder's file is meant. */
  public static boolean isNamed(String name) {
    String ending = ending(name);
    return (TABLES.contains(ending) && !ending.equals("txt"))
        || Set.of(
                "geojson",
                "json",
                "geojsonl",
                "geojsons",
                "jsonl",
                "ndjson",
                "shp",
                "gpkg",
                "fgb",
                "kml",
                "kmz",
                "xlsx",
                "dxf",
                "dwg",
                "zip",
                "osm",
                "pbf")
            .contains(ending)
        || name.toLowerCase(Locale.ROOT).endsWith(".osm.gz");
  }

  /** What the first bytes look like; null when they could be text of any kind. */
  public static @Nullable FileFormat ofHead(byte[] head) {
    String start = new String(head, StandardCharsets.ISO_8859_1);
    FileFormat binary = binary(start);
    if (binary != null) {
      return binary;
    }
    String text = text(start);
    if (text.startsWith("{") || text.startsWith("[")) {
      return GEOJSON;
    }
    if (text.startsWith("<")) {
      return markup(text.toLowerCase(Locale.ROOT));
    }
    boolean dxf = text.matches("(?s)(999\\r?\\n[^\\r\\n]*\\r?\\n\\s*)*0\\s*\\r?\\n\\s*SECTION.*");
    return dxf ? DXF : null;
  }

  private static @Nullable FileFormat binary(String start) {
    if (start.startsWith("OSMHeader", 6)) {
      return OSM;
    }
    if (start.startsWith("AutoCAD Binary DXF")) {
      return BINARY_DXF;
    }
    if (start.startsWith("AC10") && start.length() > 6) {
      return DWG;
    }
    record Magic(String start, FileFormat format) {}
    Magic[] known = {
      new Magic("PK\u0003\u0004", ZIP),
      new Magic("PK\u0005\u0006", ZIP),
      new Magic("\u001f\u008b", GZIP),
      new Magic("SQLite format 3", GEOPACKAGE),
      new Magic("fgb", FLATGEOBUF),
      new Magic("\0\0'\n", SHAPEFILE),
      new Magic("\u00d0\u00cf\u0011\u00e0", XLS),
      new Magic("%PDF", PDF),
      new Magic("\u0089PNG", PICTURE),
      new Magic("\u00ff\u00d8", PICTURE)
    };
    for (Magic magic : known) {
      if (start.startsWith(magic.start())) {
        return magic.format();
      }
    }
    return null;
  }

  /** Without a byte order mark, and without every other byte where characters have two. */
  private static String text(String start) {
    String text = start;
    if (text.startsWith("\u00ef\u00bb\u00bf")) {
      text = text.substring(3);
    } else if (text.startsWith("\u00ff\u00fe") || text.startsWith("\u00fe\u00ff")) {
      text = text.substring(2).replace("\0", "");
    }
    return text.replace('\u001e', ' ').stripLeading();
  }

  private static FileFormat markup(String text) {
    if (text.contains("<kml")) {
      return KML;
    }
    if (text.contains("<osm")) {
      return OSM;
    }
    return text.startsWith("<!doctype html") || text.startsWith("<html") ? HTML : XML;
  }

  private static boolean isWorkbook(Path path) {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      return zip.getEntry("xl/workbook.xml") != null;
    } catch (IOException e) {
      return false; // whoever unpacks it says what is wrong
    }
  }
}
