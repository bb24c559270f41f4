package org.lifecircle.io.assembly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lifecircle.io.Millimetres;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;

/**
 * A line by the distance along it. Cut points are rounded to whole millimetres and become vertices,
 * so the pieces together are the line to within a hundredth of a millimetre.
 */
final class MeasuredLine {

  /** Nearer to a vertex than this, a cut is at the vertex. */
  private static final double SAME_PLACE_METRES = 0.002;

  /** A place on the line. */
  record Cut(double metres, Coordinate point) {}

  private final Coordinate[] points;
  private final double[] metres;

  MeasuredLine(LineString line) {
    this.points = line.getCoordinates();
    this.metres = new double[points.length];
    for (int i = 1; i < points.length; i++) {
      metres[i] = metres[i - 1] + points[i].distance(points[i - 1]);
    }
  }

  double length() {
    return metres[metres.length - 1];
  }

  boolean closed() {
    return points[0].equals2D(points[points.length - 1]);
  }

  int segments() {
    return points.length - 1;
  }

  LineSegment segment(int index) {
    return new LineSegment(points[index], points[index + 1]);
  }

  /** Where the segment begins. */
  double metresAt(int segment) {
    return metres[segment];
  }

  Coordinate[] points() {
    return points;
  }

  /** The cut at this distance. */
  Cut cutAt(double distance) {
    int segment = segmentAt(distance);
    double left = distance - metres[segment];
    double whole = metres[segment + 1] - metres[segment];
    if (left <= SAME_PLACE_METRES) {
      return new Cut(metres[segment], points[segment]);
    }
    if (whole - left <= SAME_PLACE_METRES) {
      return new Cut(metres[segment + 1], points[segment + 1]);
    }
    Coordinate exact = segment(segment).pointAlong(left / whole);
    return new Cut(distance, Millimetres.round(exact.x, exact.y));
  }

  /** The cut where the segment is nearest to a point; at the very point if it is on the line. */
  Cut cutNear(int segment, Coordinate point) {
    LineSegment at = segment(segment);
    double share = Math.min(1, Math.max(0, at.projectionFactor(point)));
    Cut cut = cutAt(metres[segment] + share * at.getLength());
    boolean inside = cut.metres() > metres[segment] && cut.metres() < metres[segment + 1];
    return inside && at.distance(point) <= SAME_PLACE_METRES
        ? new Cut(cut.metres(), Millimetres.round(point.x, point.y))
        : cut;
  }

  /** The stretch between two cuts, the first nearer to the beginning. */
  List<Coordinate> between(Cut from, Cut to) {
    List<Coordinate> stretch = new ArrayList<>();
    stretch.add(from.point());
    for (int i = segmentAt(from.metres()); i < points.length && metres[i] < to.metres(); i++) {
      if (metres[i] > from.metres()) {
        stretch.add(points[i]);
      }
    }
    stretch.add(to.point());
    return stretch;
  }

  /** The line cut at these places, which are in order. */
  List<LineString> pieces(List<Cut> cuts) {
    List<LineString> pieces = new ArrayList<>();
    Cut last = new Cut(0, points[0]);
    for (Cut cut : cuts) {
      pieces.add(line(between(last, cut)));
      last = cut;
    }
    pieces.add(line(between(last, new Cut(length(), points[points.length - 1]))));
    return pieces;
  }

  private int segmentAt(double distance) {
    int found = Arrays.binarySearch(metres, distance);
    int segment = found >= 0 ? found : -found - 2;
    return Math.max(0, Math.min(segment, segments() - 1));
  }

  private static LineString line(List<Coordinate> points) {
    return Millimetres.FACTORY.createLineString(points.toArray(new Coordinate[0]));
  }
}
