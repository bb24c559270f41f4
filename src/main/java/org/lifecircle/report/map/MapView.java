package org.lifecircle.report.map;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Where a place of the area lies on the sheet. The scale is one that people can measure by: 1 to a
 * round number.
 *
 * @param frame on the sheet, in points
 * @param ground what the frame shows, in metres
 * @param denominator 8500 is 1 : 8500
 */
record MapView(Rectangle2D frame, Envelope ground, double denominator) {

  private static final double METRES_PER_POINT = 0.0254 / 72;
  private static final double[] ROUND = {
    1, 1.1, 1.25, 1.5, 1.75, 2, 2.25, 2.5, 3, 3.5, 4, 4.5, 5, 6, 7.5, 8.5, 10
  };

  /** The largest round scale at which the whole envelope is inside the frame, in its middle. */
  static MapView of(Envelope wanted, Rectangle2D frame) {
    double metres =
        Math.max(
            Math.max(wanted.getWidth(), 10) / frame.getWidth(),
            Math.max(wanted.getHeight(), 10) / frame.getHeight());
    double denominator = roundedUp(metres / METRES_PER_POINT);
    double perPoint = denominator * METRES_PER_POINT;
    double halfWidth = frame.getWidth() * perPoint / 2;
    double halfHeight = frame.getHeight() * perPoint / 2;
    Coordinate middle = wanted.centre();
    Envelope ground =
        new Envelope(
            middle.x - halfWidth,
            middle.x + halfWidth,
            middle.y - halfHeight,
            middle.y + halfHeight);
    return new MapView(frame, ground, denominator);
  }

  private static double roundedUp(double number) {
    double power = Math.pow(10, Math.floor(Math.log10(number)));
    for (double step : ROUND) {
      if (number <= step * power) {
        return step * power;
      }
    }
    return 10 * power;
  }

  double points(double metres) {
    return metres / (denominator * METRES_PER_POINT);
  }

  double metres(double points) {
    return points * denominator * METRES_PER_POINT;
  }

  double x(double east) {
    return frame.getX() + points(east - ground.getMinX());
  }

  double y(double north) {
    return frame.getY() + points(ground.getMaxY() - north);
  }

  Point2D point(Geometry place) {
    Coordinate at = place.getInteriorPoint().getCoordinate();
    return new Point2D.Double(x(at.x), y(at.y));
  }

  boolean shows(Geometry geometry) {
    return !geometry.isEmpty() && ground.intersects(geometry.getEnvelopeInternal());
  }

  /** Its outline on the sheet; points nearer than a fifth of a point are left out. */
  Path2D shape(Geometry geometry) {
    Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    append(path, geometry);
    return path;
  }

  void append(Path2D path, Geometry geometry) {
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry part = geometry.getGeometryN(i);
      if (part instanceof Polygon polygon && !polygon.isEmpty()) {
        append(path, polygon.getExteriorRing(), true);
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          append(path, polygon.getInteriorRingN(hole), true);
        }
      } else if (part instanceof LineString line && !line.isEmpty()) {
        append(path, line, false);
      }
    }
  }

  private void append(Path2D path, LineString line, boolean closed) {
    CoordinateSequence corners = line.getCoordinateSequence();
    int last = corners.size() - 1;
    double lastX = rounded(x(corners.getX(0)));
    double lastY = rounded(y(corners.getY(0)));
    path.moveTo(lastX, lastY);
    for (int i = 1; i <= last; i++) {
      double x = rounded(x(corners.getX(i)));
      double y = rounded(y(corners.getY(i)));
      if (i == last || Math.hypot(x - lastX, y - lastY) > 0.2) {
        path.lineTo(x, y);
        lastX = x;
        lastY = y;
      }
    }
    if (closed) {
      path.closePath();
    }
  }

  /** A thousandth of a point is finer than any printer, and short to write. */
  private static double rounded(double points) {
    return Math.rint(points * 1000) / 1000;
  }
}
