package org.lifecircle.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
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
  private final Queue<GainCounter> counters = new ConcurrentLinkedQueue<>(); // idle ones

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
    List<Opening> best = new BestOpenings(this, rules, candidates).ranked(stop);
    return rules.pairs()
        ? new OpeningPairs(this, rules, candidates).ranked(best, stop)
        : new OpeningRanking(candidates.size(), best, List.of(), 0, 0);
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
              GainCounter idle = counters.poll();
              GainCounter counter = idle == null ? new GainCounter(wants) : idle;
              for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                if (stop.getAsBoolean()) {
                  throw new CancellationException("the ranking was given up");
                }
                work.on(i, counter);
              }
              counters.add(counter);
            });
  }

  OpeningHopes hopes() {
    return new OpeningHopes(wants, network);
  }

  Difference shortcuts(Candidate candidate) {
    return network.difference(List.of(candidate.change()));
  }

  Difference shortcuts(Candidate one, Candidate other) {
    return network.difference(List.of(one.change(), other.change()));
  }

  Optional<Difference> shortcutsThrough(Coordinate place) {
    return network.shortcutsThrough(place);
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

  /** A gate that would be made in a wall. */
  static Opening gate(Candidate wall, Coordinate place, Gain gain) {
    String id = wall.feature().id();
    Geometry point = wall.feature().geometry().getFactory().createPoint(place);
    return opening(Layer.GATES, "new-gate-" + id, "add_gate", id, gain, point);
  }
}
