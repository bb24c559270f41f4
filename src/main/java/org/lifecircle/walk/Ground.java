package org.lifecircle.walk;

/** What sight over open ground needs: the frozen arrangement, its nodes, and what touches what. */
record Ground(
    Arrangement arrangement, Corners corners, Nodes nodes, Effects effects, Standing today) {

  /** A new pair of eyes; one per thread. */
  Sight sight(Standing standing) {
    return new Sight(this, standing);
  }
}
