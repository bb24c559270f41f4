package org.lifecircle.coverage;

import org.lifecircle.model.Group;
import org.lifecircle.model.Lift;
import org.lifecircle.model.LiftRide;
import org.lifecircle.model.StairPace;

/**
 * The way out of the house, from the flat's door to the entrance: coverage walks from the dwelling
 * to the facility, so stairs go down. Whoever can use both takes the quicker of stairs and lift, so
 * that a lift never makes a walk longer.
 */
final class IndoorWalk {

  /** Whoever needs a level way out and has none cannot leave the house. */
  static final int IMPASSABLE = EntranceCosts.UNREACHED;

  private IndoorWalk() {}

  /**
   * Milliseconds from a storey to the street, or {@link #IMPASSABLE}.
   *
   * @param floor 1 is the ground floor, which is level with the street
   */
  static int milliseconds(int floor, Lift lift, Group group, LiftRide ride) {
    int halfFloors = 2 * (floor - 1);
    if (halfFloors == 0) {
      return 0;
    }
    StairPace stairs = group.stairs();
    int onFoot = stairs == null ? IMPASSABLE : stairs.downMilliseconds(halfFloors);
    return switch (lift) {
      case NONE -> onFoot;
      case LEVEL -> Math.min(onFoot, ride.milliseconds(halfFloors));
      case HALF_LANDING ->
          stairs == null
              ? IMPASSABLE
              : Math.min(onFoot, stairs.downMilliseconds(1) + ride.milliseconds(halfFloors - 1));
    };
  }
}
