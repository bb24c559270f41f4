package org.lifecircle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.AreaQuestions;
import org.lifecircle.store.StoredArea;
import org.lifecircle.store.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** An area as a file for other programs. */
@Command(
    name = "export",
    description = "导出。An area and what was found out about it, as a file for other programs.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

  private static final List<String> ENDINGS =
      List.of("gpkg", "zip", "fgb", "geojson", "csv", "qgz", "pmtiles");

  @Spec private CommandSpec spec;
  @Mixin private WorkspaceOption workspace;

  @Parameters(index = "0", paramLabel = "AREA", description = "研究范围编号。Id of the area.")
  private String area;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description =
          "写入文件，格式看后缀：.gpkg .zip .fgb .geojson .csv .qgz .pmtiles。Its ending says in what form.")
  private @Nullable Path wanted;

  @Option(
      names = "--scenario",
      paramLabel = "S",
      description = "在此情景之下。With the changes of a scenario made.")
  private @Nullable String scenario;

  @Option(
      names = "--layers",
      paramLabel = "IDS",
      description = "图层，缺省为全部。Layers; else all, or compounds where a file holds one.")
  private @Nullable String layers;

  @Option(names = "--crs", paramLabel = "EPSG:N", description = "坐标系。CRS; else the area's own.")
  private @Nullable String crs;

  @Option(
      names = "--files",
      paramLabel = "KIND",
      description = "压缩包内的格式。What a .zip holds: shp (else), fgb, geojson, csv.")
  private @Nullable String files;

  @Option(
      names = "--max-zoom",
      paramLabel = "Z",
      description = ".pmtiles 的最细一级，缺省 16。The finest level of a .pmtiles; 16 unless given.")
  private @Nullable Integer maxZoom;

  @Option(
      names = "--server",
      paramLabel = "URL",
      description =
          ".qgz 联机读取的服务地址，如 http://127.0.0.1:7070；缺省时数据随文件。"
              + "The server a .qgz reads its layers from; else they are in the file.")
  private @Nullable String server;

  @Option(names = "--json", description = "输出 JSON。Prints JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Path out = Objects.requireNonNull(wanted, "picocli sees to it");
    String path = "/export." + ending(out);
    String address = address(path);
    OutFile.write(out, json, spec.commandLine().getOut(), file -> make(address, path, out, file));
    return Complaints.DONE;
  }

  private void make(String address, String path, Path out, Path file) throws IOException {
    try (Progress progress = new Progress(spec.commandLine().getErr(), 2)) {
      progress.step("读取 " + area, "Reading " + area);
      Home home = Home.find();
      Workspace kept = workspace.open(home);
      StoredArea stored = WorkspaceOption.read(kept, area);
      AreaQuestions questions = AreaQuestions.under(scenario, kept, stored, home.policy());
      progress.step("计算并写入 " + out, "Computing and writing " + out);
      questions.download(address, path, query(), file);
    }
  }

  private Map<String, String> query() {
    Map<String, String> query = new LinkedHashMap<>();
    AskCommand.put(query, "layers", layers);
    AskCommand.put(query, "crs", crs);
    AskCommand.put(query, "files", files);
    AskCommand.put(query, "max_zoom", maxZoom);
    query.put("lang", Locale.getDefault().getLanguage().equals("zh") ? "zh" : "en");
    return query;
  }

  /** Of the server, without a slash behind it; empty for none. */
  private String address(String path) {
    if (server == null) {
      return "";
    }
    if (!path.endsWith(".qgz")) {
      throw new Complaints.UsageException(
          "--server 只用于 .qgz；其他文件请去掉 --server",
          "--server is for a .qgz only; leave it out for other files");
    }
    if (!server.matches("https?://[^/?#\\s]+[^?#\\s]*")) {
      throw new Complaints.UsageException(
          "--server 应为 http://… 或 https://… 的地址，而不是 " + server,
          "--server is an address http://… or https://…, not " + server);
    }
    return server.replaceFirst("/+$", "");
  }

  private static String ending(Path out) {
    String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
    return ENDINGS.stream()
        .filter(ending -> name.endsWith("." + ending))
        .findFirst()
        .orElseThrow(
            () -> {
              String all = "." + String.join(" .", ENDINGS);
              return new Complaints.UsageException(
                  "--out 可写的文件有：" + all, "--out writes these files: " + all);
            });
  }
}
