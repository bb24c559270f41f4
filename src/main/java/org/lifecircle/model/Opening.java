package org.lifecircle.model;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One thing that could be opened or taken down 打开小区, and what that alone would yield.
 *
 * @param layer of the thing; {@code gates} for a gate that would be made
 * @param id of the thing; for a gate that would be made, {@code new-gate-} and the id of its wall
 * @param change as the contract names it, for example {@code remove_wall}
 * @param wallId the wall a gate would be made in; null for all else
 * @param residentsGained residents × requirements newly within the limit
 * @param residentsCompleted people who then have all that must be there, each once
 * @param secondsSaved person-seconds saved on walks to all that is asked for; walks beyond the
 *     farthest limit count as just so long
 * @param geometry of the thing, or the point of the gate that would be made
 */
public record Opening(
    Layer layer,
    String id,
    String change,
    @Nullable String wallId,
    double residentsGained,
    double residentsCompleted,
    double secondsSaved,
    Geometry geometry) {

  /** Best first, ties by seconds, then by what it is. */
  public static final Comparator<Opening> BEST_FIRST =
      Comparator.comparingDouble(Opening::residentsGained)
          .thenComparingDouble(Opening::secondsSaved)
          .reversed()
          .thenComparing(Opening::layer)
          .thenComparing(Opening::id);
}
