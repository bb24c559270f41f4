package org.lifecircle.model;

import org.jspecify.annotations.Nullable;

/** What a new facility of a kind takes, where its standard does not say. */
public record KindSize(
    String id,
    @Nullable Double minFloorAreaSquareMetres,
    @Nullable Double minLandAreaSquareMetres,
    @Nullable Double minWidthMetres,
    Provenance provenance) {

  public KindSize {
    Feature.requireId(id);
  }
}
