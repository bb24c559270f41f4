package org.lifecircle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.AreaQuestions;
import org.lifecircle.store.JobStore;
import org.lifecircle.store.StoredArea;
import org.lifecircle.store.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A report for people who decide. */
@Command(
    name = "report",
    description = "规划报告。A planning report, as PDF or Word.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private WorkspaceOption workspace;

  @Parameters(index = "0", paramLabel = "AREA", description = "研究范围编号。Id of the area.")
  private String area;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "写入文件：.pdf 或 .docx；缺省为 report.pdf。Writes it there; else to report.pdf.")
  private Path out = Path.of("report.pdf");

  @Option(
      names = "--scenario",
      paramLabel = "S",
      description = "该情景的前后对比。Before and after the changes of a scenario.")
  private @Nullable String scenario;

  @Option(
      names = "--compound",
      paramLabel = "ID",
      description = "某小区的两页说明。Two pages about a compound.")
  private @Nullable String compound;

  @Option(
      names = "--kind",
      paramLabel = "KINDS",
      description = "为哪些设施找地方。Kinds of facility to look for places for; takes longer.")
  private @Nullable String kind;

  @Option(names = "--json", description = "输出 JSON。Prints JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    String path = "/report." + ending();
    OutFile.write(out, json, spec.commandLine().getOut(), file -> make(path, file));
    return Complaints.DONE;
  }

  private void make(String path, Path file) throws IOException {
    try (Progress progress = new Progress(spec.commandLine().getErr(), 2)) {
      progress.step("读取 " + area, "Reading " + area);
      Home home = Home.find();
      Workspace kept = workspace.open(home);
      StoredArea stored = WorkspaceOption.read(kept, area);
      AreaQuestions questions = AreaQuestions.under(scenario, kept, stored, home.policy());
      progress.step("计算并编排 " + out, "Computing and setting " + out);
      try (JobStore jobs = JobStore.of(kept)) {
        questions.keeping(jobs).download(path, query(), file);
      }
    }
  }

  private Map<String, String> query() {
    Map<String, String> query = new LinkedHashMap<>();
    AskCommand.put(query, "compound", compound);
    AskCommand.put(query, "kind", kind);
    query.put("lang", Locale.getDefault().getLanguage().equals("zh") ? "zh" : "en");
    return query;
  }

  private String ending() {
    String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".pdf")) {
      return "pdf";
    }
    if (name.endsWith(".docx")) {
      return "docx";
    }
    throw new Complaints.UsageException(
        "--out 可写的文件有：.pdf .docx", "--out writes these files: .pdf .docx");
  }
}
