package org.lifecircle.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lifecircle.coverage.GainCounter.Gain;
import org.lifecircle.model.Access;
import org.lifecircle.model.Change;
import org.lifecircle.model.Feature;
import org.lifecircle.model.Gate;
import org.lifecircle.model.IllegalStructure;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Opening;
import org.lifecircle.model.OpeningRanking;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Wall;
import org.lifecircle.walk.Difference;
import org.lifecircle.walk.WalkNetwork;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.linearref.LengthIndexedLine;

/**
 * Ranks everything that could be opened by what it yields: each wall that may go, each gate not
 * open to all, each structure, and for each such wall the best point for a gate. Each is a what-if
 * on its own, on all cores; the result depends on neither their number nor their order.
 */
public final class Openings {

  /** Something to be opened. */
  record Candidate(Layer layer, Feature feature, Change change) {}

  private final StudyArea area;
  private final WalkNetwork network;
  private final Wants wants;

  Openings(StudyArea area, WalkNetwork network, Wants wants) {
    this.area = area;
    this.network = network;
    this.wants = wants;
  }

  /**
   * The ranking.
   *
   * @param stop asked between what-ifs
   * @throws CancellationException soon after it says yes
   */
  public OpeningRanking ranked(OpeningRules rules, BooleanSupplier stop) {
    List<Candidate> candidates = candidates();
    Gain[] gains = new Gain[candidates.size()];
    Opening[] gates = new Opening[candidates.size()];
    int[][] sources = new int[candidates.size()][];
    inParallel(
        candidates.size(),
        stop,
        (i, counter) -> {
          Candidate candidate = candidates.get(i);
          Difference shortcuts = network.difference(List.of(candidate.change()));
          gains[i] = counter.of(shortcuts);
          sources[i] = rules.pairs() ? shortcuts.sources() : new int[0];
          if (candidate.feature() instanceof Wall wall) {
            bestGate(wall, rules, counter).ifPresent(gate -> gates[i] = gate);
          }
        });
    List<Opening> all = new ArrayList<>();
    for (int i = 0; i < gains.length; i++) {
      all.add(opening(candidates.get(i), gains[i]));
      if (gates[i] != null) {
        all.add(gates[i]);
      }
    }
    all.sort(Opening.BEST_FIRST);
    List<Opening> best = all.subList(0, Math.min(rules.top(), all.size()));
    if (!rules.pairs()) {
      return new OpeningRanking(candidates.size(), best, List.of(), 0, 0);
    }
    OpeningPairs pairs = new OpeningPairs(this, rules, candidates, gains, sources);
    return pairs.ranked(best, stop);
  }

  private List<Candidate> candidates() {
    List<Candidate> candidates = new ArrayList<>();
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
    return candidates;
  }

  /** What one of many what-ifs does with its number. */
  interface Work {
    void on(int number, GainCounter counter);
  }

  /** Does all, each worker taking the next; what they find is kept by number. */
  void inParallel(int count, BooleanSupplier stop, Work work) {
    AtomicInteger next = new AtomicInteger();
    int workers = Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), count));
    IntStream.range(0, workers)
        .parallel()
        .forEach(
            worker -> {
              GainCounter counter = new GainCounter(wants);
              for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                if (stop.getAsBoolean()) {
                  throw new CancellationException("the ranking was given up");
                }
                work.on(i, counter);
              }
            });
  }

  Difference shortcuts(Candidate one, Candidate other) {
    return network.difference(List.of(one.change(), other.change()));
  }

  boolean bringsIntoSight(Difference shortcuts, Candidate candidate) {
    return network.bringsIntoSight(shortcuts, candidate.change());
  }

  static Opening opening(Candidate candidate, Gain gain) {
    return opening(
        candidate.layer(),
        candidate.feature().id(),
        candidate.change().type(),
        null,
        gain,
        candidate.feature().geometry());
  }

  private static Opening opening(
      Layer layer,
      String id,
      String change,
      @Nullable String wallId,
      Gain gain,
      Geometry geometry) {
    return new Opening(
        layer,
        id,
        change,
        wallId,
        Millionths.people(gain.gained()),
        Millionths.people(gain.completed()),
        gain.seconds(),
        geometry);
  }

  /** The point of a wall where a gate yields most, the first from its start of equals. */
  private Optional<Opening> bestGate(Wall wall, OpeningRules rules, GainCounter counter) {
    LengthIndexedLine line = new LengthIndexedLine(wall.geometry());
    double length = wall.geometry().getLength();
    int points = (int) Math.max(1, Math.floor(length / rules.gateStepMetres()));
    Coordinate best = null;
    Gain most = Gain.NOTHING;
    for (int i = 0; i < points; i++) {
      Coordinate place = line.extractPoint((i + 0.5) / points * length);
      Optional<Difference> shortcuts = network.shortcutsThrough(place);
      if (shortcuts.isPresent()) {
        Gain gain = counter.of(shortcuts.get());
        if (best == null || gain.betterThan(most)) {
          best = place;
          most = gain;
        }
      }
    }
    if (best == null) {
      return Optional.empty();
    }
    Geometry point = wall.geometry().getFactory().createPoint(best);
    return Optional.of(
        opening(Layer.GATES, "new-gate-" + wall.id(), "add_gate", wall.id(), most, point));
  }
}
