package org.lifecircle.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Collection.Item;
import org.lifecircle.freedspace.FreedSpaceRules;
import org.lifecircle.freedspace.FreedSpaces;
import org.lifecircle.freedspace.GateWalks;
import org.lifecircle.freedspace.Lanes;
import org.lifecircle.model.Columns.Column;
import org.lifecircle.model.FreedGround;
import org.lifecircle.model.FreedSpace;
import org.lifecircle.model.LaneWidth;
import org.lifecircle.model.Site;
import org.lifecircle.model.Text;
import org.lifecircle.walk.WalkNetwork;
import org.locationtech.jts.geom.Geometry;

/** The ground that taking things down frees, the sites it lies on, and the lanes it widens. */
final class FreedGroundCollections {

  private static final RecordColumns SPACE = new RecordColumns(FreedSpace.class);
  private static final RecordColumns SITE = new RecordColumns(Site.class);

  private static final RecordColumns LANE = new RecordColumns(LaneWidth.class);

  private FreedGroundCollections() {}

  static Collection spaces(OpenArea area) {
    return new Collection(
        "freed_spaces",
        new Text("腾退空间", "Freed spaces"),
        new Text(
            "拆除情景所拆（没有则为全部可拆的）围墙与违建后新增的可用地块；其他拆除组合见 /freed-space",
            "newly usable ground when what the scenario takes down goes, or all that is removable;"
                + " other sets are asked of /freed-space"),
        walked(SPACE),
        () -> {
          FreedGround ground = ground(area);
          GateWalks walks = walks(area, ground);
          return ground.spaces().stream()
              .map(s -> item(area, s.id(), s.geometry(), walked(SPACE.values(s), s.id(), walks)))
              .toList();
        });
  }

  static Collection sites(OpenArea area) {
    return new Collection(
        "sites",
        new Text("地块", "Sites"),
        new Text("腾退空间所在的连片空地", "the whole connected ground that freed spaces are part of"),
        walked(SITE),
        () -> {
          FreedGround ground = ground(area);
          GateWalks walks = walks(area, ground);
          return ground.sites().stream()
              .map(s -> item(area, s.id(), s.geometry(), walked(SITE.values(s), s.id(), walks)))
              .toList();
        });
  }

  static Collection lanes(OpenArea area) {
    return new Collection(
        "lanes",
        new Text("道路净宽", "Lanes"),
        new Text(
            "拆除情景所拆（没有则为全部可拆的）前后各道路最窄处的净宽；其他拆除组合见 /lanes",
            "clear width of every path where it is narrowest, before and after what the scenario"
                + " takes down goes, or all that is removable; other sets are asked of /lanes"),
        ResultCollections.columns(LANE, "scenario", "dataset_version"),
        () ->
            area
                .kept(
                    "lanes",
                    () -> {
                      Works works = Works.usual(area);
                      return Lanes.of(works.area(), works.demolition(), area.renewal());
                    })
                .stream()
                .map(lane -> item(area, lane.id(), lane.geometry(), LANE.values(lane)))
                .toList());
  }

  private static FreedGround ground(OpenArea area) {
    return area.kept(
        "freed_ground",
        () -> {
          Works works = Works.usual(area);
          return FreedSpaces.of(
              works.area(),
              works.demolition(),
              FreedSpaceRules.of(area.rules()),
              area.notebook(),
              share -> {});
        });
  }

  private static GateWalks walks(OpenArea area, FreedGround ground) {
    WalkNetwork network = area.network();
    return area.kept("gate_walks", () -> GateWalks.of(ground, network));
  }

  private static List<Column> walked(RecordColumns record) {
    List<Column> columns =
        new ArrayList<>(ResultCollections.columns(record, "scenario", "dataset_version"));
    columns.add(new Column("gate_walk_m", Double.class));
    return columns;
  }

  private static Map<String, @Nullable Object> walked(
      Map<String, @Nullable Object> values, String id, GateWalks walks) {
    values.put("gate_walk_m", walks.metresFrom(id));
    return values;
  }

  static Item item(
      OpenArea area, String id, Geometry geometry, Map<String, @Nullable Object> values) {
    values.replaceAll(
        (name, value) -> value instanceof Double number ? Numbers.rounded(number, 4) : value);
    Map<String, @Nullable Object> restingOn = new LinkedHashMap<>();
    restingOn.put("scenario", area.restingOn().get("scenario"));
    restingOn.put("dataset_version", area.version());
    return ResultCollections.found(id, geometry, values, restingOn);
  }
}
