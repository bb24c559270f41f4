package org.lifecircle.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.lifecircle.model.AreaProfile;
import org.lifecircle.model.Columns;
import org.lifecircle.model.DataIssue;
import org.lifecircle.model.Evidence;
import org.lifecircle.model.Feature;
import org.lifecircle.model.IssueAction;
import org.lifecircle.model.Layer;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** A small place with something in every layer: one feature all filled in, and one bare. */
final class SampleArea {

  static final Crs CRS = new Crs("EPSG:4546", "PROJCS[\"CGCS2000 / 3-degree CM 111E\"]");

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private static final Map<Layer, Map<String, Object>> FULL =
      Map.ofEntries(
          Map.entry(
              Layer.COMPOUNDS,
              Map.of(
                  "name",
                  "西工地，“三号”院",
                  "built_year",
                  1978,
                  "residents",
                  1204.5,
                  "gated",
                  true,
                  "managed_by",
                  "",
                  "fee_rate",
                  0.1,
                  "party_branch",
                  "丽新路社区'党支部'; --")),
          Map.entry(
              Layer.BUILDINGS,
              Map.of("compound_id", "c-1", "use", "residential", "floors", 5, "residents", 84.0)),
          Map.entry(Layer.ENTRANCES, Map.of("building_id", "b-1", "lift", "half_landing")),
          Map.entry(
              Layer.WALLS,
              Map.of("part_of", "w-1", "kind", "heritage", "height_m", 2.2, "removable", false)),
          Map.entry(
              Layer.GATES,
              Map.of(
                  "access", "residents", "compound_ids", "c-1,c-2", "hours", "Mo-Su 06:00-22:00")),
          Map.entry(
              Layer.ILLEGAL_STRUCTURES,
              Map.of("position", "rooftop", "floors", 1, "demolished_on", "2024-05-01")),
          Map.entry(Layer.PATHS, Map.of("kind", "steps", "level", -1, "incline", -0.05)),
          Map.entry(Layer.OPEN_SPACES, Map.of("kind", "green", "protected", true)),
          Map.entry(Layer.FACILITIES, Map.of("kind", "kindergarten", "name", "第一幼儿园🏫")),
          Map.entry(Layer.OBSTACLES, Map.of("kind", "water")),
          Map.entry(Layer.UNITS, Map.of("kind", "community", "name", "丽新路社区")),
          Map.entry(Layer.PARCELS, Map.of("owner_unit", "洛阳玻璃厂")),
          Map.entry(Layer.POPULATION, Map.of("residents", 31.25)),
          Map.entry(Layer.UTILITIES, Map.of("kind", "heat", "clearance_m", 1.5)));

  private static final Map<Layer, Map<String, Object>> BARE =
      Map.of(
          Layer.GATES, Map.of("access", "public"),
          Layer.FACILITIES, Map.of("kind", "clinic"),
          Layer.POPULATION, Map.of("residents", 0));

  private SampleArea() {}

  static StudyArea of(String id) {
    AreaProfile profile =
        new AreaProfile(id, new Text("西工", "Xigong"), CRS.code(), Evidence.SURVEY, "gb50180-2018");
    StudyArea area = StudyArea.empty(profile, square(631_000, 3_838_000, 900));
    for (Layer layer : Layer.values()) {
      area = area.with(layer, List.of(full(layer), bare(layer)));
    }
    return area.withIssues(
        List.of(
            new DataIssue(
                "walls",
                "w-1",
                "unmarked_crossing",
                IssueAction.NOTED,
                new Text("道路穿墙", "a path crosses the wall"),
                FACTORY.createPoint(new Coordinate(631_000.001, 3_838_000.002))),
            new DataIssue(
                "gates", "", "no_gates", IssueAction.DERIVED, new Text("无", "none"), null)));
  }

  /** The same place with this many buildings strewn over it at random, some of two parts. */
  static StudyArea withBuildings(StudyArea area, int count, Random random) {
    Columns columns = Columns.of(Layer.BUILDINGS);
    return area.with(
        Layer.BUILDINGS,
        random
            .ints(count)
            .mapToObj(
                i ->
                    columns.feature(
                        random.nextInt(4) == 0
                            ? FACTORY.createMultiPolygon(
                                new Polygon[] {scattered(random), scattered(random)})
                            : scattered(random),
                        Map.of("id", "b-" + i, "residents", random.nextDouble())))
            .toList());
  }

  private static Polygon scattered(Random random) {
    return square(random.nextDouble() * 1e6, random.nextDouble() * 1e7, random.nextDouble() * 50);
  }

  private static Feature full(Layer layer) {
    return feature(layer, layer.code() + "-1", FULL.getOrDefault(layer, Map.of()));
  }

  private static Feature bare(Layer layer) {
    return feature(layer, layer.code() + "-2", BARE.getOrDefault(layer, Map.of()));
  }

  private static Feature feature(Layer layer, String id, Map<String, Object> values) {
    Map<String, Object> row = new HashMap<>(values);
    row.put("id", id);
    return Columns.of(layer).feature(place(layer, id), row);
  }

  private static Geometry place(Layer layer, String id) {
    return switch (layer) {
      case ENTRANCES, GATES -> FACTORY.createPoint(new Coordinate(631_000.123, 3_838_000.456));
      case WALLS, PATHS, UTILITIES ->
          FACTORY.createLineString(
              new Coordinate[] {new Coordinate(0.1, 0.2), new Coordinate(1 / 3.0, 1e7)});
      case FACILITIES ->
          id.endsWith("1")
              ? FACTORY.createPoint(new Coordinate(631_111.111, 3_838_222.222))
              : square(631_050, 3_838_050, 20);
      case PARCELS -> FACTORY.createMultiPolygon(new Polygon[] {square(631_000, 3_838_000, 30)});
      default -> square(631_000, 3_838_000, 30);
    };
  }

  private static Polygon square(double x, double y, double side) {
    return FACTORY.createPolygon(
        new Coordinate[] {
          new Coordinate(x, y),
          new Coordinate(x + side, y),
          new Coordinate(x + side, y + side),
          new Coordinate(x, y + side),
          new Coordinate(x, y)
        });
  }
}
