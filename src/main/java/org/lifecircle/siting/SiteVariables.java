package org.lifecircle.siting;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Whether each candidate is chosen, and what binds that. */
final class SiteVariables {

  private final Siting siting;
  private final Choice choice;
  private final BoolVar[] chosen;

  SiteVariables(CpModel model, Siting siting, Choice choice) {
    this.siting = siting;
    this.choice = choice;
    chosen = new BoolVar[siting.candidates()];
    Arrays.setAll(chosen, c -> model.newBoolVar("site " + c));
    choice.fixed().stream().forEach(c -> model.addEquality(chosen[c], 1));
    choice.forbidden().stream().forEach(c -> model.addEquality(chosen[c], 0));
    if (choice.most() != Choice.ANY) {
      if (choice.exactly()) {
        model.addEquality(LinearExpr.sum(chosen), choice.most());
      } else {
        model.addLessOrEqual(LinearExpr.sum(chosen), choice.most());
      }
    }
    if (choice.budget() != Long.MAX_VALUE) {
      model.addLessOrEqual(costs(), choice.budget());
    }
  }

  LinearExpr costs() {
    LinearExprBuilder sum = LinearExpr.newBuilder();
    for (int c = 0; c < chosen.length; c++) {
      sum.addTerm(chosen[c], choice.cost(c));
    }
    return sum.build();
  }

  BoolVar get(int candidate) {
    return chosen[candidate];
  }

  BoolVar[] all() {
    return chosen;
  }

  /** The answer, everybody served by the nearest site chosen, at most a cutoff away. */
  Allocation nearest(Proof.Solved solved, int cutoff) {
    List<Integer> open = open(solved.solver());
    List<Integer> servedBy =
        IntStream.range(0, siting.demands()).mapToObj(d -> nearest(d, open, cutoff)).toList();
    return allocation(solved, open, servedBy);
  }

  Allocation allocation(Proof.Solved solved, List<Integer> open, List<Integer> servedBy) {
    long costs = open.stream().mapToLong(choice::cost).sum();
    return new Allocation(open, servedBy, solved.objective(), solved.bound(), solved.gap(), costs);
  }

  List<Integer> open(CpSolver solver) {
    List<Integer> open = new ArrayList<>();
    for (int c = 0; c < chosen.length; c++) {
      if (solver.booleanValue(chosen[c])) {
        open.add(c);
      }
    }
    return open;
  }

  private int nearest(int demand, List<Integer> open, int cutoff) {
    int best = Allocation.NOBODY;
    for (int c : open) {
      int walk = siting.walks()[demand][c];
      boolean near = walk != Siting.UNREACHED && walk <= cutoff;
      if (near && (best == Allocation.NOBODY || walk < siting.walks()[demand][best])) {
        best = c;
      }
    }
    return best;
  }
}
