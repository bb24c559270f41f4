package org.lifecircle.api;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.Projection;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * What {@code bbox} asks for: one box, or two when it crosses the date line. The box is closed:
 * what touches it is in it.
 *
 * @param boxes in degrees, longitude first; or in metres of the area's CRS, east first
 */
record BoundingBox(List<Envelope> boxes, boolean inMetres) {

  /** So that a place on the edge does not fall off it by the last digit of its projection. */
  private static final double HAIR_DEGREES = 1e-9;

  private static final double HAIR_METRES = 1e-4;
  private static final double FARTHEST = 1e9;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** The numbers as they were given; what they mean depends on the CRS. */
  static Parameter<double[]> parameter() {
    var schema = Parameters.schema("array");
    schema.put("minItems", 4);
    schema.put("maxItems", 6);
    schema.put("items", Parameters.schema("number"));
    return new Parameter<>(
        "bbox",
        new Text(
            "只要与此范围相交的要素：西,南,东,北（缺省为经纬度，可含高程而成六个数；坐标系见 bbox-crs）",
            "only features that meet this box: west,south,east,north in degrees unless bbox-crs says"
                + " otherwise, or six numbers with heights"),
        schema,
        null,
        false,
        BoundingBox::numbers);
  }

  private static double[] numbers(String text) {
    String[] parts = text.split(",", -1);
    if (parts.length != 4 && parts.length != 6) {
      throw new BadValueException("应为四个或六个数", "it must be four numbers, or six");
    }
    double[] numbers = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      numbers[i] = Parameters.decimal(parts[i], -FARTHEST, FARTHEST);
    }
    return numbers;
  }

  /**
   * What the numbers mean.
   *
   * @throws BadValueException if they are no box of this CRS
   */
  static BoundingBox of(double[] numbers, ServedCrs crs) {
    int half = numbers.length / 2;
    Coordinate low = new Coordinate(numbers[0], numbers[1]);
    Coordinate high = new Coordinate(numbers[half], numbers[half + 1]);
    if (crs.isGeographic()) {
      return ofLonLat(crs.toLonLat().apply(low), crs.toLonLat().apply(high));
    }
    if (low.x > high.x || low.y > high.y) {
      throw new BadValueException("应先小后大", "the lower numbers come first");
    }
    if (crs.isWebMercator()) {
      return ofLonLat(WebMercator.toLonLat(low), WebMercator.toLonLat(high));
    }
    Coordinate from = crs.isNorthFirst() ? ServedCrs.swapped(low) : low;
    Coordinate to = crs.isNorthFirst() ? ServedCrs.swapped(high) : high;
    return new BoundingBox(List.of(new Envelope(from, to)), true);
  }

  private static BoundingBox ofLonLat(Coordinate low, Coordinate high) {
    requireWithin(low.x, 180);
    requireWithin(high.x, 180);
    requireWithin(low.y, 90);
    requireWithin(high.y, 90);
    if (low.y > high.y) {
      throw new BadValueException("南界在北界之北", "its south lies north of its north");
    }
    Envelope all = new Envelope(low.x, high.x, low.y, high.y);
    return low.x <= high.x
        ? new BoundingBox(List.of(all), false)
        : new BoundingBox(
            List.of(
                new Envelope(low.x, 180, low.y, high.y), new Envelope(-180, high.x, low.y, high.y)),
            false);
  }

  private static void requireWithin(double degrees, double most) {
    if (Math.abs(degrees) > most) {
      String range = "±" + Parameters.plain(most);
      throw new BadValueException("超出 " + range + " 度", "it is beyond " + range + " degrees");
    }
  }

  /**
   * The box in metres, or both of them; none if nothing is there.
   *
   * @param everything in metres; the box is cut to it first, since a projection knows only its own
   *     part of the world
   */
  List<Geometry> shapes(Envelope everything, Projection projection) {
    if (everything.isNull()) {
      return List.of();
    }
    return (inMetres ? shapes() : shapesOfDegrees(everything, projection)).toList();
  }

  /** Whether a geometry in metres meets one of these shapes. */
  static Predicate<@Nullable Geometry> meets(List<Geometry> shapes) {
    List<PreparedGeometry> prepared =
        shapes.stream().map(PreparedGeometryFactory::prepare).toList();
    return geometry ->
        geometry != null && prepared.stream().anyMatch(shape -> shape.intersects(geometry));
  }

  private Stream<Geometry> shapes() {
    return boxes.stream()
        .map(Envelope::new)
        .peek(box -> box.expandBy(HAIR_METRES))
        .map(FACTORY::toGeometry);
  }

  private Stream<Geometry> shapesOfDegrees(Envelope everything, Projection projection) {
    Envelope there = Extent.toLonLat(everything, projection);
    there.expandBy(HAIR_DEGREES);
    return boxes.stream()
        .map(Envelope::new)
        .peek(box -> box.expandBy(HAIR_DEGREES))
        .map(box -> box.intersection(there))
        .filter(box -> !box.isNull())
        .map(box -> Extent.ofLonLat(box, projection));
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
