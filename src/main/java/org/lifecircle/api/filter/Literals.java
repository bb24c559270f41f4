package org.lifecircle.api.filter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.filter.Term.Value;
import org.lifecircle.model.BadValueException;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.valid.IsValidOp;

/**
 * Makes values of what is written out in a filter.
 *
 * @param toLonLat from the filter's CRS, in its own order of axes, to degrees
 */
record Literals(UnaryOperator<Geometry> toLonLat) {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** A straight side of a box bends in degrees; so many points follow it closely. */
  private static final int POINTS_PER_SIDE = 8;

  Value wkt(String text) {
    try {
      return geometry(new WKTReader(FACTORY).read(text));
    } catch (ParseException | IllegalArgumentException e) {
      throw badGeometry(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * A geometry in the filter's CRS.
   *
   * @throws BadValueException if it is empty or crosses itself
   */
  Value geometry(Geometry geometry) {
    if (geometry.isEmpty()) {
      throw badGeometry("EMPTY", null);
    }
    Geometry lonLat = toLonLat.apply(geometry);
    IsValidOp validity = new IsValidOp(lonLat);
    if (!validity.isValid()) {
      throw badGeometry(String.valueOf(validity.getValidationError()), null);
    }
    return new Value(lonLat);
  }

  private static BadValueException badGeometry(String why, @Nullable Throwable cause) {
    BadValueException bad =
        new BadValueException("几何无效：" + why, "this is no valid geometry: " + why);
    if (cause != null) {
      bad.initCause(cause);
    }
    return bad;
  }

  /** The box of four numbers, or of six with heights, which are dropped. */
  Value box(List<Term> numbers) {
    double[] all = new double[numbers.size()];
    for (int i = 0; i < all.length; i++) {
      if (!(numbers.get(i) instanceof Value value && value.value() instanceof Double number)) {
        throw badBox();
      }
      all[i] = number;
    }
    if (all.length != 4 && all.length != 6) {
      throw badBox();
    }
    int half = all.length / 2;
    double fromX = all[0];
    double fromY = all[1];
    double toX = all[half];
    double toY = all[half + 1];
    if (fromX > toX || fromY > toY) {
      throw badBox();
    }
    return geometry(rectangle(fromX, fromY, toX, toY));
  }

  private static BadValueException badBox() {
    return new BadValueException(
        "范围框应为四个或六个数，先小后大", "a box is four numbers, or six, the lower ones first");
  }

  private static Geometry rectangle(double fromX, double fromY, double toX, double toY) {
    if (fromX == toX || fromY == toY) {
      Coordinate[] ends = {new Coordinate(fromX, fromY), new Coordinate(toX, toY)};
      boolean point = ends[0].equals2D(ends[1]);
      return point ? FACTORY.createPoint(ends[0]) : FACTORY.createLineString(ends);
    }
    Coordinate[] ring = new Coordinate[4 * POINTS_PER_SIDE + 1];
    for (int i = 0; i < POINTS_PER_SIDE; i++) {
      double x = (toX - fromX) * i / POINTS_PER_SIDE;
      double y = (toY - fromY) * i / POINTS_PER_SIDE;
      ring[i] = new Coordinate(fromX + x, fromY);
      ring[POINTS_PER_SIDE + i] = new Coordinate(toX, fromY + y);
      ring[2 * POINTS_PER_SIDE + i] = new Coordinate(toX - x, toY);
      ring[3 * POINTS_PER_SIDE + i] = new Coordinate(fromX, toY - y);
    }
    ring[ring.length - 1] = ring[0].copy();
    Polygon polygon = FACTORY.createPolygon(ring);
    return polygon;
  }

  /** A date as the text it is written as; ISO dates are in order as texts. */
  Value date(List<Term> arguments) {
    String text = text(arguments);
    try {
      return new Value(LocalDate.parse(text).toString());
    } catch (DateTimeException e) {
      throw badMoment(text, e);
    }
  }

  Value timestamp(List<Term> arguments) {
    String text = text(arguments);
    try {
      return new Value(OffsetDateTime.parse(text).toInstant().toString());
    } catch (DateTimeException e) {
      throw badMoment(text, e);
    }
  }

  private static String text(List<Term> arguments) {
    if (arguments.size() == 1
        && arguments.get(0) instanceof Value value
        && value.value() instanceof String text) {
      return text;
    }
    throw badMoment("", null);
  }

  private static BadValueException badMoment(String text, @Nullable Throwable cause) {
    String shown = Tokens.shown(text);
    BadValueException bad =
        new BadValueException(
            "“" + shown + "”不是 RFC 3339 的日期或时刻", "'" + shown + "' is no date or time of RFC 3339");
    if (cause != null) {
      bad.initCause(cause);
    }
    return bad;
  }

  /** A list of texts that are written out. */
  Value list(List<Term> terms) {
    List<String> texts = new ArrayList<>();
    for (Term term : terms) {
      if (!(term instanceof Value value && value.value() instanceof String text)) {
        throw new BadValueException("列表只能含文本", "a list holds texts only");
      }
      texts.add(text);
    }
    return new Value(List.copyOf(texts));
  }
}
