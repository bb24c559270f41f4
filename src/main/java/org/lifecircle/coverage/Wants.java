package org.lifecircle.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.coverage.Searches.Measured;
import org.lifecircle.model.Criterion;
import org.lifecircle.model.Group;
import org.lifecircle.model.JudgedBy;
import org.lifecircle.model.Obligation;
import org.lifecircle.walk.CostField;
import org.lifecircle.walk.Measure;
import org.lifecircle.walk.WalkNetwork;

/**
 * What people want and how near it is today, kept so that what an opening yields is counted from
 * the entrances that come nearer alone. Immutable.
 */
final class Wants {

  /** One requirement judged by the walk. */
  private record Want(List<Integer> fields, int cutoff, boolean timed, boolean together) {}

  private record Key(List<Integer> facilities, Criterion criterion) {}

  private final List<Want> wants = new ArrayList<>();
  private final List<CostField> fields = new ArrayList<>();
  private final int[][] wantsOf; // by field
  private final int[][] today; // by want and entrance: the least cost
  private final Map<Criterion, Integer> horizons = new LinkedHashMap<>();
  private final Group group;
  private final long[] people; // by dwelling, millionths
  private final long[] peopleAt; // by entrance, millionths
  private final int[][] dwellingsAt; // by entrance
  private final int[] missing; // by dwelling: how much of what is judged together is not met

  Wants(Judge judge, List<Ask> asks, CoverageQuery query, HeadCount count, WalkNetwork network) {
    group = judge.measured(asks.get(0), query).group();
    boolean anyMust = asks.stream().anyMatch(Wants::must);
    List<Ask> walked =
        asks.stream().filter(ask -> ask.requirement().judgedBy() == JudgedBy.WALK).toList();
    for (Ask ask : walked) {
      Measured measured = judge.measured(ask, query);
      horizons.merge(
          measured.criterion(),
          Judge.cutoff(ask.requirement().limit(), measured.criterion()),
          Math::max);
    }
    Map<Key, Integer> numbers = new LinkedHashMap<>();
    for (Ask ask : walked) {
      Measured measured = judge.measured(ask, query);
      List<Integer> own =
          judge.searches().sets(ask).stream()
              .map(set -> new Key(set, measured.criterion()))
              .map(key -> numbers.computeIfAbsent(key, k -> numbers.size()))
              .toList();
      int cutoff = Judge.cutoff(ask.requirement().limit(), measured.criterion());
      boolean timed = measured.criterion() == Criterion.TIME;
      wants.add(new Want(own, cutoff, timed, must(ask) || !anyMust));
    }
    numbers.keySet().parallelStream()
        .map(key -> field(key, judge, network))
        .forEachOrdered(fields::add);
    wantsOf = turnedRound();
    int entrances = judge.entranceCount();
    today = new int[wants.size()][];
    for (int w = 0; w < today.length; w++) {
      today[w] = least(wants.get(w), entrances);
    }
    Dwellings dwellings = judge.dwellings();
    people = new long[dwellings.count()];
    peopleAt = new long[entrances];
    List<List<Integer>> at = new ArrayList<>();
    for (int e = 0; e < entrances; e++) {
      at.add(new ArrayList<>());
    }
    for (int d = 0; d < people.length; d++) {
      people[d] = count.people(d);
      if (dwellings.entrance(d) != Dwellings.NONE && people[d] > 0) {
        at.get(dwellings.entrance(d)).add(d);
        peopleAt[dwellings.entrance(d)] += people[d];
      }
    }
    dwellingsAt = at.stream().map(l -> l.stream().mapToInt(i -> i).toArray()).toArray(int[][]::new);
    missing = missing(judge, asks, anyMust);
  }

  private static boolean must(Ask ask) {
    return ask.requirement().obligation() == Obligation.MUST;
  }

  private CostField field(Key key, Judge judge, WalkNetwork network) {
    boolean timed = key.criterion() == Criterion.TIME;
    return network.field(
        judge.pool().facilities(key.facilities()),
        timed ? Measure.time(group) : Measure.distance(),
        horizons.getOrDefault(key.criterion(), 0));
  }

  private int[][] turnedRound() {
    List<List<Integer>> of = new ArrayList<>();
    fields.forEach(field -> of.add(new ArrayList<>()));
    for (int w = 0; w < wants.size(); w++) {
      for (int field : wants.get(w).fields()) {
        of.get(field).add(w);
      }
    }
    return of.stream().map(l -> l.stream().mapToInt(i -> i).toArray()).toArray(int[][]::new);
  }

  private int[] least(Want want, int entrances) {
    int[] least = new int[entrances];
    Arrays.fill(least, WalkNetwork.UNREACHED);
    for (int field : want.fields()) {
      int[] costs = fields.get(field).costs();
      for (int e = 0; e < entrances; e++) {
        least[e] = Math.min(least[e], costs[e]);
      }
    }
    return least;
  }

  private int[] missing(Judge judge, List<Ask> asks, boolean anyMust) {
    Dwellings dwellings = judge.dwellings();
    int[] count = new int[dwellings.count()];
    for (Ask ask : asks) {
      if (ask.requirement().judgedBy() == JudgedBy.PRESENCE && (must(ask) || !anyMust)) {
        BitSet compounds = judge.presence().compounds(ask);
        for (int d = 0; d < count.length; d++) {
          int compound = dwellings.compound(d);
          count[d] += compound != Dwellings.NONE && compounds.get(compound) ? 0 : 1;
        }
      }
    }
    for (int w = 0; w < wants.size(); w++) {
      if (wants.get(w).together()) {
        for (int d = 0; d < count.length; d++) {
          int entrance = dwellings.entrance(d);
          count[d] +=
              entrance != Dwellings.NONE && today[w][entrance] <= wants.get(w).cutoff() ? 0 : 1;
        }
      }
    }
    return count;
  }

  List<CostField> fields() {
    return fields;
  }

  BitSet allFields() {
    BitSet all = new BitSet();
    all.set(0, fields.size());
    return all;
  }

  int wantCount() {
    return wants.size();
  }

  /** The requirements that a field's facilities may satisfy. */
  int[] wantsOf(int field) {
    return wantsOf[field];
  }

  /** By entrance, a copy: the least cost of satisfying a requirement today. */
  int[] today(int want) {
    return today[want].clone();
  }

  int today(int want, int entrance) {
    return today[want][entrance];
  }

  int cutoff(int want) {
    return wants.get(want).cutoff();
  }

  boolean timed(int want) {
    return wants.get(want).timed();
  }

  /** Whether a requirement counts towards having all. */
  boolean together(int want) {
    return wants.get(want).together();
  }

  /** Walks longer than this count as just so long when what is saved is summed. */
  int horizon(int want) {
    return horizons.getOrDefault(timed(want) ? Criterion.TIME : Criterion.DISTANCE, 0);
  }

  int millimetresPerSecond() {
    return group.speedMillimetresPerSecond();
  }

  /** Millionths of the people behind an entrance. */
  long peopleAt(int entrance) {
    return peopleAt[entrance];
  }

  /** By entrance, a copy: millionths of the people behind it. */
  long[] peopleAt() {
    return peopleAt.clone();
  }

  int[] dwellingsAt(int entrance) {
    return dwellingsAt[entrance];
  }

  long people(int dwelling) {
    return people[dwelling];
  }

  int missing(int dwelling) {
    return missing[dwelling];
  }

  int dwellingCount() {
    return missing.length;
  }
}
