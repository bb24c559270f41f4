package org.lifecircle.model;

/**
 * How fast a group climbs the stairs of a house.
 *
 * @param upSecondsPerFloor one storey up, its landings included
 * @param downSecondsPerFloor one storey down
 * @param restSeconds pause on the way up; 0 when the group needs none
 * @param restEveryFloors after so many storeys climbed; not 0 when there is a rest
 */
public record StairPace(
    int upSecondsPerFloor, int downSecondsPerFloor, int restSeconds, int restEveryFloors) {

  public StairPace {
    if (upSecondsPerFloor <= 0 || downSecondsPerFloor <= 0) {
      throw new BadValueException("爬楼需要时间", "stairs take time");
    }
    if (restSeconds < 0 || restEveryFloors < 0 || (restSeconds > 0) != (restEveryFloors > 0)) {
      throw new BadValueException(
          "休息须同时有秒数和层数，或都没有", "a rest has its seconds and its floors, or neither");
    }
  }

  /** Time to climb, in half storeys because some lifts stop between floors. */
  public int upMilliseconds(int halfFloors) {
    int rests = restEveryFloors == 0 ? 0 : halfFloors / (2 * restEveryFloors);
    return halfFloors * upSecondsPerFloor * 500 + rests * restSeconds * 1000;
  }

  /** Time to descend, in half storeys. */
  public int downMilliseconds(int halfFloors) {
    return halfFloors * downSecondsPerFloor * 500;
  }
}
