package org.lifecircle.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Text;
import org.lifecircle.walk.Standpoint;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** Free points: read as degrees, and usable only where somebody could stand. */
final class Places {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private Places() {}

  /** A place as {@code LON,LAT}, in degrees. */
  static Parameter<Coordinate> parameter(String name, Text about) {
    var schema = Parameters.schema("array");
    schema.put("minItems", 2);
    schema.put("maxItems", 2);
    schema.put("items", Parameters.schema("number"));
    return new Parameter<>(name, about, schema, null, true, Places::parse);
  }

  private static Coordinate parse(String text) {
    String[] parts = text.split(",", -1);
    if (parts.length != 2) {
      throw new BadValueException(
          "应写成“经度,纬度”，例如 112.43,34.67", "it must be LON,LAT, for example 112.43,34.67");
    }
    double longitude = Parameters.decimal(parts[0], -180, 180);
    double latitude;
    try {
      latitude = Parameters.decimal(parts[1], -90, 90);
    } catch (BadValueException e) {
      throw new BadValueException(
          e.reason().zh() + "；经度在前，纬度在后", e.reason().en() + "; longitude comes first");
    }
    return new Coordinate(longitude, latitude);
  }

  /**
   * These places in metres, if one can stand on all of them.
   *
   * @param degrees by the name of the parameter
   * @throws ProblemException saying of each place why not
   */
  static List<Coordinate> onGround(OpenArea area, Map<String, Coordinate> degrees) {
    Map<String, Coordinate> places = new LinkedHashMap<>();
    List<Complaint> complaints = new ArrayList<>();
    degrees.forEach(
        (name, place) -> {
          Optional<Coordinate> metres = findNearby(area, place);
          metres.ifPresent(m -> places.put(name, m));
          if (metres.isEmpty()) {
            complaints.add(outside(area, name));
          }
        });
    for (var place : places.entrySet()) {
      refuse(area.network().standpoint(place.getValue()))
          .ifPresent(why -> complaints.add(Complaint.aboutQuery(place.getKey(), why)));
    }
    if (!complaints.isEmpty()) {
      throw Problem.of(
              ProblemKind.BAD_PLACE,
              "请改用研究范围内、建筑之外、靠近道路或院落的位置",
              "choose a place within the area, outside of buildings, near a path or a yard")
          .with(complaints)
          .asException();
    }
    return List.copyOf(places.values());
  }

  /** Where that is in metres, unless it lies beyond all the paths that are used. */
  private static Optional<Coordinate> findNearby(OpenArea area, Coordinate degrees) {
    try {
      Coordinate metres = area.projection().ofLonLat(degrees.x, degrees.y);
      double away = area.area().boundary().distance(FACTORY.createPoint(metres));
      return away <= area.rules().beyondBoundaryMetres() ? Optional.of(metres) : Optional.empty();
    } catch (BadValueException e) {
      return Optional.empty(); // so far away that the projection has no such place
    }
  }

  private static Complaint outside(OpenArea area, String name) {
    List<Double> box = Extent.box(area.area().boundary(), area.projection());
    String where = "%.4f,%.4f – %.4f,%.4f".formatted(box.toArray());
    return Complaint.aboutQuery(
        name, "该位置在研究范围之外（" + where + "）", "it lies outside of the area (" + where + ")");
  }

  private static Optional<Text> refuse(Standpoint standpoint) {
    return switch (standpoint) {
      case ON_GROUND, NEAR_GROUND -> Optional.empty();
      case IN_SOLID ->
          Optional.of(new Text("该位置在建筑或其他实体内", "it lies inside a building or another solid"));
      case SEES_NO_GROUND ->
          Optional.of(new Text("从该位置看不到可走的地面", "no ground to walk on can be seen from it"));
    };
  }
}
