package org.lifecircle.io.assembly;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.io.assembly.MeasuredLine.Cut;
import org.lifecircle.io.assembly.SegmentIndex.Segment;
import org.locationtech.jts.algorithm.LineIntersector;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Where walls meet: where they cross or touch, and where one ends within half a metre of another.
 * Where two run along each other they meet only at the ends of that stretch.
 */
final class WallJunctions {

  private static final double REACH_METRES = 0.5;

  private final List<MeasuredLine> lines;
  private final SegmentIndex index = new SegmentIndex();
  private final List<List<Cut>> cuts = new ArrayList<>();
  private final LineIntersector intersector = new RobustLineIntersector();

  WallJunctions(List<MeasuredLine> lines) {
    this.lines = lines;
    for (MeasuredLine line : lines) {
      index.add(line.points());
      cuts.add(new ArrayList<>());
    }
    for (int i = 0; i < lines.size(); i++) {
      findCrossings(i);
      findEnds(i);
    }
  }

  /** The junctions on a line, in no order, some of them more than once. */
  List<Cut> on(int line) {
    return cuts.get(line);
  }

  private void findCrossings(int line) {
    for (int i = 0; i < lines.get(line).segments(); i++) {
      Segment one = new Segment(line, i, lines.get(line).segment(i));
      Envelope around = new Envelope(one.at().p0, one.at().p1);
      index.each(around, other -> meet(one, other));
    }
  }

  private void meet(Segment one, Segment other) {
    boolean seen = other.line() < one.line();
    if (seen || (other.line() == one.line() && other.index() <= one.index() + 1)) {
      return;
    }
    intersector.computeIntersection(one.at().p0, one.at().p1, other.at().p0, other.at().p1);
    if (intersector.getIntersectionNum() == 1) {
      Coordinate point = intersector.getIntersection(0);
      cuts.get(one.line()).add(lines.get(one.line()).cutNear(one.index(), point));
      cuts.get(other.line()).add(lines.get(other.line()).cutNear(other.index(), point));
    }
  }

  private void findEnds(int line) {
    MeasuredLine measured = lines.get(line);
    if (!measured.closed()) {
      joinEnd(line, measured.points()[0]);
      joinEnd(line, measured.points()[measured.points().length - 1]);
    }
  }

  private void joinEnd(int line, Coordinate end) {
    Envelope around = new Envelope(end);
    around.expandBy(REACH_METRES);
    Map<Integer, Segment> nearest = new HashMap<>();
    index.each(
        around,
        segment -> {
          if (segment.line() != line && segment.at().distance(end) <= REACH_METRES) {
            nearest.merge(segment.line(), segment, (a, b) -> nearer(a, b, end));
          }
        });
    nearest.forEach((other, at) -> cuts.get(other).add(lines.get(other).cutNear(at.index(), end)));
  }

  private static Segment nearer(Segment a, Segment b, Coordinate place) {
    int order = Double.compare(a.at().distance(place), b.at().distance(place));
    return order < 0 || (order == 0 && a.index() < b.index()) ? a : b;
  }
}
