package org.lifecircle.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;

/**
 * What a lift would bring to the people of a stairwell.
 *
 * @param residentsGained residents × requirements newly within the limit, from door to door
 * @param residentsReleased people who cannot leave the house today and could
 * @param personSecondsSaved on a way out, of all who use it
 * @param floors from the ground up
 */
public record LiftGain(
    String entranceId,
    @Nullable String buildingId,
    @Nullable String compoundId,
    Lift lift,
    double residentsGained,
    double residentsReleased,
    double personSecondsSaved,
    List<Floor> floors,
    Point geometry) {

  public LiftGain {
    floors = List.copyOf(floors);
  }

  /**
   * The people of one floor.
   *
   * @param secondsBefore from the flat's door to the street; null when there is no way
   * @param residentsGained residents × requirements newly within the limit
   */
  public record Floor(
      int floor,
      double residents,
      @Nullable Integer secondsBefore,
      @Nullable Integer secondsAfter,
      double residentsGained) {}
}
