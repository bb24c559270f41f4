package org.lifecircle.siting;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.LinearExpr;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses the cheapest sites (the fewest, when they cost nothing) so that everybody whom any
 * candidate reaches lies within a cutoff of one. Source: Toregas et al. (1971).
 */
public final class SetCovering {

  private SetCovering() {}

  /**
   * The best choice; its objective is the cost, or the number of sites. Whom no candidate reaches
   * stays unserved and hinders nothing.
   *
   * @return empty when what may be chosen does not suffice
   */
  public static Optional<Allocation> solve(Siting siting, Choice choice, int cutoff, Proof proof) {
    CpModel model = Proof.model();
    SiteVariables sites = new SiteVariables(model, siting, choice);
    Set<BitSet> seen = new HashSet<>();
    for (int d = 0; d < siting.demands(); d++) {
      BitSet near = siting.within(d, cutoff);
      if (siting.weights()[d] > 0 && !near.isEmpty() && seen.add(near)) {
        model.addBoolOr(near.stream().mapToObj(sites::get).toArray(BoolVar[]::new));
      }
    }
    model.minimize(choice.costs().isEmpty() ? LinearExpr.sum(sites.all()) : sites.costs());
    return proof.solve(model, false).map(solved -> sites.nearest(solved, cutoff));
  }
}
