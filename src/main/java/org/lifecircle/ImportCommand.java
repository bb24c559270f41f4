package org.lifecircle;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.AllIssues;
import org.lifecircle.api.Importer;
import org.lifecircle.api.JsonText;
import org.lifecircle.api.Policy;
import org.lifecircle.coverage.Dwellings;
import org.lifecircle.io.ShiftedDatum;
import org.lifecircle.io.TextEncoding;
import org.lifecircle.io.file.Naming;
import org.lifecircle.io.file.ReadOptions;
import org.lifecircle.model.AreaProfile;
import org.lifecircle.model.DataIssue;
import org.lifecircle.model.StudyArea;
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
      description =
          "文件、文件夹或 ZIP：GeoJSON、Shapefile、GeoPackage、FlatGeobuf、KML/KMZ、CSV、XLSX、DXF、OSM。"
              + "Files, folders or ZIPs of these.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--crs",
      paramLabel = "EPSG:CODE|FILE.prj",
      description =
          "文件未注明的坐标系，也用于计算。CRS of files that do not name theirs; if it has a code, computed in.")
  private @Nullable String crs;

  @Option(
      names = "--datum",
      paramLabel = "DATUM",
      description = "wgs84、cgcs2000，或偏移坐标 gcj02、bd09。The last two are un-shifted.")
  private @Nullable String datum;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "文本编码，如 GBK。Of texts; else found out.")
  private @Nullable String encoding;

  @Option(
      names = "--mapping",
      paramLabel = "FILE.yaml",
      description = "列名与取值对照，格式同 config/names.yaml。Names of columns and values, as there.")
  private @Nullable Path mapping;

  @Option(
      names = "--layer",
      paramLabel = "LAYER",
      description = "文件全是这个图层。All of it is this layer; the area's other layers are kept.")
  private @Nullable String layer;

  @Option(
      names = "--update",
      description = "只替换文件中有的图层。Replaces the layers in the files; the others are kept.")
  private boolean update;

  @Option(names = "--dry-run", description = "只检查，不保存。Checks only, keeps nothing.")
  private boolean dryRun;

  @Option(names = "--json", description = "输出 JSON。Prints the report as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    refuseWhatIsNotThere();
    Importer.Said said = said();
    long began = System.nanoTime();
    Home home = Home.find();
    Policy policy = home.policy();
    Importer importer = new Importer(policy, home.importRules(policy));
    boolean updating = update || layer != null;
    StudyArea before = updating ? WorkspaceOption.read(workspace.open(home), area).area() : null;
    Workspace kept = dryRun ? null : workspace.openToWrite(home);
    ImportReport report;
    try (Progress progress = new Progress(spec.commandLine().getErr(), kept == null ? 2 : 3)) {
      progress.step("读取文件", "Reading the files");
      StudyArea read =
          before == null ? importer.read(area, files, said) : importer.update(before, files, said);
      progress.step("构建步行网络", "Building the walking network");
      WalkNetwork network = WalkNetwork.of(read, policy.walking());
      Dwellings dwellings = Dwellings.of(read, policy.walking());
      Integer version = null;
      if (kept != null) {
        progress.step("保存", "Keeping it");
        version = Importer.keep(kept, read, files).number();
        if (files.size() == 1) {
          WorkspaceOption.keepRecords(kept, read.profile().id(), policy, files.get(0));
        }
      }
      double seconds = Math.round((System.nanoTime() - began) / 1e8) / 10.0;
      List<DataIssue> issues = AllIssues.of(read, network, dwellings);
      report = new ImportReport(read, dwellings, issues, version, seconds);
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonText.of(report.toJson()));
    } else {
      report.print(out, area);
    }
    out.flush();
    return Complaints.DONE;
  }

  private void refuseWhatIsNotThere() {
    if (!AreaProfile.isId(area)) {
      throw new Complaints.UsageException(
          "研究范围编号“" + area + "”不可用：小写字母、数字与连字符",
          "'" + area + "' cannot be an area's id: small letters, digits and hyphens");
    }
    for (Path file : files) {
      if (!Files.exists(file)) {
        throw new Complaints.UsageException("找不到 " + file, "there is no " + file);
      }
    }
  }

  private Importer.Said said() throws IOException {
    Charset charset = null;
    if (encoding != null) {
      charset = TextEncoding.find(encoding).orElse(null);
      if (charset == null) {
        throw new Complaints.UsageException(
            "没有名为 " + encoding + " 的编码", "there is no encoding " + encoding);
      }
    }
    if (layer != null && !Naming.isLayer(layer)) {
      throw new Complaints.UsageException("没有图层 " + layer, "there is no layer " + layer);
    }
    String code = null;
    String text = crs;
    if (crs != null && Files.isRegularFile(Path.of(crs))) {
      text = Files.readString(Path.of(crs));
    } else {
      code = crs;
    }
    ReadOptions options = new ReadOptions(text, shift(), charset, layer);
    return new Importer.Said(code, options, mapping);
  }

  private @Nullable ShiftedDatum shift() {
    if (datum == null || List.of("wgs84", "cgcs2000").contains(datum)) {
      return null;
    }
    return ShiftedDatum.find(datum)
        .orElseThrow(
            () ->
                new Complaints.UsageException(
                    "坐标基准 " + datum + " 不可用，只有 wgs84、cgcs2000、gcj02、bd09",
                    "there is no datum " + datum + ", only wgs84, cgcs2000, gcj02 and bd09"));
  }
}
