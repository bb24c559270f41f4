package org.lifecircle.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lifecircle.coverage.GainCounter.Gain;
import org.lifecircle.coverage.OpeningHopes.Most;
import org.lifecircle.coverage.Openings.Candidate;
import org.lifecircle.model.Opening;
import org.lifecircle.model.Wall;
import org.lifecircle.walk.Shortcuts;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.linearref.LengthIndexedLine;

/**
 * The first of all openings by what each yields, as if every one had been tried: those that could
 * yield most are tried first, until no other could come into the list. Source: branch and bound,
 * Land and Doig (1960).
 */
final class BestOpenings {

  /** So many are tried before it is asked again whether others still could come into the list. */
  private static final int ROUND = 64;

  /**
   * One what-if.
   *
   * @param place of a gate in a wall; null where the candidate itself is opened
   */
  private record Trial(int candidate, @Nullable Coordinate place, Most most) {

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
      int[] rest = IntStream.range(0, gains.length).filter(t -> gains[t] == null).toArray();
      tryAll(rest, 0, stop);
    }
    List<Opening> all = listed();
    all.sort(Opening.BEST_FIRST);
    return List.copyOf(all.subList(0, Math.min(rules.top(), all.size())));
  }

  private List<Trial> trials(BooleanSupplier stop) {
    List<List<Trial>> found = new ArrayList<>();
    candidates.forEach(candidate -> found.add(new ArrayList<>()));
    openings.inParallel(
        candidates.size(),
        stop,
        (i, counter) -> {
          Candidate candidate = candidates.get(i);
          Most most = hopes.of(hopes.prospects().of(List.of(candidate.change())));
          found.get(i).add(new Trial(i, null, most));
          if (candidate.feature() instanceof Wall wall) {
            for (Coordinate place : places(wall)) {
              hopes
                  .prospects()
                  .through(place)
                  .ifPresent(hope -> found.get(i).add(new Trial(i, place, hopes.of(hope))));
            }
          }
        });
    return found.stream().flatMap(List::stream).toList();
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
    int[] hopeful =
        IntStream.range(0, gains.length)
            .filter(t -> trials.get(t).most().gained() > 0)
            .boxed()
            .sorted(Comparator.comparingLong(t -> -trials.get(t).most().gained()))
            .mapToInt(Integer::intValue)
            .toArray();
    long least = 0;
    for (int i = 0; i < hopeful.length; i += ROUND) {
      if (trials.get(hopeful[i]).most().gained() < least) {
        break;
      }
      tryAll(Arrays.copyOfRange(hopeful, i, Math.min(i + ROUND, hopeful.length)), least, stop);
      least = leastListed();
    }
    return least;
  }

  /** Tries some; what gains less than the least may be left without an answer. */
  private void tryAll(int[] numbers, long least, BooleanSupplier stop) {
    openings.inParallel(
        numbers.length, stop, (i, counter) -> gains[numbers[i]] = gain(numbers[i], least, counter));
  }

  private @Nullable Gain gain(int number, long least, GainCounter counter) {
    Trial trial = trials.get(number);
    if (!trial.most().saves()) {
      return Gain.NOTHING;
    }
    Shortcuts shortcuts =
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
