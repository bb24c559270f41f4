package org.lifecircle;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Answer.Findings;
import org.lifecircle.api.Format;
import org.lifecircle.store.FeatureTable.Row;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How far people get. */
@Command(
    name = "isochrone",
    description = "等时圈。The ground within reach of a place.",
    mixinStandardHelpOptions = true)
final class IsochroneCommand extends AskCommand {

  @Option(names = "--at", required = true, paramLabel = "LON,LAT", description = "起点。The place.")
  private String at = "";

  @Option(names = "--minutes", paramLabel = "5,10,15", description = "分钟。Minutes.")
  private @Nullable String minutes;

  @Option(names = "--metres", paramLabel = "300,500", description = "米。Metres, instead.")
  private @Nullable String metres;

  @Option(names = "--group", description = "人群。Group.")
  private @Nullable String group;

  @Option(names = "--direction", description = "out, in")
  private @Nullable String direction;

  @Override
  String path() {
    return "/isochrone";
  }

  @Override
  void ask(Map<String, String> query) {
    put(query, "at", at);
    put(query, "minutes", minutes);
    put(query, "metres", metres);
    put(query, "group", group);
    put(query, "direction", direction);
  }

  @Override
  List<Format> files() {
    return List.of(Format.GEOJSON, Format.GEOPACKAGE, Format.JSON);
  }

  @Override
  void show(Findings findings, Shown shown) {
    TextTable table =
        new TextTable(
            Complaints.say("范围", "within"),
            Complaints.say("面积 m²", "ground m²"),
            Complaints.say("洞", "holes"));
    for (Row row : findings.table().rows()) {
      Object byTime = row.values().get("minutes");
      String within = byTime == null ? row.values().get("metres") + " m" : byTime + " min";
      table.add(within, Shown.whole(row.values().get("area_m2")), String.valueOf(holes(row)));
    }
    table.print(shown.out());
    shown.line(
        "用 --out FILE.geojson 或 .gpkg 保存图形。", "--out FILE.geojson or .gpkg keeps the shapes.");
  }

  private static int holes(Row row) {
    Geometry geometry = row.geometry();
    int holes = 0;
    for (int i = 0; geometry != null && i < geometry.getNumGeometries(); i++) {
      holes += geometry.getGeometryN(i) instanceof Polygon p ? p.getNumInteriorRing() : 0;
    }
    return holes;
  }
}
