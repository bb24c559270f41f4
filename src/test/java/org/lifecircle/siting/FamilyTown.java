package org.lifecircle.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A place told by hand: each demand with the sets of works that cover it. */
final class FamilyTown implements Town {

  private final long[] weights;
  private final List<List<BitSet>> families; // by demand
  private final List<Shared> shared;

  FamilyTown(long[] weights, List<List<BitSet>> families) {
    this(weights, families, List.of());
  }

  FamilyTown(long[] weights, List<List<BitSet>> families, List<Shared> shared) {
    this.weights = weights;
    this.families = families;
    this.shared = shared;
  }

  /**
   * The same, with as many again who share the places of three facilities, of which some stand
   * already: they reach them by up to three works, and some need none.
   */
  static FamilyTown sharing(Random random, int works) {
    FamilyTown plain = of(random, works);
    int homes = 2 + random.nextInt(5);
    int first = plain.weights.length;
    int[] builders = {0, 4, random.nextBoolean() ? 8 : -1};
    long[] worth = new long[homes];
    long[] room = new long[builders.length];
    Arrays.setAll(worth, h -> random.nextInt(40));
    Arrays.setAll(room, f -> random.nextInt(60));
    Shared some = new Shared(first, worth, room, builders);
    List<List<BitSet>> families = new ArrayList<>(plain.families);
    while (families.size() < some.end()) {
      families.add(new ArrayList<>());
    }
    for (int home = 0; home < homes; home++) {
      if (random.nextInt(4) == 0) {
        families.get(some.free(home)).add(way(random, works, builders, -1, 1));
      }
      for (int f = 0; f < builders.length; f++) {
        for (int ways = random.nextInt(3); ways > 0; ways--) {
          families.get(some.reach(home, f)).add(way(random, works, builders, builders[f], 0));
        }
        families.get(some.any(home)).addAll(families.get(some.reach(home, f)));
      }
      families.get(some.any(home)).addAll(families.get(some.free(home)));
    }
    long[] weights = Arrays.copyOf(plain.weights, some.end());
    System.arraycopy(worth, 0, weights, first, homes);
    return new FamilyTown(weights, families, List.of(some));
  }

  /** Works without those that build the facilities, but the one reached: they open no way. */
  private static BitSet way(Random random, int works, int[] builders, int builder, int least) {
    BitSet way = new BitSet();
    for (int more = least + random.nextInt(3); more > 0; more--) {
      way.set(random.nextInt(works));
    }
    for (int built : builders) {
      way.clear(Math.max(0, built));
    }
    if (builder >= 0) {
      way.set(builder);
    }
    return way;
  }

  @Override
  public List<Shared> shared() {
    return shared;
  }

  /** Demands that need up to six works at once, in up to four ways. */
  static FamilyTown of(Random random, int works) {
    int demands = 3 + random.nextInt(10);
    long[] weights = new long[demands];
    List<List<BitSet>> families = new ArrayList<>();
    for (int d = 0; d < demands; d++) {
      weights[d] = random.nextInt(40);
      List<BitSet> family = new ArrayList<>();
      int ways = random.nextInt(5);
      for (int k = 0; k < ways; k++) {
        BitSet way = new BitSet();
        int series = 1 + random.nextInt(6);
        for (int i = 0; i < series; i++) {
          way.set(random.nextInt(works));
        }
        family.add(way);
      }
      families.add(family);
    }
    return new FamilyTown(weights, families);
  }

  @Override
  public boolean builds(int work) {
    return work % 4 == 0;
  }

  @Override
  public long[] weights() {
    return weights.clone();
  }

  @Override
  public BitSet covered(BitSet works) {
    BitSet covered = new BitSet();
    for (int d = 0; d < weights.length; d++) {
      for (BitSet way : families.get(d)) {
        BitSet missing = (BitSet) way.clone();
        missing.andNot(works);
        covered.set(d, covered.get(d) || missing.isEmpty());
      }
    }
    return covered;
  }

  @Override
  public Map<Integer, BitSet> hurdles(BitSet works, BitSet demands) {
    Map<Integer, BitSet> hurdles = new TreeMap<>();
    demands.stream()
        .forEach(
            d -> {
              BitSet first = new BitSet();
              for (BitSet way : families.get(d)) {
                BitSet missing = (BitSet) way.clone();
                missing.andNot(works);
                first.set(missing.nextSetBit(0));
              }
              hurdles.put(d, first);
            });
    return hurdles;
  }

  @Override
  public BitSet possible() {
    BitSet all = new BitSet();
    families.forEach(family -> family.forEach(all::or));
    return covered(all);
  }

  /** Of every second demand, what it needs first, and all that stands in any of its ways. */
  @Override
  public List<Map<Integer, BitSet>> outset(BitSet demands) {
    BitSet some = (BitSet) demands.clone();
    demands.stream().filter(d -> d % 2 == 0).forEach(some::clear);
    Map<Integer, BitSet> coarse = new TreeMap<>();
    demands.stream()
        .forEach(
            d -> {
              BitSet any = new BitSet();
              families.get(d).forEach(any::or);
              coarse.put(d, any);
            });
    return List.of(hurdles(new BitSet(), some), coarse);
  }

  @Override
  public BitSet stirred(BitSet works) {
    BitSet all = new BitSet();
    all.set(0, 64);
    return all;
  }

  @Override
  public List<BitSet> gains(BitSet works, List<BitSet> bundles) {
    BitSet before = covered(works);
    return bundles.stream()
        .map(
            bundle -> {
              BitSet all = (BitSet) works.clone();
              all.or(bundle);
              BitSet gain = covered(all);
              gain.andNot(before);
              return gain;
            })
        .toList();
  }
}
