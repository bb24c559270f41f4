package org.lifecircle.model;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A place people walk to 设施.
 *
 * @param kind id of a {@link FacilityKind}; tier-free
 * @param geometry point or polygon
 */
public record Facility(
    String id,
    String kind,
    @Nullable String name,
    Serves serves,
    @Nullable Double capacity,
    @Nullable Double floorAreaSquareMetres,
    @Nullable Double landAreaSquareMetres,
    FacilityOrigin origin,
    FacilityStatus status,
    Geometry geometry)
    implements Feature {

  public Facility {
    Feature.requireId(id);
    Feature.requireNotNegative("capacity", capacity);
    Feature.requireNotNegative("floor_area_m2", floorAreaSquareMetres);
    Feature.requireNotNegative("land_area_m2", landAreaSquareMetres);
  }

  /** The same facility in another place. */
  Facility at(Geometry place) {
    return new Facility(
        id,
        kind,
        name,
        serves,
        capacity,
        floorAreaSquareMetres,
        landAreaSquareMetres,
        origin,
        status,
        place);
  }
}
