package org.lifecircle.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A rectangle of ground 候选点 on which a kind of facility could stand, or why on a site none could.
 *
 * @param id {@code site/kind/number}
 * @param siteId the {@link Site} it lies on
 * @param fits whether everything asked for is there; if not, {@code refusals} says what is not
 * @param areaSquareMetres of the rectangle; of a refused one the largest there is
 * @param widthMetres its shorter side
 * @param floorAreaSquareMetres footprint × floors of a building; 0 for open ground
 * @param freedShare the share of it that is newly usable at the kind's least width
 * @param walls ids of the walls that stand on it, or on the strip that leads to it, sorted
 * @param illegalStructures the same of structures, and those a building must keep clear of
 * @param owners the known owners of both, sorted, each once
 * @param rightHolders who holds the land beneath it, sorted, each once
 * @param accessPath id of the path that leads to it
 * @param accessMetres from that path's centre line
 * @param demolitionYuan the part of the cost that goes into taking things down
 * @param costVerified whether every price in it is
 * @param sizeVerified whether the size asked for is
 * @param mayShareBuilding whether it may stand in one building with others
 */
public record Candidate(
    String id,
    String siteId,
    String kind,
    boolean fits,
    double areaSquareMetres,
    double widthMetres,
    double floorAreaSquareMetres,
    double freedShare,
    List<String> walls,
    List<String> illegalStructures,
    List<String> owners,
    List<String> rightHolders,
    @Nullable String accessPath,
    @Nullable Double accessMetres,
    double costYuan,
    double demolitionYuan,
    boolean costVerified,
    boolean sizeVerified,
    boolean mayShareBuilding,
    List<Text> refusals,
    Geometry geometry) {

  public Candidate {
    walls = List.copyOf(walls);
    illegalStructures = List.copyOf(illegalStructures);
    owners = List.copyOf(owners);
    rightHolders = List.copyOf(rightHolders);
    refusals = List.copyOf(refusals);
  }
}
