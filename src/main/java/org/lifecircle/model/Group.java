package org.lifecircle.model;

import org.jspecify.annotations.Nullable;

/**
 * A way of walking 人群. All residents may be judged at the pace of any group.
 *
 * @param speedMillimetresPerSecond on level ground
 * @param stepsMillimetresPerSecond along the plan of outdoor steps, up being the slower; null when
 *     steps are impassable
 * @param stairs inside houses; null when impassable
 * @param slopes null when slopes change nothing
 * @param crossingWaitSeconds once at every crossing
 * @param populationShare of all residents, an estimate used only where no head count is given; null
 *     when it has none
 */
public record Group(
    String id,
    Text name,
    int speedMillimetresPerSecond,
    @Nullable Integer stepsMillimetresPerSecond,
    @Nullable StairPace stairs,
    @Nullable Slopes slopes,
    int crossingWaitSeconds,
    @Nullable Double populationShare,
    Provenance provenance) {

  /** The group standards are judged by unless another is asked for. */
  public static final String PLANNING = "planning";

  public Group {
    Feature.requireId(id);
    if (speedMillimetresPerSecond <= 0) {
      throw new BadValueException("人群“" + id + "”速度须为正", "group '" + id + "' does not move");
    }
    if (stepsMillimetresPerSecond != null && stepsMillimetresPerSecond <= 0) {
      throw new BadValueException(
          "人群“" + id + "”台阶速度须为正", "group '" + id + "' does not move on steps");
    }
    if (crossingWaitSeconds < 0) {
      throw new BadValueException(
          "人群“" + id + "”等待时间不得为负", "group '" + id + "' waits a negative time");
    }
    if (populationShare != null && !(populationShare >= 0 && populationShare <= 1)) {
      throw new BadValueException(
          "人群“" + id + "”占比须在 0 到 1 之间", "the share of group '" + id + "' is not within 0 to 1");
    }
  }

  /** Whether it can use outdoor steps. */
  public boolean stepsPassable() {
    return stepsMillimetresPerSecond != null;
  }

  /**
   * Speed on a path, a whole number of millimetres per second so that every machine agrees; 0 where
   * the group cannot go.
   *
   * @param rise rise over run in the direction of walking, 0 when unknown; steps have their own
   *     pace and ignore it
   */
  public int millimetresPerSecond(PathKind kind, double rise) {
    if (kind == PathKind.STEPS) {
      return stepsMillimetresPerSecond == null ? 0 : stepsMillimetresPerSecond;
    }
    if (slopes == null || rise == 0) {
      return speedMillimetresPerSecond;
    }
    double factor = slopes.speedFactor(rise);
    return factor == 0 ? 0 : Math.max(1, (int) (speedMillimetresPerSecond * factor));
  }

  /**
   * Time for a stretch, rounded up. Along a path take it of the chainage from the path's start and
   * subtract, so that a split changes nothing.
   */
  public static long milliseconds(long lengthMillimetres, int millimetresPerSecond) {
    return -Math.floorDiv(-1000 * lengthMillimetres, millimetresPerSecond);
  }
}
