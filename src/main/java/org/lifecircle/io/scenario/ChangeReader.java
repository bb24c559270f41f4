package org.lifecircle.io.scenario;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.Limits;
import org.lifecircle.io.Projection;
import org.lifecircle.io.RawFeature;
import org.lifecircle.io.geojson.GeoJsonPieces;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Change;
import org.lifecircle.model.Coded;
import org.lifecircle.model.Columns;
import org.lifecircle.model.Columns.Column;
import org.lifecircle.model.Facility;
import org.lifecircle.model.Feature;
import org.lifecircle.model.Gate;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Lift;
import org.lifecircle.model.Path;
import org.lifecircle.model.Wall;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Reads one change. */
final class ChangeReader {

  private static final List<String> TYPES =
      List.of(
          "remove_wall",
          "remove_structure",
          "open_gate",
          "close_gate",
          "remove_facility",
          "move_facility",
          "add_gate",
          "add_wall",
          "add_path",
          "add_facility",
          "retrofit_lift");

  private static final Envelope DEGREES = new Envelope(-180, 180, -90, 90);

  private final Projection projection;
  private final Envelope around;
  private final Limits limits;

  ChangeReader(Projection projection, Envelope around, Limits limits) {
    this.projection = projection;
    this.around = around;
    this.limits = limits;
  }

  /**
   * The change this says.
   *
   * @throws BadValueException if it says none
   */
  Change read(JsonNode json) {
    JsonNode type = json.get("type");
    if (type == null || !type.isTextual() || !TYPES.contains(type.asText())) {
      String known = String.join(", ", TYPES);
      throw new BadValueException("“type”须为其中之一：" + known, "'type' must be one of " + known);
    }
    return switch (type.asText()) {
      case "remove_wall" -> new Change.RemoveWall(id(json, "id"));
      case "remove_structure" -> new Change.RemoveStructure(id(json, "id"));
      case "open_gate" -> new Change.OpenGate(id(json, "id"));
      case "close_gate" -> new Change.CloseGate(id(json, "id"));
      case "remove_facility" -> new Change.RemoveFacility(id(json, "id"));
      case "move_facility" -> moved(json);
      case "add_gate" -> new Change.AddGate((Gate) feature(json, Layer.GATES));
      case "add_wall" -> new Change.AddWall((Wall) feature(json, Layer.WALLS));
      case "add_path" -> new Change.AddPath((Path) feature(json, Layer.PATHS));
      case "add_facility" -> new Change.AddFacility((Facility) feature(json, Layer.FACILITIES));
      default -> lift(json);
    };
  }

  private static String id(JsonNode json, String member, String... others) {
    Set<String> members = new HashSet<>(List.of(others));
    members.addAll(List.of("type", member));
    only(json, members);
    JsonNode id = json.get(member);
    if (id == null || !id.isTextual() || id.asText().isBlank()) {
      throw new BadValueException("缺少“" + member + "”", "'" + member + "' is missing");
    }
    return id.asText();
  }

  private static void only(JsonNode json, Set<String> members) {
    Iterator<String> names = json.fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      if (!members.contains(name)) {
        throw new BadValueException("不认识“" + name + "”", "'" + name + "' is not known here");
      }
    }
  }

  private Change moved(JsonNode json) {
    String id = id(json, "id", "to");
    JsonNode to = json.get("to");
    if (to == null) {
      throw new BadValueException("缺少“to”（新位置）", "'to', the new place, is missing");
    }
    Geometry place = metres(parsed(to, GeoJsonPieces::geometry));
    if (!(place instanceof Point) && !(place instanceof Polygon)) {
      throw new BadValueException("“to”须为点或面", "'to' must be a point or a polygon");
    }
    return new Change.MoveFacility(id, place);
  }

  private static Change lift(JsonNode json) {
    String id = id(json, "entrance_id", "lift");
    JsonNode lift = json.get("lift");
    String code = lift == null ? "" : lift.asText();
    return new Change.RetrofitLift(
        id,
        Coded.find(Lift.class, code)
            .orElseThrow(
                () ->
                    new BadValueException(
                        "“lift”须为 level 或 half_landing", "'lift' must be level or half_landing")));
  }

  private Feature feature(JsonNode json, Layer layer) {
    only(json, Set.of("type", "feature"));
    JsonNode node = json.get("feature");
    if (node == null) {
      throw new BadValueException("缺少“feature”", "'feature' is missing");
    }
    RawFeature raw = parsed(node, GeoJsonPieces::feature);
    Geometry geometry = raw.geometry();
    if (geometry == null || geometry.isEmpty()) {
      throw new BadValueException("要素没有几何图形", "the feature has no geometry");
    }
    String id = raw.id();
    if (id == null) {
      throw new BadValueException("要素缺少 id", "the feature has no id");
    }
    Columns columns = Columns.of(layer);
    List<String> known = columns.columns().stream().map(Column::name).toList();
    for (String name : raw.properties().keySet()) {
      if (!known.contains(name)) {
        String all = String.join(", ", known);
        throw new BadValueException(
            "不认识属性“" + name + "”，可用的有：" + all, "there is no property '" + name + "', only " + all);
      }
    }
    Map<String, @Nullable Object> row = new LinkedHashMap<>(raw.properties());
    row.put("id", id);
    return columns.feature(metres(geometry), row);
  }

  private interface Parsing<T> {
    T parse(JsonParser json, Limits limits) throws IOException;
  }

  private <T> T parsed(JsonNode node, Parsing<T> parsing) {
    try (JsonParser json = node.traverse()) {
      json.nextToken();
      return parsing.parse(json, limits);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Geometry metres(Geometry lonLat) {
    boolean onEarth = DEGREES.contains(lonLat.getEnvelopeInternal());
    Geometry metric = onEarth ? projection.ofLonLat(lonLat) : lonLat;
    if (!onEarth || !around.contains(metric.getEnvelopeInternal())) {
      throw new BadValueException(
          "位置不在研究范围附近；坐标须为经度、纬度", "it is not near the area; coordinates are longitude, latitude");
    }
    if (!metric.isValid()) {
      throw new BadValueException(
          "图形无效（自相交或过小）", "its shape is invalid: it crosses itself or is too small");
    }
    return metric;
  }
}
