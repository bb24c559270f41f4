package org.lifecircle.coverage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.CoverageRow;
import org.lifecircle.model.Limit;
import org.lifecircle.model.Tier;

/** Writes tallies down as rows. */
final class CoverageRows {

  private final Limit limit;
  private final @Nullable String requirement;
  private final @Nullable String kind;
  private final @Nullable Tier tier;
  private final @Nullable Integer facilities;

  /**
   * @param single the one requirement; null when several were judged together
   * @param tier of that one, or the tier that is to be complete; null when several tiers mix
   * @param facilities that count for the one; null when several were judged together
   */
  CoverageRows(@Nullable Ask single, @Nullable Tier tier, @Nullable Integer facilities) {
    limit = single == null ? Limit.NONE : single.requirement().limit();
    requirement = single == null ? null : single.requirement().id();
    kind = single == null ? null : single.singleKind();
    this.tier = tier;
    this.facilities = facilities;
  }

  /** All rows of a grouping. */
  List<CoverageRow> of(Grouping grouping, Tally tally, @Nullable Double[] landShares) {
    List<CoverageRow> rows = new ArrayList<>();
    for (int r = 0; r < grouping.places().size(); r++) {
      rows.add(row(grouping.places().get(r), tally, r, landShares[r]));
    }
    return rows;
  }

  private CoverageRow row(Grouping.Place place, Tally tally, int r, @Nullable Double landShare) {
    long residents = tally.residents(r);
    return new CoverageRow(
        requirement,
        kind,
        place.unitId(),
        place.unitKind(),
        place.compoundId(),
        place.buildingId(),
        tier,
        limit.metres(),
        limit.minutes(),
        limit.from(),
        facilities,
        Millionths.people(residents),
        Millionths.people(tally.covered(r)),
        Millionths.people(tally.unreachable(r)),
        tally.sources(r),
        tally.estimated(r),
        Millionths.share(tally.covered(r), residents),
        Millionths.share(tally.straight(r), residents),
        tally.compliance(r),
        tally.buildingsShare(r),
        landShare);
  }
}
