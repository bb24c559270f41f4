package org.lifecircle;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Answer.Findings;
import org.lifecircle.api.Format;
import org.lifecircle.store.FeatureTable.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What could stand on freed ground. */
@Command(
    name = "candidates",
    description = "候选点。What could stand on the ground that taking things down frees.",
    mixinStandardHelpOptions = true)
final class CandidatesCommand extends AskCommand {

  @Option(names = "--kind", paramLabel = "KINDS", description = "设施类别。Kinds of facility.")
  private @Nullable String kind;

  @Option(
      names = "--remove",
      paramLabel = "WHAT",
      description = "拆除什么。walls:ID,illegal_structures:ID,compound:ID,owner:NAME,all.")
  private @Nullable String remove;

  @Option(
      names = "--deduct",
      paramLabel = "WHICH",
      description = "计入哪些退让。fire_lane,facade_setbacks,fire_spacing,daylight,none.")
  private @Nullable String deduct;

  @Option(names = "--refused", description = "列出放不下的及原因。Those refused, and why.")
  private boolean refused;

  @Option(names = "--share", description = "所列类别合建一栋。One building for all kinds named.")
  private boolean share;

  @Override
  String path() {
    return "/candidates";
  }

  @Override
  void ask(Map<String, String> query) {
    put(query, "kind", kind);
    put(query, "remove", remove);
    put(query, "deduct", deduct);
    put(query, "fits", refused ? "false" : null);
    put(query, "share", share ? "true" : null);
  }

  @Override
  List<Format> files() {
    return List.of(Format.GEOJSON, Format.GEOPACKAGE, Format.CSV, Format.JSON);
  }

  @Override
  void show(Findings findings, Shown shown) {
    TextTable table =
        new TextTable(
            Complaints.say("候选点", "candidate"),
            Complaints.say("面积 m²", "area m²"),
            Complaints.say("围墙", "walls"),
            Complaints.say("违建", "structures"),
            Complaints.say("产权单位", "owners"),
            Complaints.say("费用 元", "cost yuan"),
            Complaints.say("原因", "why not"));
    for (Row row : findings.table().rows()) {
      table.add(
          Shown.text(row.values().get("id")),
          Shown.whole(row.values().get("area_m2")),
          Shown.count(row.values().get("walls")),
          Shown.count(row.values().get("illegal_structures")),
          Shown.count(row.values().get("owners")),
          Shown.whole(row.values().get("cost_yuan")),
          Shown.text(row.values().get("refusals")));
    }
    table.print(shown.out());
    int count = findings.table().rows().size();
    shown.line(
        "共 " + count + " 处；单价未经核实，见 config/renewal.yaml。",
        count + " places; prices are not verified, see config/renewal.yaml.");
  }
}
