package org.lifecircle.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.lifecircle.coverage.Placement;

/**
 * What covering demands is worth: each counts by itself, but for people who share places, of whom
 * as many count as can be served. Safe for threads.
 *
 * <p>Invariant: covering more is never worth less.
 */
final class Worth {

  private final long[] weights;
  private final List<Shared> shared;
  private final BitSet today;
  private BitSet lastCovered = new BitSet();
  private long[] lastServed; // of each that is shared, when those are covered

  /**
   * @param weights by demand
   * @param shared whose demands count by what is served in the place of their weights
   * @param today the demands that are covered before anything is done
   */
  Worth(long[] weights, List<Shared> shared, BitSet today) {
    this.weights = weights.clone();
    this.shared = List.copyOf(shared);
    this.today = today;
    lastServed = new long[shared.size()];
    for (Shared some : shared) {
      Arrays.fill(this.weights, some.first(), some.end(), 0);
    }
  }

  static Worth of(Town town) {
    List<Shared> shared = town.shared();
    BitSet today = shared.isEmpty() ? new BitSet() : town.covered(new BitSet());
    return new Worth(town.weights(), shared, today);
  }

  /** What those who share places and are served today are worth. */
  long sharedToday() {
    return shared.stream().mapToLong(some -> served(some, today)).sum();
  }

  /** What covering some demands is worth, beyond what is covered today. */
  long of(BitSet demands) {
    return of(demands, today);
  }

  /** What covering some demands is worth, beyond what it is worth that others are covered. */
  long of(BitSet demands, BitSet others) {
    long worth = 0;
    for (int d = demands.nextSetBit(0); d >= 0; d = demands.nextSetBit(d + 1)) {
      worth += weights[d] == 0 || others.get(d) ? 0 : weights[d];
    }
    if (!shared.isEmpty()) {
      worth += ofShared(demands, others);
    }
    return worth;
  }

  private synchronized long ofShared(BitSet demands, BitSet others) {
    if (!others.equals(lastCovered)) {
      lastCovered = (BitSet) others.clone();
      lastServed = shared.stream().mapToLong(some -> served(some, others)).toArray();
    }
    long worth = 0;
    BitSet all = (BitSet) demands.clone();
    all.or(others);
    for (int s = 0; s < lastServed.length; s++) {
      int next = demands.nextSetBit(shared.get(s).first());
      if (next >= 0 && next < shared.get(s).end()) {
        worth += served(shared.get(s), all) - lastServed[s];
      }
    }
    return worth;
  }

  /** What those are worth who are served when some demands are covered. */
  private static long served(Shared some, BitSet covered) {
    Competitors all = new Competitors(some, covered);
    return all.free + Arrays.stream(Placement.served(all.people, all.within, all.room)).sum();
  }

  /**
   * The facilities for whose places people are left over when some demands are covered: no more can
   * be served than those have room for, beside all who reach any other.
   */
  static BitSet scarce(Shared some, BitSet covered) {
    Competitors all = new Competitors(some, covered);
    BitSet scarce = new BitSet();
    Placement.scarce(all.people, all.within, all.room).stream()
        .forEach(f -> scarce.set(all.reached.get(f)));
    return scarce;
  }

  /** Who reach only facilities that serve so many. */
  private static final class Competitors {
    final long free; // what all others are worth who reach anything
    final List<Integer> reached; // facilities
    final long[] people;
    final int[][] within; // by home: of those that are reached
    final long[] room;

    Competitors(Shared some, BitSet covered) {
      reached = standing(some, covered);
      List<Integer> homes = new ArrayList<>();
      long others = 0;
      for (int home = 0; home < some.homes(); home++) {
        if (covered.get(some.free(home))) {
          others += some.worth()[home];
        } else if (some.worth()[home] > 0 && !reached.isEmpty()) {
          homes.add(home);
        }
      }
      free = others;
      people = homes.stream().mapToLong(home -> some.worth()[home]).toArray();
      within = homes.stream().map(home -> within(some, home, covered)).toArray(int[][]::new);
      room = reached.stream().mapToLong(f -> some.room()[f]).toArray();
    }

    private int[] within(Shared some, int home, BitSet covered) {
      return IntStream.range(0, reached.size())
          .filter(f -> covered.get(some.reach(home, reached.get(f))))
          .toArray();
    }
  }

  /** The facilities that anybody reaches. */
  private static List<Integer> standing(Shared some, BitSet covered) {
    return IntStream.range(0, some.room().length)
        .filter(
            f -> {
              int next = covered.nextSetBit(some.reach(0, f));
              return next >= 0 && next < some.reach(0, f) + some.homes();
            })
        .boxed()
        .toList();
  }
}
