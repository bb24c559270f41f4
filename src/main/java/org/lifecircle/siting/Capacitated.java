package org.lifecircle.siting;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** Sites that serve only so much: every demand point goes to one of them as a whole. */
final class Capacitated {

  private final CpModel model = Proof.model();
  private final SiteVariables sites;
  private final BoolVar[][] goes; // by demand point and candidate; null where it cannot go

  private Capacitated(Siting siting, Choice choice, int cutoff) {
    sites = new SiteVariables(model, siting, choice);
    goes = new BoolVar[siting.demands()][siting.candidates()];
    LinearExprBuilder[] load = new LinearExprBuilder[siting.candidates()];
    Arrays.setAll(load, c -> LinearExpr.newBuilder());
    for (int d = 0; d < siting.demands(); d++) {
      int demand = d;
      siting.within(d, cutoff).stream()
          .forEach(
              c -> {
                BoolVar there = model.newBoolVar("goes " + demand + " to " + c);
                goes[demand][c] = there;
                load[c].addTerm(there, siting.weights()[demand]);
                model.addImplication(there, sites.get(c));
              });
    }
    for (int c = 0; c < siting.candidates(); c++) {
      LinearExpr room = LinearExpr.term(sites.get(c), choice.capacities().get(c));
      model.addLessOrEqual(load[c].build(), room);
    }
  }

  static Optional<Allocation> covering(Siting siting, Choice choice, int cutoff, Proof proof) {
    Capacitated all = new Capacitated(siting, choice, cutoff);
    LinearExprBuilder covered = LinearExpr.newBuilder();
    for (int d = 0; d < siting.demands(); d++) {
      BoolVar[] ways = all.ways(d);
      all.model.addAtMostOne(ways);
      for (BoolVar way : ways) {
        covered.addTerm(way, siting.weights()[d]);
      }
    }
    all.model.maximize(covered.build());
    return proof.solve(all.model, true).map(all::allocation);
  }

  static Optional<Allocation> median(Siting siting, Choice choice, Proof proof) {
    Capacitated all = new Capacitated(siting, choice, Siting.UNREACHED - 1);
    LinearExprBuilder total = LinearExpr.newBuilder();
    for (int d = 0; d < siting.demands(); d++) {
      if (siting.weights()[d] > 0) {
        all.model.addExactlyOne(all.ways(d));
        for (int c = 0; c < siting.candidates(); c++) {
          if (all.goes[d][c] != null) {
            total.addTerm(all.goes[d][c], siting.weights()[d] * siting.walks()[d][c]);
          }
        }
      }
    }
    all.model.minimize(total.build());
    return proof.solve(all.model, false).map(all::allocation);
  }

  private BoolVar[] ways(int demand) {
    return Arrays.stream(goes[demand]).filter(Objects::nonNull).toArray(BoolVar[]::new);
  }

  private Allocation allocation(Proof.Solved solved) {
    CpSolver solver = solved.solver();
    List<Integer> servedBy =
        Arrays.stream(goes)
            .map(
                ways ->
                    IntStream.range(0, ways.length)
                        .filter(c -> ways[c] != null && solver.booleanValue(ways[c]))
                        .findFirst()
                        .orElse(Allocation.NOBODY))
            .toList();
    return sites.allocation(solved, sites.open(solver), servedBy);
  }
}
