package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.List;
import org.lifecircle.model.IllegalStructure;
import org.lifecircle.model.Wall;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The ground that a wall or structure leaves when it goes: its own strip, and the gaps of up to
 * half a metre between the strip and the ground on either side, so that two compounds drawn to the
 * wall's two faces really join.
 */
final class Strips {

  private static final BufferParameters FLAT =
      new BufferParameters(
          8,
          BufferParameters.CAP_FLAT,
          BufferParameters.JOIN_MITRE,
          BufferParameters.DEFAULT_MITRE_LIMIT);

  /** Keeps a closing from failing by a rounding where the gap is exactly as wide as allowed. */
  private static final double SLACK_METRES = 0.001;

  private final double gapMetres;
  private final STRtree ground = new STRtree();

  /**
   * @param grounds open ground, and the bare strips of other removables
   */
  Strips(List<Geometry> grounds, double gapMetres) {
    this.gapMetres = gapMetres;
    grounds.forEach(g -> ground.insert(g.getEnvelopeInternal(), g));
    ground.build();
  }

  /** What a wall stands on. */
  static Geometry bare(Wall wall) {
    double half = Math.max(wall.thicknessMetres() / 2, 0.005);
    return BufferOp.bufferOp(wall.geometry(), half, FLAT);
  }

  /** What a structure stands on. */
  static Geometry bare(IllegalStructure structure) {
    return structure.geometry();
  }

  /** The strip with the gaps beside it closed. */
  Geometry closed(Geometry strip) {
    Envelope window = strip.getEnvelopeInternal();
    window.expandBy(2 * gapMetres);
    Geometry near = strip.getFactory().toGeometry(window);
    List<Geometry> sides = new ArrayList<>();
    for (Object item : ground.query(window)) {
      Geometry side = (Geometry) item;
      if (!side.equalsExact(strip)
          && side.isWithinDistance(strip, gapMetres)
          && !side.covers(near)) {
        sides.add(OverlayNGRobust.overlay(side, near, OverlayNG.INTERSECTION));
      }
    }
    if (sides.isEmpty()) {
      return strip;
    }
    sides.add(strip);
    Geometry all = OverlayNGRobust.union(sides);
    double radius = gapMetres / 2 + SLACK_METRES;
    Geometry filled = mitred(mitred(all, radius), -radius);
    Geometry reach = BufferOp.bufferOp(strip, gapMetres, FLAT);
    Geometry gaps = OverlayNGRobust.overlay(filled, reach, OverlayNG.INTERSECTION);
    return OverlayNGRobust.overlay(strip, gaps, OverlayNG.UNION);
  }

  /** Mitres of a narrow notch may cross each other, which overlays do not bear. */
  private static Geometry mitred(Geometry geometry, double metres) {
    Geometry mitred = BufferOp.bufferOp(geometry, metres, FLAT);
    return mitred.isValid() ? mitred : GeometryFixer.fix(mitred);
  }
}
