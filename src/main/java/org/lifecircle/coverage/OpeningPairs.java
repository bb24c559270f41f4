package org.lifecircle.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.lifecircle.coverage.GainCounter.Gain;
import org.lifecircle.coverage.Openings.Candidate;
import org.lifecircle.model.Opening;
import org.lifecircle.model.OpeningPair;
import org.lifecircle.model.OpeningRanking;
import org.lifecircle.walk.Difference;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Pairs of openings that yield more than their parts. A walk that gains by both passes one and then
 * the other: so the first alone brings the threshold of the second nearer to something, or one
 * looks through it at the second. Only such pairs are tried, first those that yield nothing alone,
 * of them first those that stand close together.
 */
final class OpeningPairs {

  private record Pair(int one, int other, boolean idle, double metres) {}

  private final Openings openings;
  private final OpeningRules rules;
  private final List<Candidate> candidates;
  private final Gain[] gains;
  private final int[][] sources; // by candidate: nodes from which walks go a new way
  private final int[][] nearer; // by candidate: nodes that it brings nearer to anything
  private final BitSet[] inSight; // by candidate: those in reach that it brings into sight
  private final STRtree tree = new STRtree();

  OpeningPairs(Openings openings, OpeningRules rules, List<Candidate> candidates) {
    this.openings = openings;
    this.rules = rules;
    this.candidates = candidates;
    gains = new Gain[candidates.size()];
    sources = new int[candidates.size()][];
    nearer = new int[candidates.size()][];
    inSight = new BitSet[candidates.size()];
    for (int i = 0; i < candidates.size(); i++) {
      tree.insert(geometry(i).getEnvelopeInternal(), i);
    }
    tree.build();
  }

  private Geometry geometry(int candidate) {
    return candidates.get(candidate).feature().geometry();
  }

  OpeningRanking ranked(List<Opening> best, BooleanSupplier stop) {
    List<Pair> inSeries = inSeries(stop);
    List<Pair> tried = inSeries.subList(0, Math.min(rules.mostPairs(), inSeries.size()));
    OpeningPair[] found = new OpeningPair[tried.size()];
    openings.inParallel(
        tried.size(),
        stop,
        (i, counter) -> {
          Pair pair = tried.get(i);
          Candidate one = candidates.get(pair.one());
          Candidate other = candidates.get(pair.other());
          Gain gain = counter.of(openings.shortcuts(one, other));
          long extra = gain.gained() - gains[pair.one()].gained() - gains[pair.other()].gained();
          if (extra > 0) {
            found[i] = pair(one, other, gain, extra);
          }
        });
    List<OpeningPair> worth = new ArrayList<>();
    for (OpeningPair pair : found) {
      if (pair != null) {
        worth.add(pair);
      }
    }
    worth.sort(OpeningPair.BEST_FIRST);
    return new OpeningRanking(
        candidates.size(),
        best,
        worth.subList(0, Math.min(rules.top(), worth.size())),
        tried.size(),
        inSeries.size() - tried.size());
  }

  private static OpeningPair pair(Candidate one, Candidate other, Gain gain, long extra) {
    return new OpeningPair(
        one.layer(),
        one.feature().id(),
        other.layer(),
        other.feature().id(),
        Millionths.people(gain.gained()),
        Millionths.people(extra),
        Millionths.people(gain.completed()),
        gain.seconds());
  }

  private void tryAlone(BooleanSupplier stop) {
    openings.inParallel(
        candidates.size(),
        stop,
        (i, counter) -> {
          Difference shortcuts = openings.shortcuts(candidates.get(i));
          gains[i] = counter.of(shortcuts);
          sources[i] = shortcuts.sources();
          nearer[i] = counter.nodesNearer().stream().toArray();
          inSight[i] = new BitSet();
          for (int other : inReach(i)) {
            inSight[i].set(other, openings.bringsIntoSight(shortcuts, candidates.get(other)));
          }
        });
  }

  private List<Integer> inReach(int candidate) {
    Envelope window = new Envelope(geometry(candidate).getEnvelopeInternal());
    window.expandBy(rules.pairReachMetres());
    List<Integer> others = new ArrayList<>();
    for (Object item : tree.query(window)) {
      int other = (Integer) item;
      if (other != candidate
          && geometry(candidate).isWithinDistance(geometry(other), rules.pairReachMetres())) {
        others.add(other);
      }
    }
    return others;
  }

  private List<Pair> inSeries(BooleanSupplier stop) {
    tryAlone(stop);
    List<List<Pair>> found = new ArrayList<>();
    candidates.forEach(candidate -> found.add(new ArrayList<>()));
    openings.inParallel(
        candidates.size(),
        stop,
        (i, counter) -> {
          BitSet nodes = new BitSet();
          Arrays.stream(nearer[i]).forEach(nodes::set);
          for (int other : inReach(i)) {
            if (inSight[i].get(other) || meets(nodes, other)) {
              boolean idle = gains[i].gained() == 0 && gains[other].gained() == 0;
              double metres = geometry(i).distance(geometry(other));
              found.get(i).add(new Pair(Math.min(i, other), Math.max(i, other), idle, metres));
            }
          }
        });
    return found.stream()
        .flatMap(List::stream)
        .distinct()
        .sorted(
            Comparator.comparing((Pair pair) -> !pair.idle())
                .thenComparingDouble(Pair::metres)
                .thenComparingInt(Pair::one)
                .thenComparingInt(Pair::other))
        .toList();
  }

  private boolean meets(BitSet nearer, int candidate) {
    for (int node : sources[candidate]) {
      if (nearer.get(node)) {
        return true;
      }
    }
    return false;
  }
}
