package org.lifecircle.coverage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.lifecircle.coverage.GainCounter.Gain;
import org.lifecircle.coverage.Openings.Candidate;
import org.lifecircle.model.Access;
import org.lifecircle.model.Change;
import org.lifecircle.model.Gate;
import org.lifecircle.model.IllegalStructure;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Opening;
import org.lifecircle.model.OpeningPair;
import org.lifecircle.model.OpeningRanking;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Wall;
import org.lifecircle.walk.Difference;
import org.lifecircle.walk.WalkNetwork;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** The ranking by trying everything in every field, and listing what comes first. */
final class PlainRanking {

  private record Pair(int one, int other, boolean idle, double metres) {}

  private final StudyArea area;
  private final WalkNetwork network;
  private final OpeningRules rules;
  private final GainCounter counter;
  private final List<Candidate> candidates = new ArrayList<>();
  private final List<Gain> gains = new ArrayList<>();
  private final List<int[]> sources = new ArrayList<>();
  private final List<BitSet> nearer = new ArrayList<>();

  PlainRanking(
      CoverageStudy study,
      StudyArea area,
      WalkNetwork network,
      OpeningRules rules,
      CoverageQuery query) {
    this.area = area;
    this.network = network;
    this.rules = rules;
    List<Ask> asks = Ask.selectedBy(query.rowsBy(By.REQUIREMENT), study.standard());
    HeadCount count = HeadCount.everyone(study.dwellings());
    counter = new GainCounter(new Wants(study.judge(), asks, query, count, network));
  }

  OpeningRanking ranked() {
    List<Opening> all = new ArrayList<>();
    findCandidates();
    for (Candidate candidate : candidates) {
      Difference shortcuts = network.difference(List.of(candidate.change()));
      gains.add(counter.of(shortcuts));
      sources.add(shortcuts.sources());
      nearer.add(counter.nodesNearer());
      all.add(Openings.opening(candidate, gains.get(gains.size() - 1)));
      if (candidate.feature() instanceof Wall) {
        addBestGate(candidate, all);
      }
    }
    all.sort(Opening.BEST_FIRST);
    List<Opening> best = all.subList(0, Math.min(rules.top(), all.size()));
    return rules.pairs()
        ? withPairs(best)
        : new OpeningRanking(candidates.size(), best, List.of(), 0, 0);
  }

  private void findCandidates() {
    for (Wall wall : area.walls()) {
      if (wall.removable() && wall.standing()) {
        candidates.add(new Candidate(Layer.WALLS, wall, new Change.RemoveWall(wall.id())));
      }
    }
    for (Gate gate : area.gates()) {
      if (gate.access() != Access.PUBLIC) {
        candidates.add(new Candidate(Layer.GATES, gate, new Change.OpenGate(gate.id())));
      }
    }
    for (IllegalStructure structure : area.illegalStructures()) {
      if (structure.blocksGround()) {
        Change change = new Change.RemoveStructure(structure.id());
        candidates.add(new Candidate(Layer.ILLEGAL_STRUCTURES, structure, change));
      }
    }
  }

  private void addBestGate(Candidate wall, List<Opening> all) {
    LengthIndexedLine line = new LengthIndexedLine(wall.feature().geometry());
    double length = wall.feature().geometry().getLength();
    int points = (int) Math.max(1, Math.floor(length / rules.gateStepMetres()));
    Coordinate best = null;
    Gain most = Gain.NOTHING;
    for (int i = 0; i < points; i++) {
      Coordinate place = line.extractPoint((i + 0.5) / points * length);
      var shortcuts = network.shortcutsThrough(place);
      if (shortcuts.isPresent()) {
        Gain gain = counter.of(shortcuts.get());
        if (best == null || gain.betterThan(most)) {
          best = place;
          most = gain;
        }
      }
    }
    if (best != null) {
      all.add(Openings.gate(wall, best, most));
    }
  }

  private OpeningRanking withPairs(List<Opening> best) {
    List<Pair> inSeries = inSeries();
    List<OpeningPair> worth = new ArrayList<>();
    List<Pair> tried = inSeries.subList(0, Math.min(rules.mostPairs(), inSeries.size()));
    for (Pair pair : tried) {
      Candidate one = candidates.get(pair.one());
      Candidate other = candidates.get(pair.other());
      Gain gain = counter.of(network.difference(List.of(one.change(), other.change())));
      long extra =
          gain.gained() - gains.get(pair.one()).gained() - gains.get(pair.other()).gained();
      if (extra > 0) {
        worth.add(
            new OpeningPair(
                one.layer(),
                one.feature().id(),
                other.layer(),
                other.feature().id(),
                Millionths.people(gain.gained()),
                Millionths.people(extra),
                Millionths.people(gain.completed()),
                gain.seconds()));
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

  private List<Pair> inSeries() {
    List<Pair> found = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      Difference shortcuts = network.difference(List.of(candidates.get(i).change()));
      for (int other = 0; other < candidates.size(); other++) {
        double metres =
            candidates
                .get(i)
                .feature()
                .geometry()
                .distance(candidates.get(other).feature().geometry());
        if (other != i
            && metres <= rules.pairReachMetres()
            && (meets(nearer.get(i), sources.get(other))
                || network.bringsIntoSight(shortcuts, candidates.get(other).change()))) {
          boolean idle = gains.get(i).gained() == 0 && gains.get(other).gained() == 0;
          found.add(new Pair(Math.min(i, other), Math.max(i, other), idle, metres));
        }
      }
    }
    return found.stream()
        .distinct()
        .sorted(
            Comparator.comparing((Pair pair) -> !pair.idle())
                .thenComparingDouble(Pair::metres)
                .thenComparingInt(Pair::one)
                .thenComparingInt(Pair::other))
        .toList();
  }

  private static boolean meets(BitSet nearer, int[] sources) {
    for (int node : sources) {
      if (nearer.get(node)) {
        return true;
      }
    }
    return false;
  }
}
