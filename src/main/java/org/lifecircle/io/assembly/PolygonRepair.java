package org.lifecircle.io.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifecircle.io.Millimetres;
import org.locationtech.jts.algorithm.LineIntersector;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.noding.MCIndexNoder;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentIntersector;
import org.locationtech.jts.noding.SegmentString;

/**
 * Mends polygons whose outline crosses itself.
 *
 * <p>JTS's fixer takes time and memory in the square of the crossings (a scribble of 2 000
 * vertices: half a minute and a gigabyte), so they are counted first, and the count stops at the
 * limit.
 */
final class PolygonRepair {

  private PolygonRepair() {}

  /** The polygon made valid, on the millimetre grid; empty when it crosses itself too often. */
  static Optional<Geometry> repaired(Geometry polygonal, int maxSelfCrossings) {
    if (crossings(polygonal, maxSelfCrossings) >= maxSelfCrossings) {
      return Optional.empty();
    }
    Geometry fixed = Millimetres.reduce(GeometryFixer.fix(polygonal));
    return fixed instanceof Polygonal ? Optional.of(fixed) : Optional.empty();
  }

  private static int crossings(Geometry geometry, int stopAt) {
    List<SegmentString> rings = new ArrayList<>();
    for (Object line : LinearComponentExtracter.getLines(geometry)) {
      rings.add(new NodedSegmentString(((LineString) line).getCoordinates(), null));
    }
    Counter counter = new Counter(stopAt);
    MCIndexNoder noder = new MCIndexNoder();
    noder.setSegmentIntersector(counter);
    noder.computeNodes(rings);
    return counter.count;
  }

  /** Counts proper crossings and forgets them. */
  private static final class Counter implements SegmentIntersector {

    private final LineIntersector intersector = new RobustLineIntersector();
    private final int stopAt;
    private int count;

    Counter(int stopAt) {
      this.stopAt = stopAt;
    }

    @Override
    public void processIntersections(SegmentString a, int i, SegmentString b, int j) {
      if (a == b && i == j) {
        return;
      }
      intersector.computeIntersection(
          a.getCoordinate(i), a.getCoordinate(i + 1), b.getCoordinate(j), b.getCoordinate(j + 1));
      if (intersector.isProper()) {
        count++;
      }
    }

    @Override
    public boolean isDone() {
      return count >= stopAt;
    }
  }
}
