package org.lifecircle.siting;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The best works as far as is known of what people need. What it promises may be too much, but
 * never too little: Geoffrion and Graves (1974), Benders' decomposition with sets as cuts.
 */
final class Master {

  private static final long MOST_UNITS = 200_000;

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
      Cuts cuts, Rulebook rules, long budgetCents, BitSet start, Proof proof) {
    CpModel model = Proof.model();
    BoolVar[] done = new BoolVar[rules.count()];
    Arrays.setAll(done, w -> model.newBoolVar("work " + w));
    BitSet useful = rules.fixed();
    cuts.rows(true).forEach(row -> row.cuts().forEach(useful::or));
    useful.or(cuts.reaching());
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
    for (Cuts.Row row : cuts.rows(false)) {
      worth.addTerm(covered(row.cuts(), model, done), row.weight());
    }
    for (Shared some : cuts.shared()) {
      addShared(some, cuts, model, done, worth);
    }
    model.maximize(worth.build());
    return proof.solve(model, true).map(solved -> answer(solved, done));
  }

  private static BoolVar covered(List<BitSet> cuts, CpModel model, BoolVar[] done) {
    BoolVar covered = model.newBoolVar("");
    for (BitSet cut : cuts) {
      BoolVar[] any = cut.stream().mapToObj(w -> done[w]).toArray(BoolVar[]::new);
      model.addGreaterOrEqual(LinearExpr.sum(any), covered);
    }
    return covered;
  }

  /**
   * Adds how many are served of those who share places: all who reach what serves whoever comes;
   * and of the others, for any facilities, no more than those have room for, beside all who reach
   * another one. By largest flow and least cut that is exact where all sets of facilities are
   * known. CP-SAT creeps through wide ranges of whole numbers, so only those are counted for whom
   * there could be room, and if that is a wide range still, in larger units, rounded up where they
   * do not come out even.
   */
  private static void addShared(
      Shared some, Cuts cuts, CpModel model, BoolVar[] done, LinearExprBuilder worth) {
    long everybody = Arrays.stream(some.worth()).sum();
    long places = Arrays.stream(some.room()).map(its -> Math.min(its, everybody)).sum();
    long most = Math.min(everybody, places);
    long[] room = Arrays.stream(some.room()).map(its -> Math.min(its, most)).toArray();
    long[] people = Arrays.stream(some.worth()).map(its -> Math.min(its, most)).toArray();
    long unit = Math.max(Math.max(1, commonUnit(people, room)), most / MOST_UNITS);
    IntVar served = model.newIntVar(0, units(most, unit), "");
    worth.addTerm(served, unit);
    Map<Integer, BoolVar> known = new HashMap<>(); // by demand
    int[] homes =
        IntStream.range(0, some.homes())
            .filter(home -> some.worth()[home] > 0 && cuts.of(some.any(home)).isPresent())
            .toArray();
    for (int home : homes) {
      reached(some.free(home), cuts, model, done, known)
          .ifPresent(free -> worth.addTerm(free, some.worth()[home]));
    }
    for (BitSet scarce : cuts.scarce(some)) {
      LinearExprBuilder atMost = LinearExpr.newBuilder();
      for (int f = scarce.nextSetBit(0); f >= 0; f = scarce.nextSetBit(f + 1)) {
        if (some.builders()[f] < 0) {
          atMost.add(units(room[f], unit));
        } else {
          atMost.addTerm(done[some.builders()[f]], units(room[f], unit));
        }
      }
      for (int home : homes) {
        BoolVar through = model.newBoolVar("");
        atMost.addTerm(through, units(people[home], unit));
        LinearExprBuilder ways = LinearExpr.newBuilder();
        for (int f = scarce.nextClearBit(0); f < room.length; f = scarce.nextClearBit(f + 1)) {
          reached(some.reach(home, f), cuts, model, done, known).ifPresent(ways::add);
        }
        model.addLessOrEqual(through, ways.build());
        reached(some.free(home), cuts, model, done, known)
            .ifPresent(free -> model.addAtMostOne(new BoolVar[] {free, through}));
      }
      model.addLessOrEqual(served, atMost.build());
    }
  }

  /** Whether a demand is covered; empty where it is known that it cannot be. */
  private static Optional<BoolVar> reached(
      int demand, Cuts cuts, CpModel model, BoolVar[] done, Map<Integer, BoolVar> known) {
    return cuts.of(demand)
        .map(its -> known.computeIfAbsent(demand, d -> covered(its, model, done)));
  }

  private static long commonUnit(long[] worth, long[] room) {
    return LongStream.concat(Arrays.stream(worth), Arrays.stream(room))
        .reduce(0, (a, b) -> BigInteger.valueOf(a).gcd(BigInteger.valueOf(b)).longValue());
  }

  private static long units(long worth, long unit) {
    return (worth + unit - 1) / unit;
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
