package org.lifecircle;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Policy;
import org.lifecircle.coverage.Dwellings;
import org.lifecircle.model.DataIssue;
import org.lifecircle.model.Layer;
import org.lifecircle.model.StudyArea;
import org.lifecircle.store.DatasetVersion;
import org.lifecircle.store.Workspace;
import org.lifecircle.walk.WalkNetwork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Loads files as a new dataset version of an area, and tells what was wrong with them. */
@Command(
    name = "import",
    description = "导入数据。Loads files as a new dataset version: all of it, or nothing.",
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private WorkspaceOption workspace;

  @Parameters(index = "0", paramLabel = "AREA", description = "研究范围编号。Id of the area.")
  private String area;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE",
      description = "文件夹、GeoJSON 或 OSM（.osm .osm.gz .osm.pbf）。A folder, GeoJSON files or OSM.")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--crs", paramLabel = "EPSG:CODE", description = "计算坐标系。CRS to compute in.")
  private @Nullable String crs;

  @Option(
      names = "--datum",
      paramLabel = "DATUM",
      description = "wgs84 或 cgcs2000。wgs84 or cgcs2000; shifted ones are not read yet.")
  private @Nullable String datum;

  @Option(names = "--encoding", paramLabel = "NAME", description = "尚不支持。Not yet available.")
  private @Nullable String encoding;

  @Option(names = "--mapping", paramLabel = "FILE", description = "尚不支持。Not yet available.")
  private @Nullable Path mapping;

  @Option(names = "--dry-run", description = "只检查，不保存。Checks only, keeps nothing.")
  private boolean dryRun;

  @Override
  public Integer call() throws IOException {
    refuseWhatIsNotThere();
    PrintWriter out = spec.commandLine().getOut();
    long began = System.nanoTime();
    Home home = Home.find();
    Policy policy = home.policy();
    say(out, "读取 …", "Reading …");
    StudyArea read = new Importer(home, policy, home.app().files()).read(area, files, crs);
    say(out, "构建步行网络 …", "Building the walking network …");
    WalkNetwork network = WalkNetwork.of(read, policy.walking());
    tell(out, read, network, Dwellings.of(read, policy.walking()));
    if (dryRun) {
      say(out, "仅检查，未保存。", "A dry run: nothing was kept.");
    } else {
      Workspace kept = workspace.open(home);
      DatasetVersion version = Importer.keep(kept, read, files);
      say(
          out,
          "已保存为 " + area + " 第 " + version.number() + " 版。",
          "Kept as version " + version.number() + " of " + area + ".");
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    out.println("%.1f s".formatted(seconds));
    return Complaints.DONE;
  }

  private void refuseWhatIsNotThere() {
    if (encoding != null || mapping != null) {
      throw new Complaints.UsageException(
          "--encoding 与 --mapping 尚不支持", "--encoding and --mapping are not available yet");
    }
    if (datum != null && !List.of("wgs84", "cgcs2000").contains(datum)) {
      throw new Complaints.UsageException(
          "坐标基准 " + datum + " 尚不支持，只读 wgs84 与 cgcs2000",
          "datum " + datum + " is not read yet, only wgs84 and cgcs2000");
    }
    for (Path file : files) {
      if (!Files.exists(file)) {
        throw new Complaints.UsageException("找不到 " + file, "there is no " + file);
      }
    }
  }

  private static void say(PrintWriter out, String zh, String en) {
    out.println(Complaints.say(zh, en));
    out.flush();
  }

  /** Where the residents came from. */
  private static String sources(Dwellings dwellings) {
    return IntStream.range(0, dwellings.count())
        .mapToObj(dwelling -> dwellings.residentsSource(dwelling).code())
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static void tell(
      PrintWriter out, StudyArea area, WalkNetwork network, Dwellings dwellings) {
    for (Layer layer : Layer.values()) {
      out.println("  %-20s %8d".formatted(layer.code(), area.layer(layer).size()));
    }
    out.println(
        "  %-20s %8.0f  (%s)"
            .formatted("residents", dwellings.residentsMillionths() / 1e6, sources(dwellings)));
    List<DataIssue> issues = new ArrayList<>(area.issues());
    issues.addAll(network.issues());
    Map<String, Integer> byKind = new TreeMap<>();
    issues.forEach(
        issue -> byKind.merge(issue.code() + " " + issue.action().code(), 1, Integer::sum));
    out.println(Complaints.say("数据问题：", "Data issues:") + (issues.isEmpty() ? " 0" : ""));
    byKind.forEach((kind, count) -> out.println("  %-44s %6d".formatted(kind, count)));
    out.flush();
  }
}
