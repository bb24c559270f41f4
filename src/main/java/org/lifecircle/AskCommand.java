package org.lifecircle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.AreaQuestions;
import org.lifecircle.api.ServerSettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command that asks an area what the server would be asked. */
abstract sealed class AskCommand implements Callable<Integer>
    permits CoverageCommand, IsochroneCommand, FreedSpaceCommand {

  @Spec private CommandSpec spec;
  @Mixin private WorkspaceOption workspace;

  @Parameters(index = "0", paramLabel = "AREA", description = "研究范围编号。Id of the area.")
  private String area;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "写入 .geojson、.csv 或 .json 文件。A .geojson, .csv or .json file; else prints.")
  private @Nullable Path out;

  @Option(names = "--json", description = "输出 JSON。Prints JSON.")
  private boolean json;

  /** The route asked. */
  abstract String path();

  /** What is asked of it. */
  abstract void ask(Map<String, String> query);

  @Override
  public Integer call() throws IOException {
    Home home = Home.find();
    Map<String, String> query = new LinkedHashMap<>();
    ask(query);
    query.put("f", format());
    AreaQuestions questions =
        new AreaQuestions(
            WorkspaceOption.read(workspace.open(home), area), home.policy(), ServerSettings.USUAL);
    if (out == null) {
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      questions.answer(path(), query, text);
      spec.commandLine().getOut().println(text.toString(StandardCharsets.UTF_8));
      return Complaints.DONE;
    }
    Path aside = out.resolveSibling(out.getFileName() + ".part");
    try (OutputStream stream = Files.newOutputStream(aside)) {
      questions.answer(path(), query, stream);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(aside);
      throw e;
    }
    Files.move(aside, out, StandardCopyOption.REPLACE_EXISTING);
    spec.commandLine().getOut().println(out);
    return Complaints.DONE;
  }

  private String format() {
    if (out == null) {
      return json ? "json" : usualFormat();
    }
    String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    if (!ending.equals("geojson") && !ending.equals("csv") && !ending.equals("json")) {
      throw new Complaints.UsageException(
          "--out 只写 .geojson、.csv 和 .json 文件", "--out writes .geojson, .csv and .json files");
    }
    return ending;
  }

  /** The form that is printed. */
  String usualFormat() {
    return "json";
  }

  static void put(Map<String, String> query, String name, @Nullable Object value) {
    if (value != null) {
      query.put(name, value.toString());
    }
  }
}
