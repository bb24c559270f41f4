package org.lifecircle;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Answer.Findings;
import org.lifecircle.api.Format;
import org.lifecircle.store.FeatureTable.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What could be opened, best first. */
@Command(
    name = "openings",
    description = "打开收益排序。Walls, gates and structures, ranked by what opening each would yield.",
    mixinStandardHelpOptions = true)
final class OpeningsCommand extends AskCommand {

  @Option(names = "--top", paramLabel = "N", description = "列出前几项。How many are listed.")
  private @Nullable String top;

  @Option(names = "--requirement", paramLabel = "ID", description = "只看一项要求。Only this one.")
  private @Nullable String requirement;

  @Option(names = "--group", paramLabel = "ID", description = "人群。Group, for example elder70.")
  private @Nullable String group;

  @Option(names = "--criterion", description = "distance, time")
  private @Nullable String criterion;

  @Option(names = "--depth", paramLabel = "1|2", description = "2：也试成对打开。2 tries pairs too.")
  private @Nullable String depth;

  @Override
  String path() {
    return "/openings";
  }

  @Override
  void ask(Map<String, String> query) {
    put(query, "top", top);
    put(query, "requirement", requirement);
    put(query, "group", group);
    put(query, "criterion", criterion);
    put(query, "depth", depth);
  }

  @Override
  List<Format> files() {
    return List.of(Format.GEOJSON, Format.GEOPACKAGE, Format.CSV, Format.JSON);
  }

  @Override
  void show(Findings findings, Shown shown) {
    TextTable table =
        new TextTable(
            Complaints.say("改动", "change"),
            Complaints.say("编号", "id"),
            Complaints.say("新增居民×要求", "residents × requirements"),
            Complaints.say("全部达标人数", "people who have all"),
            Complaints.say("节省人·小时", "person-hours saved"));
    for (Row row : findings.table().rows()) {
      Object seconds = row.values().get("seconds_saved");
      table.add(
          Shown.text(row.values().get("change")),
          Shown.text(row.values().get("id")),
          Shown.whole(row.values().get("residents_gained")),
          Shown.whole(row.values().get("residents_completed")),
          Shown.whole(seconds instanceof Double s ? s / 3600 : 0.0));
    }
    table.print(shown.out());
    if (findings.members().get("pairs") instanceof List<?> pairs) {
      pairs.forEach(pair -> shown.line("成对：" + pair, "pair: " + pair));
    }
    shown.line(
        "共试 " + findings.members().get("examined") + " 项。",
        findings.members().get("examined") + " tried, each alone.");
  }
}
