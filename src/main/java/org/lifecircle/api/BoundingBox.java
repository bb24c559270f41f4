package org.lifecircle.api;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.Projection;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * What {@code bbox} asks for: one box in degrees, or two when it crosses the date line. The box is
 * closed: what touches it is in it.
 */
record BoundingBox(List<Envelope> boxes) {

  /** So that a place on the edge does not fall off it by the last digit of its projection. */
  private static final double HAIR_DEGREES = 1e-9;

  static Parameter<BoundingBox> parameter() {
    var schema = Parameters.schema("array");
    schema.put("minItems", 4);
    schema.put("maxItems", 6);
    schema.put("items", Parameters.schema("number"));
    return new Parameter<>(
        "bbox",
        new Text(
            "只要与此范围相交的要素：西,南,东,北（经纬度，可含高程而成六个数）",
            "only features that meet this box: west,south,east,north in degrees, or six numbers with"
                + " heights"),
        schema,
        null,
        false,
        BoundingBox::parse);
  }

  private static BoundingBox parse(String text) {
    String[] parts = text.split(",", -1);
    if (parts.length != 4 && parts.length != 6) {
      throw new BadValueException("应为四个或六个数", "it must be four numbers, or six");
    }
    int half = parts.length / 2;
    double west = Parameters.decimal(parts[0], -180, 180);
    double south = Parameters.decimal(parts[1], -90, 90);
    double east = Parameters.decimal(parts[half], -180, 180);
    double north = Parameters.decimal(parts[half + 1], -90, 90);
    for (int i = 2; half == 3 && i < 6; i += 3) {
      Parameters.decimal(parts[i], -1e6, 1e6); // heights are allowed, and we have none
    }
    if (south > north) {
      throw new BadValueException("南界在北界之北", "its south lies north of its north");
    }
    return west <= east
        ? new BoundingBox(List.of(new Envelope(west, east, south, north)))
        : new BoundingBox(
            List.of(new Envelope(west, 180, south, north), new Envelope(-180, east, south, north)));
  }

  /**
   * Whether geometries in metres meet the box.
   *
   * @param everything in metres; the box is cut to it first, since a projection knows only its own
   *     part of the world
   */
  Predicate<@Nullable Geometry> filter(Envelope everything, Projection projection) {
    if (everything.isNull()) {
      return geometry -> false;
    }
    Envelope there = Extent.toLonLat(everything, projection);
    there.expandBy(HAIR_DEGREES);
    List<PreparedGeometry> shapes =
        boxes.stream()
            .map(Envelope::new)
            .peek(box -> box.expandBy(HAIR_DEGREES))
            .map(box -> box.intersection(there))
            .filter(box -> !box.isNull())
            .map(box -> PreparedGeometryFactory.prepare(Extent.ofLonLat(box, projection)))
            .toList();
    return geometry ->
        geometry != null && shapes.stream().anyMatch(shape -> shape.intersects(geometry));
  }

  /** The box around these. */
  static Envelope around(Stream<? extends @Nullable Geometry> geometries) {
    Envelope around = new Envelope();
    geometries.forEach(
        geometry -> {
          if (geometry != null) {
            around.expandToInclude(geometry.getEnvelopeInternal());
          }
        });
    return around;
  }
}
