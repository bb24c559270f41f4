package org.lifecircle.siting;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The best works as far as is known of what people need. What it promises may be too much, but
 * never too little: Geoffrion and Graves (1974), Benders' decomposition with sets as cuts.
 */
final class Master {

  /**
   * An answer.
   *
   * @param bound nothing within the budget is worth more
   */
  record Answer(BitSet works, long bound) {}

  private Master() {}

  /**
   * The best works within a budget.
   *
   * @param start works that are good already: where the search begins
   * @return empty when not even what must be done can be
   */
  static Optional<Answer> solve(
      List<Cuts.Row> rows, Rulebook rules, long budgetCents, BitSet start, Proof proof) {
    CpModel model = Proof.model();
    BoolVar[] done = new BoolVar[rules.count()];
    Arrays.setAll(done, w -> model.newBoolVar("work " + w));
    BitSet useful = rules.fixed();
    rows.forEach(row -> row.cuts().forEach(useful::or));
    BitSet needed = rules.withNeeds(useful);
    LinearExprBuilder cost = LinearExpr.newBuilder();
    for (int w = 0; w < done.length; w++) {
      cost.addTerm(done[w], rules.cents(w));
      model.addHint(done[w], start.get(w));
      if (rules.forbidden(w) || !needed.get(w)) {
        model.addEquality(done[w], 0);
      }
      for (int need : rules.needs(w)) {
        model.addImplication(done[w], done[need]);
      }
    }
    rules.fixed().stream().forEach(w -> model.addEquality(done[w], 1));
    model.addLessOrEqual(cost.build(), budgetCents);
    for (int[] pair : rules.rivals()) {
      model.addAtMostOne(new BoolVar[] {done[pair[0]], done[pair[1]]});
    }
    for (Rulebook.Cap cap : rules.caps()) {
      BoolVar[] capped = cap.works().stream().map(w -> done[w]).toArray(BoolVar[]::new);
      long[] amounts = cap.amounts().stream().mapToLong(Long::longValue).toArray();
      model.addLessOrEqual(LinearExpr.weightedSum(capped, amounts), cap.most());
    }
    LinearExprBuilder worth = LinearExpr.newBuilder();
    for (Cuts.Row row : rows) {
      BoolVar covered = model.newBoolVar("");
      for (BitSet cut : row.cuts()) {
        BoolVar[] any = cut.stream().mapToObj(w -> done[w]).toArray(BoolVar[]::new);
        model.addGreaterOrEqual(LinearExpr.sum(any), covered);
      }
      worth.addTerm(covered, row.weight());
    }
    model.maximize(worth.build());
    return proof.solve(model, true).map(solved -> answer(solved, done));
  }

  private static Answer answer(Proof.Solved solved, BoolVar[] done) {
    CpSolver solver = solved.solver();
    BitSet works = new BitSet();
    for (int w = 0; w < done.length; w++) {
      works.set(w, solver.booleanValue(done[w]));
    }
    return new Answer(works, solved.bound());
  }
}
