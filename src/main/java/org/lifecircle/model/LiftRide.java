package org.lifecircle.model;

/**
 * How long a ride takes: waiting, the doors twice, and the shaft.
 *
 * @param doorSeconds opening and closing once
 * @param speedMillimetresPerSecond in the shaft
 * @param storeyMillimetres from floor to floor
 */
public record LiftRide(
    int waitSeconds,
    int doorSeconds,
    int speedMillimetresPerSecond,
    int storeyMillimetres,
    Provenance provenance) {

  public LiftRide {
    if (waitSeconds < 0
        || doorSeconds < 0
        || speedMillimetresPerSecond <= 0
        || storeyMillimetres <= 0) {
      throw new BadValueException("电梯速度须为正，等待不得为负", "a lift moves, and its waits are not negative");
    }
  }

  /** Time between the ground floor and a place so many half storeys above it. */
  public int milliseconds(int halfFloors) {
    long shaft = -Math.floorDiv(-500L * storeyMillimetres * halfFloors, speedMillimetresPerSecond);
    return Math.toIntExact((waitSeconds + 2L * doorSeconds) * 1000 + shaft);
  }
}
