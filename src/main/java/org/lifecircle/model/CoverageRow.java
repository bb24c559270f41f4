package org.lifecircle.model;

import org.jspecify.annotations.Nullable;

/**
 * One row of coverage: of the people of one place, how many are served.
 *
 * <p>Numbers of people are whole millionths, so {@code Math.round(residents * 1e6)} is exact, and
 * in those units covered, unreachable and uncovered (the rest) add up to residents, in every row
 * and over all rows of a table. Shares are 0 to 1 and null where there is nothing to take a share
 * of.
 *
 * @param requirement its id, when exactly one is judged; several together (a tier that is to be
 *     complete) have none
 * @param kind its id, when only this kind counts
 * @param unitId null in a table by unit for those who live in no unit of that kind
 * @param unitKind which of the overlapping divisions the unit belongs to
 * @param compoundId null in a table by compound for those who live in none
 * @param buildingId null in a table by building for those of whom no building is known
 * @param tier of the requirement; or the tier that is to be complete, all lower ones included
 * @param facilities that count today, and were searched from; null when several requirements are
 *     judged together
 * @param residentsCovered for whom all that is judged here is near enough
 * @param residentsUnreachable who have no walk at all, whatever its length, to anything judged here
 * @param residentsSource codes of {@link ResidentsSource}, in order of preference, joined by commas
 * @param residentsEstimated whether some of these numbers were estimated, from floor area or from a
 *     group's share of all residents
 * @param shareStraight covered if walls did not matter: in a straight line, by the metres
 * @param compliance of the requirements judged here, the share met, averaged over residents
 * @param buildingsShare mean over the buildings people live in of the share of their dwellings
 *     covered
 * @param landShare of the compounds' area, the share within the catchment
 */
public record CoverageRow(
    @Nullable String requirement,
    @Nullable String kind,
    @Nullable String unitId,
    @Nullable UnitKind unitKind,
    @Nullable String compoundId,
    @Nullable String buildingId,
    @Nullable Tier tier,
    @Nullable Integer limitMetres,
    @Nullable Integer limitMinutes,
    LimitFrom limitFrom,
    @Nullable Integer facilities,
    double residents,
    double residentsCovered,
    double residentsUnreachable,
    String residentsSource,
    boolean residentsEstimated,
    @Nullable Double share,
    @Nullable Double shareStraight,
    @Nullable Double compliance,
    @Nullable Double buildingsShare,
    @Nullable Double landShare) {

  public CoverageRow {
    Feature.requireNotNegative("residents_covered", residentsCovered);
    Feature.requireNotNegative("residents_unreachable", residentsUnreachable);
    if (Math.round(residentsCovered * 1e6) + Math.round(residentsUnreachable * 1e6)
        > Math.round(residents * 1e6)) {
      throw new IllegalArgumentException(
          residentsCovered
              + " covered and "
              + residentsUnreachable
              + " unreachable are more than "
              + residents
              + " residents");
    }
  }
}
