package org.lifecircle.siting;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Chooses sites so that the sum of all walks, each times its weight, is least. Source: Hakimi
 * (1964); the model is that of Cornuéjols, Nemhauser and Wolsey (1980): by demand point and step of
 * distance, whether no site lies within it, which needs far fewer variables than one for each pair.
 */
public final class PMedian {

  private PMedian() {}

  /**
   * The best choice; its objective is the weighted sum of walks to the nearest site chosen.
   *
   * @return empty when no choice serves everybody who has any weight
   */
  public static Optional<Allocation> solve(Siting siting, Choice choice, Proof proof) {
    if (!choice.capacities().isEmpty()) {
      return Capacitated.median(siting, choice, proof);
    }
    CpModel model = Proof.model();
    SiteVariables sites = new SiteVariables(model, siting, choice);
    LinearExprBuilder total = LinearExpr.newBuilder();
    for (int d = 0; d < siting.demands(); d++) {
      if (siting.weights()[d] > 0) {
        addSteps(model, siting, sites, d, total);
      }
    }
    model.minimize(total.build());
    return proof.solve(model, false).map(solved -> sites.nearest(solved, Siting.UNREACHED - 1));
  }

  private static void addSteps(
      CpModel model, Siting siting, SiteVariables sites, int d, LinearExprBuilder total) {
    int[] row = siting.walks()[d];
    int[] steps =
        Arrays.stream(row).filter(walk -> walk != Siting.UNREACHED).distinct().sorted().toArray();
    long weight = siting.weights()[d];
    if (steps.length == 0) {
      model.addBoolOr(new BoolVar[0]); // nothing will ever serve it
      return;
    }
    total.add(weight * steps[0]);
    BoolVar beyond = null; // no site within the step before
    for (int k = 0; k < steps.length; k++) {
      int step = steps[k];
      BoolVar[] here =
          IntStream.range(0, row.length)
              .filter(c -> row[c] == step)
              .mapToObj(sites::get)
              .toArray(BoolVar[]::new);
      LinearExprBuilder reached = LinearExpr.newBuilder().addSum(here);
      boolean last = k == steps.length - 1;
      BoolVar still = last ? null : model.newBoolVar("beyond " + d + "/" + k);
      if (still != null) {
        reached.add(still);
        total.addTerm(still, weight * (steps[k + 1] - step));
      }
      if (beyond == null) {
        model.addGreaterOrEqual(reached.build(), 1);
      } else {
        model.addGreaterOrEqual(reached.build(), beyond);
      }
      beyond = still;
    }
  }
}
