package org.lifecircle.walk;

import java.util.BitSet;

/**
 * What sight over open ground needs: the frozen arrangement, its nodes, and what touches what.
 *
 * @param whole as if nothing had been taken down yet
 */
record Ground(
    Arrangement arrangement, Corners corners, Nodes nodes, Effects effects, Standing whole) {

  /**
   * Whether nobody ever turns at a corner: what is there does not go, and is no bend of anything.
   */
  boolean isQuiet(int corner, Sight eyes, Standing today) {
    BitSet removables = new BitSet();
    effects.atVertex(corners.vertex(corner), removables);
    boolean quiet = removables.isEmpty();
    for (int c = corners.corner(corner); c != Triangulation.NONE; c = corners.leftOf(c)) {
      quiet = quiet && !eyes.turnsAt(c, today);
    }
    return quiet;
  }

  /** A new pair of eyes; one per thread. */
  Sight sight(Standing standing) {
    return new Sight(this, standing);
  }
}
