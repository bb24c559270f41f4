package org.lifecircle.coverage;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.lifecircle.model.Criterion;
import org.lifecircle.model.Group;
import org.lifecircle.model.Minimum;

/**
 * One search for each distinct set of facilities and measure, whichever requirements share it; kept
 * for good. Safe for threads: what is kept is a pure function of its key.
 */
final class Searches {

  private record Key(List<Integer> facilities, Criterion criterion, String group) {}

  /** How walks are measured: by distance, or by time at a group's pace. */
  record Measured(Criterion criterion, Group group) {}

  private final FacilityPool pool;
  private final EntranceCosts costs;
  private final int entrances;
  private final Map<Key, int[]> kept = new ConcurrentHashMap<>();

  Searches(FacilityPool pool, EntranceCosts costs, int entrances) {
    this.pool = pool;
    this.costs = costs;
    this.entrances = entrances;
  }

  /** Does all searches that are needed and not yet done, in parallel. */
  void prepare(Collection<Ask> asks, Measured measured) {
    asks.stream().flatMap(ask -> sets(ask).stream()).distinct().toList().parallelStream()
        .forEach(set -> search(set, measured));
  }

  /**
   * The least walk from each entrance to the nearest facility that counts.
   *
   * @param but without these
   */
  int[] toNearest(Ask ask, Measured measured, List<Integer> but) {
    int[] least = new int[entrances];
    Arrays.fill(least, EntranceCosts.UNREACHED);
    sets(ask).stream()
        .map(set -> but.isEmpty() ? set : set.stream().filter(f -> !but.contains(f)).toList())
        .filter(set -> !set.isEmpty())
        .forEach(
            set -> {
              int[] found = search(set, measured);
              for (int i = 0; i < least.length; i++) {
                least[i] = Math.min(least[i], found[i]);
              }
            });
    return least;
  }

  /** The walk from each entrance to one facility. */
  int[] to(int facility, Measured measured) {
    return search(List.of(facility), measured);
  }

  /** One set for each kind: kinds are shared by more requirements than their unions are. */
  List<List<Integer>> sets(Ask ask) {
    Minimum minimum = ask.requirement().minimum();
    return ask.kinds().stream()
        .map(kind -> pool.accepted(kind, minimum))
        .filter(set -> !set.isEmpty())
        .toList();
  }

  private int[] search(List<Integer> facilities, Measured measured) {
    boolean timed = measured.criterion() == Criterion.TIME;
    Key key = new Key(facilities, measured.criterion(), timed ? measured.group().id() : "");
    return kept.computeIfAbsent(
        key,
        k -> costs.toNearest(pool.facilities(facilities), measured.criterion(), measured.group()));
  }
}
