package org.lifecircle.siting;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Chooses sites so that the most weight lies within a cutoff of one. Source: Church and ReVelle
 * (1974); demand points with the same candidates in reach are merged, which changes nothing.
 */
public final class MaximalCovering {

  private MaximalCovering() {}

  /**
   * The best choice; its objective is the weight covered. With capacities a demand point counts
   * only when one site has room for all of it.
   *
   * @param cutoff in the unit of the walks
   * @return empty when what is fixed costs more than there is
   */
  public static Optional<Allocation> solve(Siting siting, Choice choice, int cutoff, Proof proof) {
    if (!choice.capacities().isEmpty()) {
      return Capacitated.covering(siting, choice, cutoff, proof);
    }
    CpModel model = Proof.model();
    SiteVariables sites = new SiteVariables(model, siting, choice);
    LinearExprBuilder covered = LinearExpr.newBuilder();
    for (Map.Entry<BitSet, Long> demand : merged(siting, cutoff).entrySet()) {
      BoolVar served = model.newBoolVar("served by " + demand.getKey());
      BoolVar[] near = demand.getKey().stream().mapToObj(sites::get).toArray(BoolVar[]::new);
      model.addGreaterOrEqual(LinearExpr.sum(near), served);
      covered.addTerm(served, demand.getValue());
    }
    model.maximize(covered.build());
    return proof.solve(model, true).map(solved -> sites.nearest(solved, cutoff));
  }

  /** The weight that depends on each set of candidates; what nothing reaches is left out. */
  private static Map<BitSet, Long> merged(Siting siting, int cutoff) {
    Map<BitSet, Long> merged =
        new TreeMap<>(Comparator.comparing(BitSet::toLongArray, Arrays::compare));
    for (int d = 0; d < siting.demands(); d++) {
      BitSet near = siting.within(d, cutoff);
      if (!near.isEmpty() && siting.weights()[d] > 0) {
        merged.merge(near, siting.weights()[d], Long::sum);
      }
    }
    return merged;
  }
}
