package org.lifecircle.coverage;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.AgeBand;
import org.lifecircle.model.PlaceUsers;
import org.lifecircle.model.ResidentsSource;

/**
 * Who use the places of a kind of facility, in millionths of a person: by dwelling, and behind each
 * entrance.
 */
final class Users {

  private final long[] people;
  private final BitSet estimated;
  private final long[] behind;
  private final @Nullable Double placesPerPerson;

  private Users(long[] people, BitSet estimated, long[] behind, @Nullable Double placesPerPerson) {
    this.people = people;
    this.estimated = estimated;
    this.behind = behind;
    this.placesPerPerson = placesPerPerson;
  }

  static Users of(PlaceUsers users, Dwellings dwellings, int entrances) {
    long[] people = new long[dwellings.count()];
    long[] behind = new long[entrances];
    BitSet estimated = new BitSet();
    for (int i = 0; i < people.length; i++) {
      long counted = counted(users.from(), dwellings, i);
      boolean known = counted != Millionths.UNKNOWN;
      people[i] =
          known
              ? Math.round(counted * users.share())
              : Math.round(dwellings.residentsMillionths(i) * users.shareOfResidents());
      boolean everybody = users.from() == AgeBand.RESIDENTS && users.share() == 1;
      boolean guessed = dwellings.residentsSource(i) == ResidentsSource.FLOOR_AREA;
      estimated.set(i, !known || users.share() < 1 || (everybody && guessed));
      if (dwellings.entrance(i) != Dwellings.NONE) {
        behind[dwellings.entrance(i)] += people[i];
      }
    }
    return new Users(people, estimated, behind, users.placesPerPerson());
  }

  private static long counted(AgeBand band, Dwellings dwellings, int dwelling) {
    return switch (band) {
      case RESIDENTS -> dwellings.residentsMillionths(dwelling);
      case UNDER_6 -> dwellings.agedUnder6Millionths(dwelling);
      case AGED_60_PLUS -> dwellings.aged60PlusMillionths(dwelling);
    };
  }

  int entrances() {
    return behind.length;
  }

  /** Millionths of those behind an entrance. */
  long behind(int entrance) {
    return behind[entrance];
  }

  /** Millionths of those in a dwelling. */
  long people(int dwelling) {
    return people[dwelling];
  }

  /** Whether that number is an estimate. */
  boolean estimated(int dwelling) {
    return estimated.get(dwelling);
  }

  /** Places each of them should find; null when no policy says. */
  @Nullable Double placesPerPerson() {
    return placesPerPerson;
  }
}
