package org.lifecircle.coverage;

import java.util.List;
import org.lifecircle.model.Criterion;
import org.lifecircle.model.Facility;
import org.lifecircle.model.Group;
import org.lifecircle.walk.WalkNetwork;

/** Where walks come from: all that coverage asks of a network. */
@FunctionalInterface
interface EntranceCosts {

  /** There is no walk, whatever its length. */
  int UNREACHED = WalkNetwork.UNREACHED;

  /**
   * The least walk from each entrance to the nearest of the facilities.
   *
   * @param group whose pace counts; nothing depends on it when distances are asked
   * @return in the order of the area's entrances, millimetres or milliseconds, or {@link
   *     #UNREACHED}
   */
  int[] toNearest(List<Facility> facilities, Criterion criterion, Group group);

  /**
   * Of which compounds, joined in one, a compound is part: those share residents' gates, and what
   * serves only its compound serves them all.
   *
   * @param compound its number in the area
   */
  default int compoundGroup(int compound) {
    return compound;
  }

  /** The walks of a network, however long. */
  static EntranceCosts over(WalkNetwork network) {
    return new KeptWalks(network);
  }

  /** The walks of the network as it is after changes. */
  default EntranceCosts after(WalkNetwork changed) {
    return over(changed);
  }
}
