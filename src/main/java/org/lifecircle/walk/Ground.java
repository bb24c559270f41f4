package org.lifecircle.walk;

/**
 * What sight over open ground needs: the frozen arrangement, its nodes, and what touches what.
 *
 * @param whole as if nothing had been taken down yet
 */
record Ground(
    Arrangement arrangement, Corners corners, Nodes nodes, Effects effects, Standing whole) {

  /** A new pair of eyes; one per thread. */
  Sight sight(Standing standing) {
    return new Sight(this, standing);
  }
}
