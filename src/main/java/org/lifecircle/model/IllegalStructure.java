package org.lifecircle.model;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** A building without approval 违建. */
public record IllegalStructure(
    String id,
    StructurePosition position,
    @Nullable Integer floors,
    @Nullable Double floorAreaSquareMetres,
    @Nullable String owner,
    @Nullable String decisionId,
    Status status,
    @Nullable String demolishedOn,
    Geometry geometry)
    implements Feature {

  public IllegalStructure {
    Feature.requireId(id);
    Feature.requirePolygonal(geometry);
    Feature.requireNotNegative("floors", floors);
    Feature.requireNotNegative("floor_area_m2", floorAreaSquareMetres);
  }

  /** The same structure, taken down. */
  IllegalStructure demolished() {
    return new IllegalStructure(
        id,
        position,
        floors,
        floorAreaSquareMetres,
        owner,
        decisionId,
        Status.DEMOLISHED,
        demolishedOn,
        geometry);
  }

  /** Whether it keeps feet off the ground: a room on a roof does not. */
  public boolean blocksGround() {
    return status == Status.STANDING && position != StructurePosition.ROOFTOP;
  }

  /** As recorded, else floors × ground area; one floor where nothing is known. */
  public double countedFloorAreaSquareMetres() {
    if (floorAreaSquareMetres != null) {
      return floorAreaSquareMetres;
    }
    return geometry.getArea() * (floors == null ? 1 : floors);
  }
}
