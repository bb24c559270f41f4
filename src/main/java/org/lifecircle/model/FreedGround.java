package org.lifecircle.model;

import java.util.List;

/**
 * What ground a demolition frees, altogether and piece by piece.
 *
 * @param minWidthMetres the width the ground is usable at
 * @param footprintSquareMetres ground the removed things stood on, each square metre once
 * @param usableSquareMetres newly usable ground, in pieces large enough to count: all of them, also
 *     those too small to be listed in {@code spaces}
 * @param sliversSquareMetres newly usable ground in pieces under 0.5 m² or under 10 cm wide
 * @param wallLengthMetres length of the standing walls taken down
 * @param floorAreaRemovedSquareMetres floor area of the standing structures taken down, also of
 *     those on roofs, which free no ground
 * @param wallsRemoved how many standing wall pieces are taken down
 * @param structuresRemoved how many standing structures are taken down
 * @param spaces sorted by id
 * @param sites the sites of these spaces, sorted by id
 */
public record FreedGround(
    double minWidthMetres,
    double footprintSquareMetres,
    double usableSquareMetres,
    double sliversSquareMetres,
    double wallLengthMetres,
    double floorAreaRemovedSquareMetres,
    int wallsRemoved,
    int structuresRemoved,
    List<FreedSpace> spaces,
    List<Site> sites) {

  public FreedGround {
    spaces = List.copyOf(spaces);
    sites = List.copyOf(sites);
  }
}
