package org.lifecircle.coverage;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.lifecircle.model.Facility;

/** The places that fall to a person behind each entrance. */
final class PlaceShares {

  private final Users users;
  private final double[] access; // by entrance
  private final boolean[] reaches; // by entrance
  private final int facilitiesWithoutUsers;

  private PlaceShares(Users users, double[] access, boolean[] reaches, int facilitiesWithoutUsers) {
    this.users = users;
    this.access = access;
    this.reaches = reaches;
    this.facilitiesWithoutUsers = facilitiesWithoutUsers;
  }

  /** Who can walk to one facility: entrances, ascending, with their weights. */
  private static final class Catchment {
    private final double capacity;
    private final int[] entrances;
    private final double[] weights;

    Catchment(double capacity, int[] walks, IntToDoubleFunction weight) {
      this.capacity = capacity;
      entrances =
          IntStream.range(0, walks.length)
              .filter(i -> walks[i] != EntranceCosts.UNREACHED)
              .toArray();
      weights = IntStream.of(entrances).mapToDouble(i -> weight.applyAsDouble(walks[i])).toArray();
    }

    double demand(Users users) {
      double demand = 0;
      for (int i = 0; i < entrances.length; i++) {
        demand += Millionths.people(users.behind(entrances[i])) * weights[i];
      }
      return demand;
    }
  }

  /**
   * Shares out the places of each facility among those in its catchment, in proportion to weight.
   *
   * @param walks from each entrance to a facility, unreached beyond the limit
   * @param weight of a walk
   */
  static PlaceShares of(
      List<Facility> facilities,
      Function<Facility, int[]> walks,
      IntToDoubleFunction weight,
      Users users) {
    List<Catchment> catchments =
        facilities.parallelStream()
            .map(f -> new Catchment(CapacityStudy.capacity(f), walks.apply(f), weight))
            .toList();
    double[] access = new double[users.entrances()];
    boolean[] reaches = new boolean[users.entrances()];
    int withoutUsers = 0;
    for (Catchment catchment : catchments) { // one after the other: a sum of doubles has an order
      double demand = catchment.demand(users);
      withoutUsers += demand > 0 ? 0 : 1;
      double placesEach = demand > 0 ? catchment.capacity / demand : 0;
      for (int i = 0; i < catchment.entrances.length; i++) {
        access[catchment.entrances[i]] += placesEach * catchment.weights[i];
        reaches[catchment.entrances[i]] |= catchment.capacity > 0;
      }
    }
    return new PlaceShares(users, access, reaches, withoutUsers);
  }

  Users users() {
    return users;
  }

  /** Places per person behind an entrance; 0 where no entrance is known. */
  double access(int entrance) {
    return entrance == Dwellings.NONE ? 0 : access[entrance];
  }

  /** Whether any place is within the limit of an entrance. */
  boolean reaches(int entrance) {
    return entrance != Dwellings.NONE && reaches[entrance];
  }

  int facilitiesWithoutUsers() {
    return facilitiesWithoutUsers;
  }
}
