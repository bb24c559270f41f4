package org.lifecircle.walk;

import java.util.List;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.ItemVisitor;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.noding.SegmentString;

/**
 * Tells which lines meet nothing, not even themselves: snap rounding leaves those as they are, so
 * that they need not go through it. Detached houses are most of many towns.
 */
final class Solitary {

  /** Rounding moves nothing by more than half a millimetre, and looks no farther. */
  private static final double APART_MILLIMETRES = 2;

  /** Longer lines are left to the noder: here every piece is held against every other. */
  private static final int MOST_POINTS = 64;

  private final HPRtree boxes = new HPRtree();

  /**
   * @param lines on the millimetre grid
   */
  Solitary(List<SegmentString> lines) {
    lines.forEach(line -> boxes.insert(box(line), line));
    boxes.build();
  }

  private static Envelope box(SegmentString line) {
    Envelope box = new Envelope();
    for (int i = 0; i < line.size(); i++) {
      box.expandToInclude(line.getCoordinate(i));
    }
    return box;
  }

  /** Whether nothing comes near a line. */
  boolean holds(SegmentString line) {
    if (line.size() > MOST_POINTS) {
      return false;
    }
    Envelope around = box(line);
    around.expandBy(APART_MILLIMETRES);
    int[] met = new int[1];
    ItemVisitor count =
        other -> {
          if (other != line) {
            met[0]++;
          }
        };
    boxes.query(around, count);
    return met[0] == 0 && keepsApart(line);
  }

  /** Whether no piece of a line comes near another that does not follow it. */
  private static boolean keepsApart(SegmentString line) {
    int pieces = line.size() - 1;
    boolean closed = line.getCoordinate(0).equals2D(line.getCoordinate(pieces));
    for (int i = 0; i < pieces; i++) {
      for (int j = i + 1; j < pieces; j++) {
        boolean follows = j == i + 1 || (closed && i == 0 && j == pieces - 1);
        if (follows ? folds(line, i, j) : comesNear(line, i, j)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean comesNear(SegmentString line, int i, int j) {
    Coordinate a = line.getCoordinate(i);
    Coordinate b = line.getCoordinate(i + 1);
    Coordinate c = line.getCoordinate(j);
    Coordinate d = line.getCoordinate(j + 1);
    return Distance.segmentToSegment(a, b, c, d) <= APART_MILLIMETRES;
  }

  /** Whether the far end of one of two pieces in a row comes near the other. */
  private static boolean folds(SegmentString line, int i, int j) {
    Coordinate a = line.getCoordinate(i);
    Coordinate b = line.getCoordinate(i + 1);
    Coordinate c = line.getCoordinate(j);
    Coordinate d = line.getCoordinate(j + 1);
    Coordinate farOfFirst = b.equals2D(c) ? a : b;
    Coordinate farOfSecond = b.equals2D(c) ? d : c;
    return Distance.pointToSegment(farOfFirst, c, d) <= APART_MILLIMETRES
        || Distance.pointToSegment(farOfSecond, a, b) <= APART_MILLIMETRES;
  }
}
