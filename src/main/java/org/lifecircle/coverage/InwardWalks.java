package org.lifecircle.coverage;

import java.util.List;
import org.lifecircle.model.Criterion;
import org.lifecircle.model.Facility;
import org.lifecircle.model.Group;
import org.lifecircle.walk.Measure;
import org.lifecircle.walk.WalkNetwork;

/** Who can walk to one facility: all that catchments ask of a network. */
@FunctionalInterface
interface InwardWalks {

  /**
   * The walk from each entrance to the facility.
   *
   * @param group whose pace counts; nothing depends on it when distances are asked
   * @param cutoff millimetres or milliseconds
   * @return in the order of the area's entrances, or {@link EntranceCosts#UNREACHED} beyond it
   */
  int[] costs(Facility facility, Criterion criterion, Group group, int cutoff);

  /** The walks of a network. */
  static InwardWalks over(WalkNetwork network) {
    return (facility, criterion, group, cutoff) ->
        network.costsToNearest(
            List.of(facility),
            criterion == Criterion.TIME ? Measure.time(group) : Measure.distance(),
            cutoff);
  }
}
