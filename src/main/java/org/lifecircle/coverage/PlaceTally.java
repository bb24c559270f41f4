package org.lifecircle.coverage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.CapacityRow;

/**
 * What falls to all dwellings, summed by row. Who is without a place is found dwelling by dwelling:
 * places left over in one house are no help to another.
 *
 * <p>Invariant: over all rows each person and each place is counted once.
 */
final class PlaceTally {

  private final String kind;
  private final Grouping grouping;
  private final long[] people;
  private final long[] outOfReach;
  private final double[] places;
  private final double[] withoutPlace;
  private final boolean[] estimated;
  private final boolean needKnown;

  PlaceTally(String kind, Grouping grouping, Dwellings dwellings, Users users, PlaceShares shares) {
    this.kind = kind;
    this.grouping = grouping;
    int rows = grouping.places().size();
    people = new long[rows];
    outOfReach = new long[rows];
    places = new double[rows];
    withoutPlace = new double[rows];
    estimated = new boolean[rows];
    needKnown = users.placesPerPerson() != null;
    double need = need(users.placesPerPerson());
    for (int i = 0; i < dwellings.count(); i++) {
      int row = grouping.row(i);
      int entrance = dwellings.entrance(i);
      long here = users.people(i);
      people[row] += here;
      outOfReach[row] += shares.reaches(entrance) ? 0 : here;
      estimated[row] |= here > 0 && users.estimated(i);
      places[row] += Millionths.people(here) * shares.access(entrance);
      withoutPlace[row] += Millionths.people(here) * Math.max(0, need - shares.access(entrance));
    }
  }

  private static double need(@Nullable Double placesPerPerson) {
    return placesPerPerson == null ? 0 : placesPerPerson;
  }

  List<CapacityRow> rows() {
    List<CapacityRow> rows = new ArrayList<>();
    for (int r = 0; r < people.length; r++) {
      Grouping.Place place = grouping.places().get(r);
      double here = Millionths.people(people[r]);
      rows.add(
          new CapacityRow(
              kind,
              place.compoundId(),
              place.buildingId(),
              here,
              estimated[r],
              Millionths.people(outOfReach[r]),
              places[r],
              people[r] == 0 ? null : Double.valueOf(places[r] / here),
              needKnown ? Double.valueOf(withoutPlace[r]) : null));
    }
    return rows;
  }
}
