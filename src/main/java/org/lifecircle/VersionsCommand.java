package org.lifecircle;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.lifecircle.api.JsonText;
import org.lifecircle.store.DatasetVersion;
import org.lifecircle.store.VersionSummary;
import org.lifecircle.store.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The dataset versions of an area. */
@Command(
    name = "versions",
    description = "数据版本。The dataset versions of an area, newest first.",
    mixinStandardHelpOptions = true)
final class VersionsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private WorkspaceOption workspace;

  @Parameters(index = "0", paramLabel = "AREA", description = "研究范围编号。Id of the area.")
  private String area;

  @Option(names = "--json", description = "输出 JSON。Prints JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Workspace kept = workspace.open(Home.find());
    List<DatasetVersion> versions = kept.versions(area);
    if (versions.isEmpty()) {
      throw new Complaints.UsageException(
          "工作区中没有研究范围 " + area, "there is no area " + area + " in the workspace");
    }
    if (json) {
      out.println(JsonText.of(versions.stream().map(v -> json(kept.describe(v))).toList()));
    } else {
      print(versions.stream().map(kept::describe).toList(), out);
    }
    out.flush();
    return Complaints.DONE;
  }

  private static void print(List<VersionSummary> versions, PrintWriter out) {
    TextTable table =
        new TextTable(
            Complaints.say("版本", "version"),
            Complaints.say("导入时间", "imported at"),
            Complaints.say("小区", "compounds"),
            Complaints.say("楼栋", "buildings"),
            Complaints.say("文件", "files"));
    for (VersionSummary version : versions) {
      table.add(
          String.valueOf(version.version().number()),
          version.imported().at().truncatedTo(ChronoUnit.SECONDS).toString(),
          Shown.whole(version.features().get("compounds")),
          Shown.whole(version.features().get("buildings")),
          String.join(", ", version.imported().files()));
    }
    table.print(out);
  }

  private static Map<String, Object> json(VersionSummary version) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("dataset_version", String.valueOf(version.version().number()));
    json.put("imported_at", version.imported().at().toString());
    json.put("files", version.imported().files());
    json.put("features", version.features());
    return json;
  }
}
