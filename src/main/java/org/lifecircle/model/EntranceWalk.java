package org.lifecircle.model;

import org.jspecify.annotations.Nullable;

/**
 * The walk from one entrance to the nearest facility that counts.
 *
 * @param residents behind the entrance
 * @param facility null when there is no walk to any
 * @param walk with what forces it; null when there is none
 * @param inLine the facility of an accepted kind that is nearest in a straight line, if it is
 *     another one
 */
public record EntranceWalk(
    Entrance entrance,
    double residents,
    boolean covered,
    @Nullable Facility facility,
    @Nullable Walk walk,
    @Nullable NearestInLine inLine) {

  /** How many times as far as in a straight line; null where that says nothing. */
  public @Nullable Double detourRatio() {
    return walk == null || walk.straightMetres() < 1e-3
        ? null
        : Double.valueOf(walk.distanceMillimetres() / 1000.0 / walk.straightMetres());
  }
}
