package org.lifecircle.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lifecircle.coverage.Demands;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Candidate;
import org.lifecircle.model.Facility;
import org.lifecircle.walk.Measure;
import org.lifecircle.walk.WalkNetwork;

/**
 * What a question of location-allocation is about, in numbers. Demand points are the entrances that
 * some site reaches and somebody lives behind.
 *
 * @param people by demand point, millionths
 * @param unreachable people whom no site reaches
 */
record SitingData(
    List<Place> places, Siting siting, List<Long> people, double unreachable, Demands.Walked wish) {

  /** Hundredths of a person: what people are counted in, for whole numbers are solved exactly. */
  static final double PARTS_OF_PERSON = 100;

  static final double MILLIONTHS = 1e6;

  /** More walks between people and sites are too much for one question. */
  private static final long MOST_WALKS = 4_000_000;

  /** A site: a facility that stands, or what would be built on a candidate. */
  record Place(Facility facility, @Nullable Candidate candidate) {}

  /**
   * Refuses what is too much for one question.
   *
   * @throws BadValueException saying how much it is
   */
  static void requireFew(long sites, long entrances) {
    if (sites * entrances > MOST_WALKS) {
      throw new BadValueException(
          "地点 " + sites + " 处 × 单元门 " + entrances + " 个，超过上限 " + MOST_WALKS + "；请减少地点",
          sites
              + " sites for "
              + entrances
              + " entrances are more than "
              + MOST_WALKS
              + "; leave out some of the sites");
    }
  }

  /**
   * The walks of everybody to all places.
   *
   * @param people by entrance, millionths
   * @throws BadValueException if that is too much
   */
  static SitingData of(
      List<Place> places,
      WalkNetwork network,
      Demands.Walked wish,
      long[] people,
      Proof.Stop stop) {
    requireFew(places.size(), people.length);
    int[][] costs =
        places.parallelStream()
            .map(
                place -> {
                  if (stop.asked()) {
                    throw new Proof.CancelledException();
                  }
                  return network.costsToNearest(
                      List.of(place.facility()), wish.measure(), WalkNetwork.NO_CUTOFF);
                })
            .toArray(int[][]::new);
    List<int[]> walks = new ArrayList<>();
    List<Long> weights = new ArrayList<>();
    double unreachable = 0;
    for (int e = 0; e < people.length; e++) {
      int entrance = e;
      int[] row = IntStream.range(0, costs.length).map(s -> costs[s][entrance]).toArray();
      if (people[e] == 0) {
        continue;
      }
      if (Arrays.stream(row).allMatch(walk -> walk == Siting.UNREACHED)) {
        unreachable += people[e] / MILLIONTHS;
      } else {
        walks.add(row);
        weights.add(people[e]);
      }
    }
    long[] parts =
        weights.stream().mapToLong(p -> Math.round(p / MILLIONTHS * PARTS_OF_PERSON)).toArray();
    Siting siting = new Siting(parts, walks.toArray(int[][]::new));
    return new SitingData(places, siting, weights, unreachable, wish);
  }

  /** Whether walks are judged by the clock. */
  boolean isTimed() {
    return !wish.measure().equals(Measure.distance());
  }

  /** All people at demand points. */
  double residents() {
    return people.stream().mapToLong(Long::longValue).sum() / MILLIONTHS;
  }
}
