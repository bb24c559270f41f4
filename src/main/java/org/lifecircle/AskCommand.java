package org.lifecircle;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Answer.Findings;
import org.lifecircle.api.AreaQuestions;
import org.lifecircle.api.Format;
import org.lifecircle.model.Standard;
import org.lifecircle.model.StudyArea;
import org.lifecircle.store.StoredArea;
import org.lifecircle.store.Workspace;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * A command that asks an area what the server would be asked. It prints a table for people, {@code
 * --json} prints what the server would send, {@code --out} writes a file.
 */
abstract sealed class AskCommand implements Callable<Integer>
    permits CoverageCommand,
        IsochroneCommand,
        FreedSpaceCommand,
        CandidatesCommand,
        OpeningsCommand {

  @Spec private CommandSpec spec;
  @Mixin private WorkspaceOption workspace;

  @Parameters(index = "0", paramLabel = "AREA", description = "研究范围编号。Id of the area.")
  private String area;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "写入文件，格式看后缀。Writes a file; its ending says in what form.")
  private @Nullable Path out;

  @Option(names = "--json", description = "输出 JSON。Prints JSON.")
  private boolean json;

  @Option(
      names = "--scenario",
      paramLabel = "S",
      description = "在此情景之下。With the changes of a scenario made.")
  private @Nullable String scenario;

  /** The route asked. */
  abstract String path();

  /** What is asked of it. */
  abstract void ask(Map<String, String> query);

  /** The files it can write. */
  abstract List<Format> files();

  /** Prints it for people. */
  abstract void show(Findings findings, Shown shown);

  @Override
  public Integer call() throws IOException {
    Format form = out == null ? files().get(0) : form(out);
    Home home = Home.find();
    Map<String, String> query = new LinkedHashMap<>();
    ask(query);
    PrintWriter print = spec.commandLine().getOut();
    Found found = find(home, query);
    if (out != null) {
      write(found, form, out);
      print.println(out);
    } else if (json) {
      print.println(found.questions().json(found.findings(), path()));
    } else {
      Standard standard = found.questions().standard();
      show(found.findings(), new Shown(print, found.area(), standard));
    }
    print.flush();
    return Complaints.DONE;
  }

  private record Found(StudyArea area, AreaQuestions questions, Findings findings) {}

  private Found find(Home home, Map<String, String> query) throws IOException {
    try (Progress progress = new Progress(spec.commandLine().getErr(), 2)) {
      progress.step("读取 " + area, "Reading " + area);
      Workspace kept = workspace.open(home);
      StoredArea stored = WorkspaceOption.read(kept, area);
      AreaQuestions questions = AreaQuestions.under(scenario, kept, stored, home.policy());
      progress.step("计算", "Computing");
      return new Found(stored.area(), questions, questions.ask(path(), query));
    }
  }

  private static void write(Found found, Format form, Path file) throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + ".part");
    try {
      if (form == Format.GEOPACKAGE) {
        found.questions().writeGeoPackage(found.findings(), aside);
      } else {
        try (OutputStream stream = Files.newOutputStream(aside)) {
          found.questions().write(found.findings(), form, stream);
        }
      }
      Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  private Format form(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new Complaints.UsageException(
          "没有文件夹 " + folder + "，无法写入 " + file, "there is no folder " + folder + " to write into");
    }
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return files().stream()
        .filter(form -> name.endsWith("." + form.code()))
        .findFirst()
        .orElseThrow(
            () -> {
              String all =
                  String.join(", ", files().stream().map(form -> "." + form.code()).toList());
              return new Complaints.UsageException(
                  "--out 可写的文件有：" + all, "--out writes these files: " + all);
            });
  }

  static void put(Map<String, String> query, String name, @Nullable Object value) {
    if (value != null) {
      query.put(name, value.toString());
    }
  }
}
