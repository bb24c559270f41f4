package org.lifecircle;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.AllIssues;
import org.lifecircle.api.JsonText;
import org.lifecircle.api.Policy;
import org.lifecircle.coverage.Dwellings;
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

  @Option(names = "--json", description = "输出 JSON。Prints the report as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    refuseWhatIsNotThere();
    long began = System.nanoTime();
    Home home = Home.find();
    Policy policy = home.policy();
    Workspace kept = dryRun ? null : workspace.openToWrite(home);
    ImportReport report;
    try (Progress progress = new Progress(spec.commandLine().getErr(), kept == null ? 2 : 3)) {
      progress.step("读取文件", "Reading the files");
      StudyArea read = new Importer(home, policy, home.app().files()).read(area, files, crs);
      progress.step("构建步行网络", "Building the walking network");
      WalkNetwork network = WalkNetwork.of(read, policy.walking());
      Dwellings dwellings = Dwellings.of(read, policy.walking());
      Integer version = null;
      if (kept != null) {
        progress.step("保存", "Keeping it");
        version = Importer.keep(kept, read, files).number();
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
}
