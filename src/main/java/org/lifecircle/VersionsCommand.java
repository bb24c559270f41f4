package org.lifecircle;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.JsonText;
import org.lifecircle.api.Versions;
import org.lifecircle.model.BadInputException;
import org.lifecircle.store.DatasetVersion;
import org.lifecircle.store.VersionSummary;
import org.lifecircle.store.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The dataset versions of an area, in the words of the API: list, diff, restore. */
@Command(
    name = "versions",
    description = "数据版本。The dataset versions of an area, newest first; diff V, restore V.",
    mixinStandardHelpOptions = true)
final class VersionsCommand implements Callable<Integer> {

  /** What can be done. */
  enum Verb {
    list,
    diff,
    restore
  }

  @Spec private CommandSpec spec;
  @Mixin private WorkspaceOption workspace;

  @Parameters(index = "0", paramLabel = "AREA", description = "研究范围编号。Id of the area.")
  private String area;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "list|diff|restore",
      defaultValue = "list",
      description = "做什么。What to do.")
  private Verb verb;

  @Parameters(index = "2", arity = "0..1", paramLabel = "V", description = "版本号。Version.")
  private @Nullable Integer number;

  @Option(
      names = "--since",
      paramLabel = "V",
      description = "与哪个版本比较。Version to compare with; else the one before.")
  private @Nullable Integer since;

  @Option(names = "--out", paramLabel = "FILE.json", description = "写入文件。Writes a file.")
  private @Nullable Path out;

  @Option(names = "--json", description = "输出 JSON。Prints JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    PrintWriter print = spec.commandLine().getOut();
    Home home = Home.find();
    switch (verb) {
      case list -> list(workspace.open(home), print);
      case diff -> diff(new Versions(workspace.open(home)), print);
      case restore -> restore(new Versions(workspace.openToWrite(home)), print);
    }
    print.flush();
    return Complaints.DONE;
  }

  private String required() {
    if (number == null) {
      throw new Complaints.UsageException("请给出版本号", "name the version");
    }
    return number.toString();
  }

  private void list(Workspace kept, PrintWriter print) throws IOException {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (DatasetVersion version : new Versions(kept).all(area)) {
      lines.add(line(kept, version));
    }
    if (tellAsJson(lines, print)) {
      return;
    }
    TextTable table =
        new TextTable(
            Complaints.say("版本", "version"),
            Complaints.say("导入时间", "imported at"),
            Complaints.say("小区", "compounds"),
            Complaints.say("楼栋", "buildings"),
            Complaints.say("文件", "files"));
    for (Map<String, Object> line : lines) {
      table.add(
          text(line, "dataset_version"),
          text(line, "imported_at"),
          text(line, "compounds"),
          text(line, "buildings"),
          line.containsKey("damaged") ? text(line, "damaged") : text(line, "file_names"));
    }
    table.print(print);
  }

  /** One that is damaged says so; the others are still good. */
  private static Map<String, Object> line(Workspace kept, DatasetVersion version) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("dataset_version", String.valueOf(version.number()));
    try {
      VersionSummary summary = kept.describe(version);
      line.put("imported_at", summary.imported().at().truncatedTo(ChronoUnit.SECONDS).toString());
      line.put("files", summary.imported().files());
      line.put("features", summary.features());
    } catch (BadInputException e) {
      line.put("damaged", Complaints.say(e.faults().get(0).reason()));
    }
    return line;
  }

  private void diff(Versions versions, PrintWriter print) throws IOException {
    Map<String, @Nullable Object> found =
        versions.diff(area, required(), since == null ? null : since.toString());
    if (tellAsJson(found, print)) {
      return;
    }
    TextTable table =
        new TextTable(
            Complaints.say("图层", "layer"),
            Complaints.say("之前", "before"),
            Complaints.say("之后", "after"),
            Complaints.say("新增", "added"),
            Complaints.say("删除", "removed"),
            Complaints.say("修改", "changed"));
    for (Map.Entry<?, ?> layer :
        ((Map<?, ?>) Objects.requireNonNull(found.get("layers"))).entrySet()) {
      Map<?, ?> counts = (Map<?, ?>) layer.getValue();
      table.add(
          String.valueOf(layer.getKey()),
          String.valueOf(counts.get("before")),
          String.valueOf(counts.get("after")),
          String.valueOf(counts.get("added")),
          String.valueOf(counts.get("removed")),
          String.valueOf(counts.get("changed")));
    }
    table.print(print);
  }

  private void restore(Versions versions, PrintWriter print) throws IOException {
    String old = required();
    String current = String.valueOf(versions.restore(area, old).number());
    Map<String, Object> done = new LinkedHashMap<>();
    done.put("area", area);
    done.put("dataset_version", current);
    done.put("restored", old);
    if (!tellAsJson(done, print)) {
      print.println(
          Complaints.say(
              "版本 " + old + " 已恢复，现为版本 " + current,
              "Version " + old + " is back, as version " + current));
    }
  }

  /** Into the file or onto the screen, if that was asked for. */
  private boolean tellAsJson(Object said, PrintWriter print) throws IOException {
    if (out != null) {
      Files.writeString(out, JsonText.of(said));
      print.println(out);
    } else if (json) {
      print.println(JsonText.of(said));
    }
    return out != null || json;
  }

  private static String text(Map<String, Object> line, String member) {
    return switch (member) {
      case "compounds", "buildings" ->
          line.get("features") instanceof Map<?, ?> counts ? counts.get(member) + "" : "";
      case "file_names" ->
          line.get("files") instanceof List<?> files
              ? String.join(", ", files.stream().map(String::valueOf).toList())
              : "";
      default -> String.valueOf(line.getOrDefault(member, ""));
    };
  }
}
