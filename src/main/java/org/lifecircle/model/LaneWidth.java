package org.lifecircle.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * How wide a path is clear where it is narrowest, before and after a demolition.
 *
 * @param id of the path
 * @param widthBeforeMetres the smallest free width across it between solids and barriers; null
 *     where nothing stands within reach on one side or both
 * @param at the narrowest point before
 * @param causedBy what stands there on either side, as {@code layer:id}, sorted
 * @param classBefore the widest class of lane it reaches
 * @param causedByAfter what stands at the narrowest point afterwards
 */
public record LaneWidth(
    String id,
    PathKind kind,
    @Nullable Double widthBeforeMetres,
    @Nullable Double widthAfterMetres,
    @Nullable Point at,
    List<String> causedBy,
    String classBefore,
    String classAfter,
    List<String> causedByAfter,
    Geometry geometry) {

  public LaneWidth {
    causedBy = List.copyOf(causedBy);
    causedByAfter = List.copyOf(causedByAfter);
  }
}
