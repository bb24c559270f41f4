package org.lifecircle.model;

import java.util.List;
import org.locationtech.jts.geom.LineString;

/**
 * One walk between two places.
 *
 * @param distanceMillimetres along the way, each link rounded up
 * @param milliseconds at the pace of the group asked about
 * @param straightMetres as the crow flies
 * @param openings ids of the gates passed, in order
 * @param forcedBy ids of removable barriers whose removal alone shortens this walk, best first
 * @param geometry the way, in metres of the area's CRS
 */
public record Walk(
    int distanceMillimetres,
    int milliseconds,
    double straightMetres,
    List<String> openings,
    List<String> forcedBy,
    LineString geometry) {

  public Walk {
    openings = List.copyOf(openings);
    forcedBy = List.copyOf(forcedBy);
  }

  /** The same walk with what forces it. */
  public Walk withForcedBy(List<String> barriers) {
    return new Walk(
        distanceMillimetres, milliseconds, straightMetres, openings, barriers, geometry);
  }
}
