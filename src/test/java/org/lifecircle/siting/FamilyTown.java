package org.lifecircle.siting;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A place told by hand: each demand with the sets of works that cover it. */
final class FamilyTown implements Town {

  private final long[] weights;
  private final List<List<BitSet>> families; // by demand

  FamilyTown(long[] weights, List<List<BitSet>> families) {
    this.weights = weights;
    this.families = families;
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
