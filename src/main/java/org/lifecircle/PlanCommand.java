package org.lifecircle;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.AreaPlans;
import org.lifecircle.api.AreaPlans.Planned;
import org.lifecircle.api.JsonText;
import org.lifecircle.api.ServerSettings;
import org.lifecircle.model.Text;
import org.lifecircle.siting.Plan;
import org.lifecircle.siting.Work;
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

/** What to do first with so much money. */
@Command(
    name = "plan",
    description = "方案。What to take down, open and build first with so much money.",
    mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {

  private static final int MOST_NAMED = 6;

  @Spec private CommandSpec spec;
  @Mixin private WorkspaceOption workspace;

  @Parameters(index = "0", paramLabel = "AREA", description = "研究范围编号。Id of the area.")
  private String area;

  @Option(
      names = "--budget",
      required = true,
      paramLabel = "YUAN",
      description = "预算，元。Money, in yuan.")
  private double budget;

  @Option(
      names = "--requirement",
      split = ",",
      paramLabel = "IDS",
      description = "只计这些要求。Only these requirements count.")
  private @Nullable List<String> requirements;

  @Option(
      names = "--group",
      split = ",",
      paramLabel = "IDS",
      description = "按这些人群的步速。At the pace of these groups.")
  private @Nullable List<String> groups;

  @Option(
      names = "--build",
      split = ",",
      paramLabel = "KINDS",
      description = "可建的设施类别，none 为不建。Kinds that may be built; none builds nothing.")
  private @Nullable List<String> kinds;

  @Option(names = "--agreed-only", description = "只做产权人已同意的。Only what owners agreed to.")
  private boolean agreedOnly;

  @Option(names = "--opinions", description = "照顾居民愿望。What residents wish for counts more.")
  private boolean opinions;

  @Option(
      names = "--capacity",
      description = "计入新建设施的容量。What is built serves no more than its places are enough for.")
  private boolean capacity;

  @Option(
      names = "--places",
      split = ",",
      paramLabel = "KIND=PLACES",
      description = "每处新建设施的容量（隐含 --capacity）。Places in each that is built.")
  private @Nullable Map<String, Double> places;

  @Option(
      names = "--lift-budget",
      paramLabel = "YUAN",
      description = "加梯补助预算，元。Money for subsidies of lifts, in yuan.")
  private @Nullable Double liftBudget;

  @Option(
      names = "--scenario",
      paramLabel = "S",
      description = "在此情景之下。With the changes of a scenario made.")
  private @Nullable String scenario;

  @Option(
      names = "--keep",
      paramLabel = "S",
      description = "保存为情景。Keeps the changes as a scenario.")
  private @Nullable String keep;

  @Option(names = "--out", paramLabel = "FILE.json", description = "写入文件。Writes the plan.")
  private @Nullable Path out;

  @Option(names = "--json", description = "输出 JSON。Prints JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    tell(planned(Home.find()), spec.commandLine().getOut());
    return Complaints.DONE;
  }

  private Planned planned(Home home) throws IOException {
    try (Progress progress = new Progress(spec.commandLine().getErr(), 3)) {
      progress.step("读取 " + area, "Reading " + area);
      Workspace kept = workspace.open(home);
      StoredArea stored = WorkspaceOption.read(kept, area);
      try (ScenarioStore store = ScenarioStore.of(kept);
          RecordStore records = RecordStore.of(kept)) {
        AreaPlans plans =
            new AreaPlans(stored, home.policy(), ServerSettings.USUAL, store, scenario)
                .keeping(records);
        progress.step("寻找可建的地方", "Finding where to build");
        boolean[] planning = {false};
        return plans.plan(
            JsonText.of(request()).getBytes(StandardCharsets.UTF_8),
            keep,
            Locale.getDefault().getLanguage(),
            (share, worth, bound) -> {
              if (share >= 0.5 && !planning[0]) {
                planning[0] = true;
                progress.step("计算方案", "Planning");
              }
            });
      }
    }
  }

  private Map<String, Object> request() {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("budget_yuan", budget);
    if (requirements != null) {
      request.put("requirements", requirements);
    }
    if (groups != null) {
      request.put("groups", groups);
    }
    if (kinds != null) {
      request.put("kinds", kinds.equals(List.of("none")) ? List.of() : kinds);
    }
    request.put("agreed_only", agreedOnly);
    request.put("opinions", opinions);
    request.put("capacity", capacity);
    if (places != null) {
      request.put("places", places);
    }
    if (liftBudget != null) {
      request.put("lifts", Map.of("budget_yuan", liftBudget));
    }
    return request;
  }

  private void tell(Planned planned, PrintWriter print) throws IOException {
    String text = JsonText.of(planned.json());
    if (out != null) {
      Files.writeString(out, text + "\n");
      print.println(out);
    } else if (json) {
      print.println(text);
    } else {
      show(planned, print);
    }
    print.flush();
  }

  private static void show(Planned planned, PrintWriter print) {
    Plan plan = planned.plan();
    Text why = plan.whyNothing();
    if (why != null) {
      print.println(Complaints.say(why));
    } else {
      showWorks(planned, print);
    }
    if (planned.json().get("lifts") instanceof Map<?, ?> lifts) {
      showLifts(lifts, print);
    }
    if (planned.kept() != null) {
      print.println(
          Complaints.say("已保存为情景 " + planned.kept(), "Kept as scenario " + planned.kept()));
    }
  }

  private static void showLifts(Map<?, ?> lifts, PrintWriter print) {
    List<String> entrances = new ArrayList<>();
    for (Object lift : lifts.get("changes") instanceof List<?> changes ? changes : List.of()) {
      if (lift instanceof Map<?, ?> change) {
        entrances.add(String.valueOf(change.get("id")));
      }
    }
    print.println(
        Complaints.say(
                "加装电梯 %d 部，补助 %s 元，门到门新增达标 %s 人×项，与最优的差距不超过 %.1f %%：%s",
                "%d lifts, subsidies of %s yuan, %s residents × requirements gained from door to"
                    + " door, at most %.1f %% from the best: %s")
            .formatted(
                entrances.size(),
                Shown.whole(lifts.get("subsidy_yuan")),
                Shown.whole(lifts.get("residents_gained")),
                lifts.get("gap") instanceof Double gap ? 100 * gap : 0.0,
                named(entrances)));
  }

  private static void showWorks(Planned planned, PrintWriter print) {
    Plan plan = planned.plan();
    TextTable table =
        new TextTable(
            Complaints.say("阶段", "phase"),
            Complaints.say("费用 元", "cost yuan"),
            Complaints.say("新增达标 人×项", "residents × requirements gained"),
            Complaints.say("每万元", "for 10 000 yuan"),
            Complaints.say("措施", "works"));
    int number = 0;
    for (Plan.Phase phase : plan.phases()) {
      number++;
      table.add(
          String.valueOf(number),
          Shown.whole(phase.costYuan()),
          Shown.whole(phase.residentsGained()),
          Shown.whole(10_000 * phase.residentsGained() / Math.max(1, phase.costYuan())),
          named(phase.works().stream().map(Work::id).toList()));
    }
    table.print(print);
    print.println(
        Complaints.say(
            "共 %s 元，新增达标 %s 人×项，%s 人全部达标；与最优的差距不超过 %.1f %%。"
                .formatted(
                    Shown.whole(plan.costYuan()),
                    Shown.whole(plan.residentsGained()),
                    Shown.whole(plan.residentsCompleted()),
                    100 * plan.gap()),
            "%s yuan, %s residents × requirements gained, %s residents with all; at most %.1f %% from the best."
                .formatted(
                    Shown.whole(plan.costYuan()),
                    Shown.whole(plan.residentsGained()),
                    Shown.whole(plan.residentsCompleted()),
                    100 * plan.gap())));
    if (plan.timeIsUp()) {
      print.println(
          Complaints.say(
              "时间已到，这是届时找到的最好方案（config/renewal.yaml 的 seconds）。",
              "The time was up: the best found by then (seconds in config/renewal.yaml)."));
    }
    print.println(Complaints.say("须说服：", "To be convinced: ") + named(plan.owners()));
    if (Boolean.FALSE.equals(planned.json().get("costs_verified"))) {
      print.println(
          Complaints.say(
              "单价未经核实，见 config/renewal.yaml。",
              "Prices are not verified, see config/renewal.yaml."));
    }
  }

  /** The first of some names, and how many there are if not all are told. */
  private static String named(List<String> names) {
    String first = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    return names.size() <= MOST_NAMED ? first : first + " … (" + names.size() + ")";
  }
}
