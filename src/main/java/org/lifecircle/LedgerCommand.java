package org.lifecircle;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.AreaQuestions;
import org.lifecircle.api.JsonText;
import org.lifecircle.api.Policy;
import org.lifecircle.api.RecordFiles;
import org.lifecircle.api.ServerSettings;
import org.lifecircle.store.RecordStore;
import org.lifecircle.store.ScenarioStore;
import org.lifecircle.store.StoredArea;
import org.lifecircle.store.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The figures of the renewal programme, as of a day. */
@Command(
    name = "ledger",
    description = "改造台账。Figures of the renewal programme, each computed from dated records.",
    mixinStandardHelpOptions = true)
final class LedgerCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private WorkspaceOption workspace;

  @Parameters(index = "0", paramLabel = "AREA", description = "研究范围编号。Id of the area.")
  private String area;

  @Option(names = "--as-of", paramLabel = "DAY", description = "截至哪一天。As of this day; else today.")
  private @Nullable String asOf;

  @Option(
      names = "--by",
      description = "area, district, sub_district, community, life_circle, compound")
  private @Nullable String by;

  @Option(names = "--scenario", paramLabel = "S", description = "在此情景之下。Under a scenario.")
  private @Nullable String scenario;

  @Option(
      names = "--records",
      paramLabel = "FILE",
      description = "先载入记录。Takes in a file of records first.")
  private List<Path> records = List.of();

  @Option(names = "--out", paramLabel = "FILE", description = "写入 .json。Writes a .json file.")
  private @Nullable Path out;

  @Option(names = "--json", description = "输出 JSON。Prints JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Home home = Home.find();
    Policy policy = home.policy();
    PrintWriter print = spec.commandLine().getOut();
    Map<String, String> query = new LinkedHashMap<>();
    AskCommand.put(query, "as_of", asOf);
    AskCommand.put(query, "by", by);
    query.put("lang", Complaints.say("zh", "en"));
    Map<String, ?> ledger;
    try (Progress progress = new Progress(spec.commandLine().getErr(), 2)) {
      progress.step("读取 " + area, "Reading " + area);
      Workspace kept = workspace.open(home);
      StoredArea stored = WorkspaceOption.read(kept, area);
      try (RecordStore store = RecordStore.of(kept)) {
        if (!records.isEmpty()) {
          int count = RecordFiles.keep(store, stored, policy, records, "command line");
          print.println(Complaints.say("载入记录：" + count, "records taken in: " + count));
        }
        progress.step("计算", "Computing");
        ledger = questions(kept, stored, policy).keeping(store).document("/ledger", query);
      }
    }
    if (out != null) {
      Files.writeString(out, JsonText.of(ledger) + "\n");
      print.println(out);
    } else if (json) {
      print.println(JsonText.of(ledger));
    } else {
      show(ledger, print);
    }
    print.flush();
    return Complaints.DONE;
  }

  private AreaQuestions questions(Workspace kept, StoredArea stored, Policy policy) {
    if (scenario == null) {
      return new AreaQuestions(stored, policy, ServerSettings.USUAL);
    }
    try (ScenarioStore scenarios = ScenarioStore.of(kept)) {
      return new AreaQuestions(stored, policy, ServerSettings.USUAL, scenarios, scenario);
    }
  }

  private static void show(Map<String, ?> ledger, PrintWriter print) {
    print.println(Complaints.say("截至 ", "as of ") + ledger.get("as_of"));
    if (ledger.get("figures") instanceof List<?> figures) {
      figures(figures, print);
    }
    if (ledger.get("rows") instanceof List<?> rows) {
      for (Object row : rows) {
        if (row instanceof Map<?, ?> part && part.get("figures") instanceof List<?> figures) {
          print.println();
          Object id =
              part.get("compound_id") == null ? part.get("unit_id") : part.get("compound_id");
          print.println(id + "  " + Shown.text(part.get("name")));
          figures(figures, print);
        }
      }
    }
  }

  private static void figures(List<?> figures, PrintWriter print) {
    TextTable table =
        new TextTable(
            Complaints.say("指标", "figure"),
            Complaints.say("对象", "of"),
            Complaints.say("此前", "before"),
            Complaints.say("数值", "value"),
            Complaints.say("单位", "unit"),
            Complaints.say("记录", "records"),
            Complaints.say("报道（引文）", "newspaper (quoted)"));
    for (Object one : figures) {
      if (one instanceof Map<?, ?> figure) {
        Object quoted = figure.get("quotation") instanceof Map<?, ?> q ? q.get("text") : null;
        Object value =
            figure.get("text") == null ? number(figure.get("value")) : figure.get("text");
        table.add(
            Shown.text(
                Complaints.say(
                    String.valueOf(figure.get("title_zh")), String.valueOf(figure.get("title")))),
            figure.get("about") == null ? "" : Shown.text(figure.get("about")),
            figure.get("text") == null ? Shown.text(number(figure.get("before"))) : "–",
            Shown.text(value),
            unit(String.valueOf(figure.get("unit"))),
            Shown.count(figure.get("records")),
            Shown.text(quoted));
      }
    }
    table.print(print);
  }

  /** What a figure is counted in; a code we have no word for as it is. */
  private static String unit(String code) {
    return switch (code) {
      case "share" -> Complaints.say("比例", "share");
      case "compounds" -> Complaints.say("小区", code);
      case "lifts" -> Complaints.say("部", code);
      case "residents", "people" -> Complaints.say("人", code);
      case "facilities" -> Complaints.say("处", code);
      case "units" -> Complaints.say("家", code);
      case "systems" -> Complaints.say("类", code);
      case "households" -> Complaints.say("户", code);
      case "branches", "places" -> Complaints.say("个", code);
      case "m2" -> "m²";
      case "null" -> "";
      default -> code;
    };
  }

  private static @Nullable String number(@Nullable Object value) {
    if (!(value instanceof Double number)) {
      return null;
    }
    return number == Math.rint(number)
        ? Shown.whole(number)
        : String.valueOf(Math.round(number * 1000) / 1000.0);
  }
}
