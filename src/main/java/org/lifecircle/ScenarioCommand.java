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
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.AreaScenarios;
import org.lifecircle.api.JsonText;
import org.lifecircle.api.ServerSettings;
import org.lifecircle.store.KeptScenario;
import org.lifecircle.store.ScenarioStore;
import org.lifecircle.store.StoredArea;
import org.lifecircle.store.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The scenarios of an area. */
@Command(
    name = "scenario",
    description = "情景。The scenarios of an area: list, show S, create [S], delete S.",
    mixinStandardHelpOptions = true)
final class ScenarioCommand implements Callable<Integer> {

  /** What can be done. */
  enum Verb {
    list,
    show,
    create,
    delete
  }

  @Spec private CommandSpec spec;
  @Mixin private WorkspaceOption workspace;

  @Parameters(index = "0", paramLabel = "AREA", description = "研究范围编号。Id of the area.")
  private String area;

  @Parameters(index = "1", paramLabel = "list|show|create|delete", description = "做什么。What to do.")
  private Verb verb;

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "S",
      description = "情景编号。Id of the scenario.")
  private @Nullable String id;

  @Option(names = "--name", paramLabel = "NAME", description = "名称。Name of a new scenario.")
  private @Nullable String name;

  @Option(
      names = "--from",
      paramLabel = "FILE.json",
      description = "由文件创建。Creates what a file says, as the API takes it.")
  private @Nullable Path from;

  @Option(names = "--remove-wall", paramLabel = "ID", split = ",", description = "拆墙。")
  private List<String> walls = new ArrayList<>();

  @Option(names = "--remove-structure", paramLabel = "ID", split = ",", description = "拆违。")
  private List<String> structures = new ArrayList<>();

  @Option(names = "--open-gate", paramLabel = "ID", split = ",", description = "开门。")
  private List<String> opened = new ArrayList<>();

  @Option(names = "--close-gate", paramLabel = "ID", split = ",", description = "关门。")
  private List<String> closed = new ArrayList<>();

  @Option(names = "--json", description = "输出 JSON。Prints JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Home home = Home.find();
    Workspace kept = workspace.open(home);
    StoredArea stored = WorkspaceOption.read(kept, area);
    try (ScenarioStore store = ScenarioStore.of(kept)) {
      AreaScenarios scenarios =
          AreaScenarios.of(stored, home.policy(), ServerSettings.USUAL, store);
      PrintWriter out = spec.commandLine().getOut();
      switch (verb) {
        case list -> list(scenarios, out);
        case show -> out.println(JsonText.of(scenarios.json(required(), language())));
        case create -> {
          KeptScenario made = scenarios.create(wanted());
          out.println(
              json
                  ? JsonText.of(scenarios.json(made.id(), language()))
                  : Complaints.say("已保存情景 " + made.id(), "Kept scenario " + made.id()));
        }
        case delete -> scenarios.delete(required(), scenarios.require(required()).revision());
      }
      out.flush();
    }
    return Complaints.DONE;
  }

  private String required() {
    if (id == null) {
      throw new Complaints.UsageException("请给出情景编号", "name the scenario");
    }
    return id;
  }

  private static String language() {
    return Locale.getDefault().getLanguage();
  }

  private void list(AreaScenarios scenarios, PrintWriter out) {
    if (json) {
      out.println(JsonText.of(scenarios.list()));
      return;
    }
    TextTable table =
        new TextTable(
            Complaints.say("编号", "id"),
            Complaints.say("名称", "name"),
            Complaints.say("改动", "changes"),
            Complaints.say("不再适用", "no longer apply"),
            Complaints.say("修改时间", "changed at"));
    for (Map<String, Object> line : scenarios.list()) {
      table.add(
          text(line, "id"),
          text(line, "name"),
          text(line, "changes_count"),
          text(line, "no_longer_apply_count"),
          text(line, "changed_at"));
    }
    table.print(out);
  }

  private static String text(Map<String, Object> line, String member) {
    return String.valueOf(line.get(member));
  }

  /** The JSON of a scenario to be made, from a file or from the options. */
  private byte[] wanted() throws IOException {
    if (from != null) {
      return Files.readAllBytes(from);
    }
    List<Map<String, Object>> changes = new ArrayList<>();
    add(changes, "remove_wall", walls);
    add(changes, "remove_structure", structures);
    add(changes, "open_gate", opened);
    add(changes, "close_gate", closed);
    Map<String, Object> scenario = new LinkedHashMap<>();
    if (id != null) {
      scenario.put("id", id);
    }
    if (name != null) {
      scenario.put("name", name);
    }
    scenario.put("changes", changes);
    return JsonText.of(scenario).getBytes(StandardCharsets.UTF_8);
  }

  private static void add(List<Map<String, Object>> changes, String type, List<String> ids) {
    for (String one : ids) {
      Map<String, Object> change = new LinkedHashMap<>();
      change.put("type", type);
      change.put("id", one);
      changes.add(change);
    }
  }
}
