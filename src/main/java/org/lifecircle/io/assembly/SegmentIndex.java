package org.lifecircle.io.assembly;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.index.hprtree.HPRtree;

/** The segments of many lines, found by place. */
final class SegmentIndex {

  /** A segment: of which line, counted as they were added, and which of its segments. */
  record Segment(int line, int index, LineSegment at) {}

  private final HPRtree tree = new HPRtree();
  private int lines;

  /** Adds all lines of a geometry; outlines of polygons too. */
  void add(Geometry geometry) {
    for (Object line : LinearComponentExtracter.getLines(geometry)) {
      add(((LineString) line).getCoordinates());
    }
  }

  void addAll(List<? extends Geometry> geometries) {
    geometries.forEach(this::add);
  }

  void add(Coordinate[] points) {
    for (int i = 0; i + 1 < points.length; i++) {
      Segment segment = new Segment(lines, i, new LineSegment(points[i], points[i + 1]));
      tree.insert(new Envelope(points[i], points[i + 1]), segment);
    }
    lines++;
  }

  /** Every segment whose envelope meets this one. */
  void each(Envelope around, Consumer<Segment> visitor) {
    if (tree.size() > 0) {
      tree.query(around, item -> visitor.accept((Segment) item));
    }
  }

  /** The nearest segment that is at most so far away; null when there is none. */
  @Nullable Segment nearest(Coordinate place, double withinMetres) {
    Envelope around = new Envelope(place);
    around.expandBy(withinMetres);
    Nearest nearest = new Nearest(place, withinMetres);
    each(around, nearest);
    return nearest.best;
  }

  private static final class Nearest implements Consumer<Segment> {
    private final Coordinate place;
    private double metres;
    private @Nullable Segment best;

    Nearest(Coordinate place, double withinMetres) {
      this.place = place;
      this.metres = withinMetres;
    }

    @Override
    public void accept(Segment segment) {
      double distance = segment.at().distance(place);
      if (distance < metres || (distance == metres && isEarlier(segment))) {
        metres = distance;
        best = segment;
      }
    }

    /** So that the order of the tree's answers does not show. */
    private boolean isEarlier(Segment segment) {
      return best == null
          || segment.line() < best.line()
          || (segment.line() == best.line() && segment.index() < best.index());
    }
  }
}
