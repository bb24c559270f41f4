package org.lifecircle;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Answer.Findings;
import org.lifecircle.api.Format;
import org.lifecircle.store.FeatureTable.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What ground demolition frees. */
@Command(
    name = "freed-space",
    description = "腾退空间。The ground that taking things down frees.",
    mixinStandardHelpOptions = true)
final class FreedSpaceCommand extends AskCommand {

  private static final int SHOWN = 20;

  @Option(names = "--min-width", paramLabel = "M", description = "可用宽度。Usable width, metres.")
  private @Nullable String minWidth;

  @Option(names = "--min-area", paramLabel = "M2", description = "最小面积。Smaller is not listed.")
  private @Nullable String minArea;

  @Option(
      names = "--remove",
      paramLabel = "IDS",
      description = "拆除什么，缺省全部可拆的。walls:ID,illegal_structures:ID,compound:ID,owner:NAME.")
  private @Nullable String remove;

  @Option(
      names = "--deduct",
      paramLabel = "WHICH",
      description = "计入哪些退让。fire_lane,facade_setbacks,fire_spacing,daylight,none.")
  private @Nullable String deduct;

  @Override
  String path() {
    return "/freed-space";
  }

  @Override
  void ask(Map<String, String> query) {
    put(query, "min_width_m", minWidth);
    put(query, "min_area_m2", minArea);
    put(query, "remove", remove);
    put(query, "deduct", deduct);
  }

  @Override
  List<Format> files() {
    return List.of(Format.GEOJSON, Format.GEOPACKAGE, Format.CSV, Format.JSON);
  }

  @Override
  void show(Findings findings, Shown shown) {
    Map<String, ? extends @Nullable Object> all = findings.members();
    shown.line(
        "拆除围墙 %s 段、%s m，违建 %s 处：占地 %s m²，宽 %s m 以上可用 %s m²"
            .formatted(
                all.get("walls_removed"),
                Shown.whole(all.get("wall_length_m")),
                all.get("structures_removed"),
                Shown.whole(all.get("footprint_m2")),
                all.get("min_width_m"),
                Shown.whole(all.get("usable_m2"))),
        "%s m of walls in %s pieces and %s structures go: they stood on %s m²; %s m² become usable at %s m width"
            .formatted(
                Shown.whole(all.get("wall_length_m")),
                all.get("walls_removed"),
                all.get("structures_removed"),
                Shown.whole(all.get("footprint_m2")),
                Shown.whole(all.get("usable_m2")),
                all.get("min_width_m")));
    List<Row> largest =
        findings.table().rows().stream()
            .sorted(Comparator.comparingDouble((Row row) -> area(row)).reversed())
            .limit(SHOWN)
            .toList();
    TextTable table =
        new TextTable(
            Complaints.say("地块", "piece"),
            Complaints.say("面积 m²", "area m²"),
            Complaints.say("围墙", "walls"),
            Complaints.say("违建", "structures"),
            Complaints.say("产权单位", "owners"),
            Complaints.say("小区", "compounds"));
    for (Row row : largest) {
      table.add(
          Shown.text(row.values().get("id")),
          Shown.whole(area(row)),
          Shown.count(row.values().get("walls")),
          Shown.count(row.values().get("illegal_structures")),
          Shown.count(row.values().get("owners")),
          Shown.count(row.values().get("compounds")));
    }
    table.print(shown.out());
    int pieces = findings.table().rows().size();
    shown.line(
        "共 " + pieces + " 块，列出最大的 " + largest.size() + " 块；--out FILE.geojson 或 .gpkg 保存全部。",
        pieces
            + " pieces, the largest "
            + largest.size()
            + " shown; --out FILE.geojson or .gpkg keeps all.");
  }

  private static double area(Row row) {
    return row.values().get("area_m2") instanceof Double area ? area : 0;
  }
}
