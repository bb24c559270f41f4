package org.lifecircle.model.programme;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.FacilityOrigin;
import org.locationtech.jts.geom.Geometry;

/**
 * A facility that works build.
 *
 * @param geometry where, in metres; null while it is not surveyed
 * @param areaSquareMetres of its ground or floor; null when not measured
 * @param openedOn null while it is not open
 */
public record Built(
    String id,
    String kind,
    FacilityOrigin origin,
    @Nullable Double areaSquareMetres,
    @Nullable Geometry geometry,
    @Nullable LocalDate openedOn) {

  public Built {
    Rules.id(id);
    Rules.require(areaSquareMetres == null || areaSquareMetres > 0, "面积须为正", "an area is positive");
  }
}
