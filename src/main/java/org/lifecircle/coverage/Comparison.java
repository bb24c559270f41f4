package org.lifecircle.coverage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.ComparisonRow;
import org.lifecircle.model.Tier;

/** Sets the verdicts on the same dwellings before and after side by side, person by person. */
final class Comparison {

  private final Grouping grouping;
  private final long[] residents;
  private final long[] before;
  private final long[] after;
  private final long[] gained;
  private final long[] lost;
  private final long[] unreachableBefore;
  private final long[] unreachableAfter;

  Comparison(Grouping grouping, HeadCount count, int dwellings, Verdicts was, Verdicts is) {
    this.grouping = grouping;
    int rows = grouping.places().size();
    residents = new long[rows];
    before = new long[rows];
    after = new long[rows];
    gained = new long[rows];
    lost = new long[rows];
    unreachableBefore = new long[rows];
    unreachableAfter = new long[rows];
    for (int i = 0; i < dwellings; i++) {
      int row = grouping.row(i);
      long people = count.people(i);
      residents[row] += people;
      long then = was.covered(i, people);
      long now = is.covered(i, people);
      before[row] += then;
      after[row] += now;
      gained[row] += Math.max(0, now - then);
      lost[row] += Math.max(0, then - now);
      unreachableBefore[row] += was.unreachable(i) && then == 0 ? people : 0;
      unreachableAfter[row] += is.unreachable(i) && now == 0 ? people : 0;
    }
  }

  List<ComparisonRow> rows(@Nullable Ask single, @Nullable Tier tier) {
    List<ComparisonRow> rows = new ArrayList<>();
    for (int r = 0; r < residents.length; r++) {
      Grouping.Place place = grouping.places().get(r);
      rows.add(
          new ComparisonRow(
              single == null ? null : single.requirement().id(),
              single == null ? null : single.singleKind(),
              place.unitId(),
              place.unitKind(),
              place.compoundId(),
              place.buildingId(),
              tier,
              Millionths.people(residents[r]),
              Millionths.people(before[r]),
              Millionths.people(after[r]),
              Millionths.people(gained[r]),
              Millionths.people(lost[r]),
              Millionths.people(unreachableBefore[r]),
              Millionths.people(unreachableAfter[r]),
              Millionths.share(before[r], residents[r]),
              Millionths.share(after[r], residents[r]),
              Millionths.share(after[r] - before[r], residents[r])));
    }
    return rows;
  }
}
