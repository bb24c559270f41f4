package org.lifecircle.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Collection.Item;
import org.lifecircle.freedspace.Demolition;
import org.lifecircle.freedspace.FreedSpaceRules;
import org.lifecircle.freedspace.FreedSpaces;
import org.lifecircle.freedspace.Lanes;
import org.lifecircle.model.FreedGround;
import org.lifecircle.model.FreedSpace;
import org.lifecircle.model.LaneWidth;
import org.lifecircle.model.Site;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Geometry;

/** The ground that taking down everything removable frees, and the sites it lies on. */
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
            "拆除全部可拆围墙与违建后新增的可用地块；其他拆除组合见 /freed-space",
            "newly usable ground when all that is removable goes; other sets are asked of"
                + " /freed-space"),
        ResultCollections.columns(SPACE, "scenario", "dataset_version"),
        () ->
            ground(area).spaces().stream()
                .map(space -> item(area, space.id(), space.geometry(), SPACE.values(space)))
                .toList());
  }

  static Collection sites(OpenArea area) {
    return new Collection(
        "sites",
        new Text("地块", "Sites"),
        new Text("腾退空间所在的连片空地", "the whole connected ground that freed spaces are part of"),
        ResultCollections.columns(SITE, "scenario", "dataset_version"),
        () ->
            ground(area).sites().stream()
                .map(site -> item(area, site.id(), site.geometry(), SITE.values(site)))
                .toList());
  }

  static Collection lanes(OpenArea area) {
    return new Collection(
        "lanes",
        new Text("道路净宽", "Lanes"),
        new Text(
            "拆除全部可拆围墙与违建前后各道路最窄处的净宽；其他拆除组合见 /lanes",
            "clear width of every path where it is narrowest, before and after all that is removable"
                + " goes; other sets are asked of /lanes"),
        ResultCollections.columns(LANE, "scenario", "dataset_version"),
        () ->
            area
                .kept(
                    "lanes",
                    () ->
                        Lanes.of(
                            area.area(),
                            Demolition.ofEverythingRemovable(area.area()),
                            area.renewal()))
                .stream()
                .map(lane -> item(area, lane.id(), lane.geometry(), LANE.values(lane)))
                .toList());
  }

  private static FreedGround ground(OpenArea area) {
    return area.kept(
        "freed_ground",
        () ->
            FreedSpaces.of(
                area.area(),
                Demolition.ofEverythingRemovable(area.area()),
                FreedSpaceRules.of(area.rules()),
                area.notebook(),
                share -> {}));
  }

  private static Item item(
      OpenArea area, String id, Geometry geometry, Map<String, @Nullable Object> values) {
    values.replaceAll(
        (name, value) -> value instanceof Double number ? Numbers.rounded(number, 4) : value);
    Map<String, @Nullable Object> restingOn = new LinkedHashMap<>();
    restingOn.put("scenario", area.restingOn().get("scenario"));
    restingOn.put("dataset_version", area.version());
    return ResultCollections.found(id, geometry, values, restingOn);
  }
}
