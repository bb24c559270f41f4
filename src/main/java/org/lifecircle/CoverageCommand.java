package org.lifecircle;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Answer.Findings;
import org.lifecircle.api.Format;
import org.lifecircle.store.FeatureTable.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Who reaches what. */
@Command(
    name = "coverage",
    description = "覆盖率。Who reaches what, and who is left out.",
    mixinStandardHelpOptions = true)
final class CoverageCommand extends AskCommand {

  @Option(names = "--by", description = "area, unit, compound, building, requirement, kind")
  private @Nullable String by;

  @Option(names = "--criterion", description = "distance, time")
  private @Nullable String criterion;

  @Option(names = "--group", description = "人群。Group, for example elder70.")
  private @Nullable String group;

  @Option(names = "--tier", description = "block, 5, 10, 15")
  private @Nullable String tier;

  @Option(names = "--requirement", paramLabel = "IDS", description = "配建要求。Only these.")
  private @Nullable String requirement;

  @Option(names = "--kind", paramLabel = "IDS", description = "设施类别。Only these kinds.")
  private @Nullable String kind;

  @Option(names = "--population", description = "all, group（仅该人群 the group's own people）")
  private @Nullable String population;

  @Option(names = "--door-to-door", description = "计入楼梯或电梯。Stairs or lift included.")
  private boolean doorToDoor;

  @Option(
      names = "--capacity",
      description = "计入新建设施的容量。What is built serves no more than its places are enough for.")
  private boolean capacity;

  @Override
  String path() {
    return "/coverage";
  }

  @Override
  void ask(Map<String, String> query) {
    put(query, "by", by);
    put(query, "criterion", criterion);
    put(query, "group", group);
    put(query, "tier", tier);
    put(query, "requirement", requirement);
    put(query, "kind", kind);
    put(query, "population", population);
    put(query, "door_to_door", doorToDoor ? "true" : null);
    put(query, "capacity", capacity ? "true" : null);
  }

  @Override
  List<Format> files() {
    return List.of(Format.CSV, Format.GEOJSON, Format.GEOPACKAGE, Format.JSON);
  }

  @Override
  void show(Findings findings, Shown shown) {
    Map<String, ? extends @Nullable Object> members = findings.members();
    boolean byTime = "time".equals(members.get("criterion"));
    shown.line(
        "%s：第 %s 版，标准 %s，%s"
            .formatted(
                members.get("area") + under("，情景 ", members),
                members.get("dataset_version"),
                members.get("standard"),
                byTime ? "按时间，人群 " + members.get("group") : "按距离"),
        "%s, version %s, by %s, in %s"
            .formatted(
                members.get("area") + under(", scenario ", members),
                members.get("dataset_version"),
                members.get("standard"),
                byTime ? "minutes at the pace of " + members.get("group") : "metres"));
    List<Row> rows = findings.table().rows();
    String place =
        Stream.of("compound_id", "building_id", "unit_id")
            .filter(id -> rows.stream().anyMatch(row -> row.values().get(id) != null))
            .findFirst()
            .orElse("");
    if (rows.stream().anyMatch(row -> row.values().get("requirement") != null) && place.isEmpty()) {
      showRequirements(rows, byTime, shown);
    } else {
      showPlaces(rows, place, shown);
    }
    shown.line(
        "直线：若没有围墙，按直线距离可覆盖的比例。楼栋：按住宅计的楼栋比例。用地：小区用地中步行可及的比例。",
        "straight: as if walls did not matter; buildings: by their dwellings; land: of the"
            + " compounds' ground.");
  }

  private static void showRequirements(List<Row> rows, boolean byTime, Shown shown) {
    Map<String, String> names = shown.requirements();
    boolean kinds = rows.stream().anyMatch(row -> row.values().get("kind") != null);
    TextTable table =
        new TextTable(
            Complaints.say("配建要求", "requirement"),
            Complaints.say("层级", "tier"),
            Complaints.say("限值", "limit"),
            Complaints.say("设施数", "facilities"),
            Complaints.say("居民", "residents"),
            Complaints.say("直线", "straight"),
            Complaints.say("楼栋", "buildings"),
            Complaints.say("用地", "land"));
    for (Row row : rows) {
      Map<String, ? extends @Nullable Object> values = row.values();
      String requirement = Shown.text(values.get("requirement"));
      String name = names.getOrDefault(requirement, requirement);
      table.add(
          kinds ? name + " / " + values.get("kind") : name,
          Shown.text(values.get("tier")),
          limit(values, byTime),
          Shown.text(values.get("facilities")),
          Shown.share(values.get("share")),
          Shown.share(values.get("share_straight")),
          Shown.share(values.get("buildings_share")),
          Shown.share(values.get("land_share")));
    }
    table.print(shown.out());
  }

  private static String limit(Map<String, ? extends @Nullable Object> values, boolean byTime) {
    Object minutes = values.get("limit_minutes");
    Object metres = values.get("limit_m");
    if (metres == null) {
      return Complaints.say("本小区", "own yard");
    }
    return byTime && minutes != null ? minutes + " min" : metres + " m";
  }

  private static void showPlaces(List<Row> rows, String idColumn, Shown shown) {
    Map<String, String> names = shown.places(idColumn);
    TextTable table =
        new TextTable(
            Complaints.say("编号", "id"),
            Complaints.say("名称", "name"),
            Complaints.say("层级", "tier"),
            Complaints.say("居民", "residents"),
            Complaints.say("已覆盖", "covered"),
            Complaints.say("齐备率", "complete"),
            Complaints.say("直线", "straight"),
            Complaints.say("达标项", "of all met"),
            Complaints.say("用地", "land"));
    for (Row row : rows) {
      Map<String, ? extends @Nullable Object> values = row.values();
      Object id = idColumn.isEmpty() ? null : values.get(idColumn);
      String elsewhere =
          idColumn.isEmpty() ? Complaints.say("全部", "all") : Complaints.say("其他", "elsewhere");
      table.add(
          id == null ? elsewhere : id.toString(),
          names.getOrDefault(Shown.text(id), ""),
          Shown.text(values.get("tier")),
          Shown.whole(values.get("residents")),
          Shown.whole(values.get("residents_covered")),
          Shown.share(values.get("share")),
          Shown.share(values.get("share_straight")),
          Shown.share(values.get("compliance")),
          Shown.share(values.get("land_share")));
    }
    table.print(shown.out());
  }

  private static String under(String word, Map<String, ? extends @Nullable Object> members) {
    Object scenario = members.get("scenario");
    return scenario == null ? "" : word + scenario;
  }
}
