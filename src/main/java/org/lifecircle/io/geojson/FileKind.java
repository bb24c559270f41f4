package org.lifecircle.io.geojson;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Text;

/** What a file really is, by its first bytes: names lie. */
record FileKind(Text name) {

  /** How many bytes are enough to tell. */
  static final int HEAD_BYTES = 64;

  private record Magic(String start, Text name) {}

  private static final List<Magic> KNOWN =
      List.of(
          new Magic("PK", new Text("ZIP 压缩包(或 Office 文件)", "a ZIP archive (or an Office file)")),
          new Magic("\u001f\u008b", new Text("gzip 压缩文件", "a gzip file")),
          new Magic("SQLite format 3", new Text("GeoPackage 或 SQLite 数据库", "a GeoPackage")),
          new Magic("fgb\u0003", new Text("FlatGeobuf 文件", "a FlatGeobuf file")),
          new Magic("\0\0'\n", new Text("Shapefile", "a Shapefile")),
          new Magic("%PDF", new Text("PDF 文件", "a PDF document")),
          new Magic("AC10", new Text("DWG 图纸", "a DWG drawing")),
          new Magic("\u0089PNG", new Text("图片", "a picture")),
          new Magic("\u00ff\u00d8", new Text("图片", "a picture")),
          new Magic("<!doctype html", new Text("网页 (HTML)", "a web page (HTML)")),
          new Magic("<html", new Text("网页 (HTML)", "a web page (HTML)")),
          new Magic("<", new Text("XML 文件(如 KML、OSM)", "an XML file (such as KML or OSM)")));

  /** What the bytes look like; null when they could be text of any kind. */
  static @Nullable FileKind of(byte[] head) {
    if (new String(head, StandardCharsets.ISO_8859_1).contains("OSMHeader")) {
      return new FileKind(new Text("OpenStreetMap PBF 文件", "an OpenStreetMap PBF file"));
    }
    String start = new String(head, StandardCharsets.ISO_8859_1);
    String text = withoutByteOrderMark(start).stripLeading().toLowerCase(Locale.ROOT);
    for (Magic magic : KNOWN) {
      if (start.startsWith(magic.start()) || text.startsWith(magic.start())) {
        return new FileKind(magic.name());
      }
    }
    return null;
  }

  private static String withoutByteOrderMark(String latin1) {
    return latin1.startsWith("\u00ef\u00bb\u00bf") ? latin1.substring(3) : latin1;
  }
}
