package org.lifecircle.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Answer.Download;
import org.lifecircle.io.OutputCrs;
import org.lifecircle.io.RawLayer;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Text;

/** The area as a file to take away. */
final class ExportAnswers implements Endpoint {

  /** Files that hold one layer each. */
  static final List<String> SINGLE = List.of("shp", "fgb", "geojson", "csv");

  private static final String FROM_SERVER = "server";

  private static final Text NO_SERVER =
      new Text(
          "不知道服务地址；命令行请用 --server URL",
          "the address of the server is not known; on the command line say --server URL");

  private static final Text ONLY_DEGREES =
      new Text(
          "GeoJSON 只有 WGS 84 经纬度（RFC 7946）；其他坐标系请用 .gpkg、.fgb 或 .zip",
          "GeoJSON is in degrees of WGS 84 only (RFC 7946); for another CRS take .gpkg, .fgb or"
              + " .zip");

  /** Left out of files unless asked for: every kind is tried on every site. */
  private static final String SLOW = "candidates";

  private final OpenArea area;
  private final Format format;
  private final Parameter<List<String>> layers;
  private final Parameter<OutputCrs> crs;
  private final Parameter<String> files =
      Parameters.oneOf("files", new Text("压缩包内的文件格式", "the kind of files in the archive"), SINGLE)
          .or("shp");

  private final Parameter<String> data =
      Parameters.oneOf(
          "data",
          new Text(
              "工程的数据：server 联机读取本服务（缺省），打开与刷新时总是最新；file 随文件携带，可离线使用、可发送",
              "the data of the project: server reads this server (the default), new whenever it is"
                  + " opened or refreshed; file carries them in itself, for use without a network"),
          List.of(FROM_SERVER, "file"));

  ExportAnswers(OpenArea area, Format format) {
    this.area = area;
    this.format = format;
    List<String> ids = ExportLayer.of(area).stream().map(ExportLayer::id).toList();
    layers =
        Parameters.someOf(
            "layers",
            holdsOne()
                ? new Text("图层；此格式每个文件一层，缺省为小区", "the layer: such a file holds one; else compounds")
                : new Text(
                    "图层；缺省为除候选点外的全部，候选点须计算数分钟",
                    "layers; else all but candidates, which take minutes"),
            ids);
    crs = crs(area);
  }

  private Parameter<OutputCrs> crs(OpenArea of) {
    Map<String, Object> schema = Parameters.schema("string");
    schema.put("pattern", "^EPSG:[0-9]{4,6}$");
    Text about =
        format == Format.GEOJSON
            ? new Text("GeoJSON 只有经纬度（RFC 7946）", "GeoJSON is in degrees only (RFC 7946)")
            : new Text(
                "坐标系，缺省为研究范围的坐标系（CSV 为经纬度）；东向或经度在前",
                "else that of the area (of CSV: degrees); east or longitude first");
    return new Parameter<>("crs", about, schema, null, false, text -> crs(of, text));
  }

  /** There is no such file. */
  static void refuse(String path) {
    String ending = Parameters.shown(path.substring(path.lastIndexOf('.')));
    String all = ".gpkg, .zip, .fgb, .geojson, .csv, .qgz, .pmtiles";
    throw Problem.of(
            ProblemKind.UNKNOWN_PATH,
            "不导出 " + ending + "；可用的有 " + all,
            ending + " is not written; there are " + all)
        .asException();
  }

  private OutputCrs crs(OpenArea of, String text) {
    return OutputCrs.of(Parameters.shown(text.toUpperCase(Locale.ROOT)), of.projection());
  }

  private boolean holdsOne() {
    return SINGLE.contains(format.code());
  }

  @Override
  public List<Format> formats() {
    return List.of(format);
  }

  /** A file is a file, also for a browser. */
  @Override
  public List<Format> allFormats() {
    return formats();
  }

  @Override
  public List<Parameter<?>> parameters() {
    List<Parameter<?>> all = new ArrayList<>(List.of(layers, crs));
    if (format == Format.ARCHIVE) {
      all.add(files);
    }
    if (format == Format.QGIS_PROJECT) {
      all.add(data);
    }
    return all;
  }

  @Override
  public boolean heavy() {
    return true;
  }

  @Override
  public Answer answer(Question question) {
    String server = server(question);
    List<ExportLayer> chosen = chosen(question, server != null);
    String single = format == Format.ARCHIVE ? question.get(files) : format.code();
    OutputCrs wanted = question.find(crs).orElseGet(() -> usualCrs(single));
    if (single.equals("geojson") && !wanted.code().equals(RawLayer.LON_LAT)) {
      throw Problem.badQuery(List.of(Complaint.aboutQuery("crs", ONLY_DEGREES))).asException();
    }
    try {
      Path file = Files.createTempFile("lifecircle-export", "." + format.code());
      try {
        ExportFile export = new ExportFile(area, chosen, wanted, question.language(), server);
        export.write(format, single, file);
        return new Download(file, name(chosen));
      } catch (IOException | RuntimeException e) {
        Files.deleteIfExists(file);
        throw e;
      }
    } catch (BadValueException e) {
      throw Problem.of(ProblemKind.BAD_CHOICE, e.reason().zh(), e.reason().en()).asException();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The address of the area or scenario that a project is to read; null for one with its data in
   * it. Where nobody says so that is as the question came: over HTTP or without a server.
   */
  private @Nullable String server(Question question) {
    boolean known = question.url().contains("://");
    String wanted = question.find(data).orElse(known ? FROM_SERVER : "file");
    if (format != Format.QGIS_PROJECT || !wanted.equals(FROM_SERVER)) {
      return null;
    }
    if (!known) {
      throw Problem.badQuery(List.of(Complaint.aboutQuery("data", NO_SERVER))).asException();
    }
    return question.url().substring(0, question.url().lastIndexOf('/'));
  }

  /** Nothing in a CSV says in which CRS it is, so it is read as degrees. */
  private OutputCrs usualCrs(String single) {
    return single.equals("csv") || single.equals("geojson")
        ? OutputCrs.of(RawLayer.LON_LAT, area.projection())
        : OutputCrs.own(area.projection());
  }

  private String name(List<ExportLayer> chosen) {
    OpenScenario scenario = area.scenario();
    String base = scenario == null ? area.id() : area.id() + "-" + scenario.kept().id();
    return (holdsOne() ? base + "-" + chosen.get(0).id() : base) + "." + format.code();
  }

  private List<ExportLayer> chosen(Question question, boolean served) {
    Map<String, ExportLayer> all = new LinkedHashMap<>();
    ExportLayer.of(area).forEach(layer -> all.put(layer.id(), layer));
    List<String> ids = question.find(layers).orElse(List.of());
    if (!holdsOne()) {
      return ids.isEmpty()
          ? all.values().stream().filter(layer -> served || !layer.id().equals(SLOW)).toList()
          : ids.stream().map(all::get).toList();
    }
    if (ids.size() > 1) {
      throw Problem.badQuery(
              List.of(
                  Complaint.aboutQuery(
                      "layers",
                      "此格式每个文件只有一层；多层请用 .gpkg，或 .zip 加 files=" + format.code(),
                      "such a file holds one layer; for several take .gpkg, or .zip with files="
                          + format.code())))
          .asException();
    }
    String usual = area.area().compounds().isEmpty() ? "buildings" : "compounds";
    return List.of(all.get(ids.isEmpty() ? usual : ids.get(0)));
  }
}
