package org.lifecircle.model;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.LineString;

/**
 * One piece of a wall 围墙: the unit of demolition, ranking and consent.
 *
 * @param partOf the wall it was split from at import; its own id when it was not split
 * @param inferred true when it stands for the outline of a gated compound with no mapped wall
 */
public record Wall(
    String id,
    String partOf,
    WallKind kind,
    @Nullable Double heightMetres,
    double thicknessMetres,
    @Nullable String owner,
    boolean removable,
    Status status,
    @Nullable String demolishedOn,
    boolean inferred,
    LineString geometry)
    implements Feature {

  public Wall {
    Feature.requireId(id);
    Feature.requireNotNegative("height_m", heightMetres);
    Feature.requireNotNegative("thickness_m", thicknessMetres);
  }

  /** The same wall, taken down. */
  Wall demolished() {
    return new Wall(
        id,
        partOf,
        kind,
        heightMetres,
        thicknessMetres,
        owner,
        removable,
        Status.DEMOLISHED,
        demolishedOn,
        inferred,
        geometry);
  }

  /** Whether it blocks anybody. */
  public boolean standing() {
    return status == Status.STANDING;
  }
}
