package org.lifecircle.coverage;

import java.util.BitSet;
import java.util.List;
import org.lifecircle.model.Criterion;
import org.lifecircle.model.Facility;
import org.lifecircle.model.Group;
import org.lifecircle.walk.WalkNetwork;
import org.locationtech.jts.geom.Coordinate;

/** Tells which of some places on the ground lie in a catchment. */
@FunctionalInterface
interface Catchments {

  /**
   * The places, by number, from which the nearest of the facilities is within the cutoff.
   *
   * @param group whose pace counts; nothing depends on it when distances are asked
   * @param cutoff millimetres or milliseconds
   */
  BitSet of(List<Facility> facilities, Criterion criterion, Group group, int cutoff);

  /** By exact walks over a network from each of these places. */
  static Catchments over(WalkNetwork network, List<Coordinate> places) {
    return new WalkedCatchments(network, places);
  }

  /** The same in the network as it is after changes. */
  default Catchments after(WalkNetwork changed) {
    return this;
  }
}
