package org.lifecircle.model;

import org.jspecify.annotations.Nullable;

/**
 * A kind of facility 设施类别, whatever the tier it serves. Its sizes are what a new one needs; an
 * existing facility counts at any size unless a {@link Requirement} sets a {@link Minimum}.
 *
 * @param walkedTo false for utilities, which are counted against rates and never as coverage
 * @param floorArea of the building, or of its rooms in a shared one
 * @param landArea of its own ground
 * @param minWidthMetres of its ground; null when the standard gives none
 * @param rate how many there should be; null when the standard gives none
 */
public record FacilityKind(
    String id,
    Text name,
    boolean walkedTo,
    Plot plot,
    AreaRange floorArea,
    AreaRange landArea,
    @Nullable Double minWidthMetres,
    @Nullable Rate rate,
    Provenance provenance) {

  public FacilityKind {
    Feature.requireId(id);
    Feature.requireNotNegative("min_width_m", minWidthMetres);
  }

  /** Whether it may stand in a building together with other facilities. */
  public boolean mayShareBuilding() {
    return plot == Plot.SHARED;
  }
}
