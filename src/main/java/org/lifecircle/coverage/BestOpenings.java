package org.lifecircle.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lifecircle.coverage.GainCounter.Gain;
import org.lifecircle.coverage.OpeningHopes.Most;
import org.lifecircle.coverage.Openings.Candidate;
import org.lifecircle.model.Opening;
import org.lifecircle.model.Wall;
import org.lifecircle.walk.Difference;
import org.lifecircle.walk.Prospects.Hope;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.linearref.LengthIndexedLine;

/**
 * The first of all openings by what each yields, as if every one had been tried: those that could
 * yield most are tried first, until no other could come into the list. Source: branch and bound,
 * Land and Doig (1960).
 */
final class BestOpenings {

  /** So many are tried before it is asked again whether others still could come into the list. */
  private static final int ROUND = 32;

  /** Of so many candidates, one after the other in their layer, it is told together at first. */
  private static final int BUNCH = 16;

  private static final Most UNKNOWN = new Most(0, new BitSet(), true);

  /**
   * One what-if.
   *
   * @param place of a gate in a wall; null where the candidate itself is opened
   * @param most it could yield
   * @param alone whether that was told of it by itself, not together with others nearby
   */
  private record Trial(int candidate, @Nullable Coordinate place, Most most, boolean alone) {

    Trial with(Most told, boolean byItself) {
      return new Trial(candidate, place, told, byItself);
    }

    /** A number for what is listed at most once: the candidate, or the best gate in it. */
    int item() {
      return 2 * candidate + (place == null ? 0 : 1);
    }
  }

  private final Openings openings;
  private final OpeningRules rules;
  private final List<Candidate> candidates;
  private final OpeningHopes hopes;
  private List<Trial> trials = List.of(); // by candidate, those in a wall from its start on
  private @Nullable Gain[] gains = new Gain[0]; // by trial; null where it comes into no list

  BestOpenings(Openings openings, OpeningRules rules, List<Candidate> candidates) {
    this.openings = openings;
    this.rules = rules;
    this.candidates = candidates;
    hopes = openings.hopes();
  }

  List<Opening> ranked(BooleanSupplier stop) {
    trials = trials(stop);
    gains = new Gain[trials.size()];
    if (tryHopeful(stop) == 0) { // then what gains nothing is listed too, by the time it saves
      tryAll(
          IntStream.range(0, gains.length).filter(t -> gains[t] == null).boxed().toList(), 0, stop);
    }
    List<Opening> all = listed();
    all.sort(Opening.BEST_FIRST);
    return List.copyOf(all.subList(0, Math.min(rules.top(), all.size())));
  }

  private List<Trial> trials(BooleanSupplier stop) {
    List<List<Trial>> found = new ArrayList<>();
    int bunches = (candidates.size() + BUNCH - 1) / BUNCH;
    IntStream.range(0, bunches).forEach(bunch -> found.add(new ArrayList<>()));
    openings.inParallel(
        bunches,
        stop,
        (bunch, counter) -> {
          List<Trial> its = new ArrayList<>();
          List<Hope> hoped = new ArrayList<>();
          int end = Math.min(candidates.size(), (bunch + 1) * BUNCH);
          for (int i = bunch * BUNCH; i < end; i++) {
            Candidate candidate = candidates.get(i);
            its.add(new Trial(i, null, UNKNOWN, false));
            hoped.add(hopes.prospects().of(List.of(candidate.change())));
            if (candidate.feature() instanceof Wall wall) {
              for (Coordinate place : places(wall)) {
                Optional<Hope> hope = hopes.prospects().through(place);
                if (hope.isPresent()) {
                  its.add(new Trial(i, place, UNKNOWN, false));
                  hoped.add(hope.get());
                }
              }
            }
          }
          List<Most> most = hopes.of(hoped);
          for (int t = 0; t < its.size(); t++) {
            found.get(bunch).add(its.get(t).with(most.get(t), false));
          }
        });
    return new ArrayList<>(found.stream().flatMap(List::stream).toList());
  }

  /** Where gates are tried in a wall, from its start on. */
  private List<Coordinate> places(Wall wall) {
    LengthIndexedLine line = new LengthIndexedLine(wall.geometry());
    double length = wall.geometry().getLength();
    int count = (int) Math.max(1, Math.floor(length / rules.gateStepMetres()));
    return IntStream.range(0, count)
        .mapToObj(i -> line.extractPoint((i + 0.5) / count * length))
        .toList();
  }

  /** Tries what could come into the list for what it gains; returns what gets one there. */
  private long tryHopeful(BooleanSupplier stop) {
    PriorityQueue<Integer> hopeful =
        new PriorityQueue<>(
            Comparator.comparingLong((Integer t) -> -trials.get(t).most().gained())
                .thenComparingInt(t -> t));
    for (int t = 0; t < gains.length; t++) {
      if (trials.get(t).most().gained() > 0) {
        hopeful.add(t);
      }
    }
    long least = 0;
    while (!hopeful.isEmpty() && trials.get(hopeful.element()).most().gained() >= least) {
      List<Integer> round = new ArrayList<>();
      while (round.size() < ROUND && !hopeful.isEmpty()) {
        round.add(hopeful.remove());
      }
      long known = least;
      List<Integer> guessed = round.stream().filter(t -> !trials.get(t).alone()).toList();
      List<Integer> told = round.stream().filter(t -> trials.get(t).alone()).toList();
      openings.inParallel(guessed.size(), stop, (i, counter) -> lookCloser(guessed.get(i)));
      tryAll(told, known, stop);
      guessed.stream().filter(t -> trials.get(t).most().gained() > 0).forEach(hopeful::add);
      least = leastListed();
    }
    return least;
  }

  private void lookCloser(int number) {
    Trial trial = trials.get(number);
    Hope hope =
        trial.place() == null
            ? hopes.prospects().of(List.of(candidates.get(trial.candidate()).change()))
            : hopes.prospects().through(trial.place()).orElseThrow();
    trials.set(number, trial.with(hopes.of(List.of(hope)).get(0), true));
  }

  /** Tries some; what gains less than the least may be left without an answer. */
  private void tryAll(List<Integer> numbers, long least, BooleanSupplier stop) {
    openings.inParallel(
        numbers.size(),
        stop,
        (i, counter) -> gains[numbers.get(i)] = gain(numbers.get(i), least, counter));
  }

  private @Nullable Gain gain(int number, long least, GainCounter counter) {
    Trial trial = trials.get(number);
    if (!trial.most().saves()) {
      return Gain.NOTHING;
    }
    Difference shortcuts =
        trial.place() == null
            ? openings.shortcuts(candidates.get(trial.candidate()))
            : openings.shortcutsThrough(trial.place()).orElseThrow();
    return counter.of(shortcuts, trial.most().fields()).gained() < least
        ? null
        : counter.of(shortcuts);
  }

  /** What the last in the list gains as far as is known; 0 where the list is not full yet. */
  private long leastListed() {
    long[] most = new long[2 * candidates.size()];
    for (int t = 0; t < gains.length; t++) {
      Gain gain = gains[t];
      if (gain != null) {
        int item = trials.get(t).item();
        most[item] = Math.max(most[item], gain.gained());
      }
    }
    Arrays.sort(most);
    int listed = Math.max(1, rules.top());
    return listed > most.length ? 0 : most[most.length - listed];
  }

  /** What was tried; of the gates in a wall the best, of equals the first from its start. */
  private List<Opening> listed() {
    Trial[] best = new Trial[2 * candidates.size()];
    Gain[] most = new Gain[best.length];
    for (int t = 0; t < gains.length; t++) {
      Gain gain = gains[t];
      int item = trials.get(t).item();
      if (gain != null && (best[item] == null || gain.betterThan(most[item]))) {
        best[item] = trials.get(t);
        most[item] = gain;
      }
    }
    List<Opening> all = new ArrayList<>();
    for (int item = 0; item < best.length; item++) {
      if (best[item] != null) {
        Candidate candidate = candidates.get(best[item].candidate());
        Coordinate place = best[item].place();
        all.add(
            place == null
                ? Openings.opening(candidate, most[item])
                : Openings.gate(candidate, place, most[item]));
      }
    }
    return all;
  }
}
