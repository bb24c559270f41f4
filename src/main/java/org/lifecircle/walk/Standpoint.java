package org.lifecircle.walk;

/** Where a free point, such as a click on the map, stands. */
public enum Standpoint {
  /** On open ground or on a path. */
  ON_GROUND,
  /** Off the ground, but it sees some near enough to be tied to. */
  NEAR_GROUND,
  /** Inside a building or another solid. */
  IN_SOLID,
  /** Nothing it sees is ground. */
  SEES_NO_GROUND
}
