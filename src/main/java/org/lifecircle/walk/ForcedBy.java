package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lifecircle.model.Feature;
import org.lifecircle.model.IllegalStructure;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Walk;
import org.lifecircle.model.Wall;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Asks of every removable that could matter what the walk would be without it. */
final class ForcedBy {

  private final WalkNetwork network;
  private final WalkFinder finder;

  ForcedBy(WalkNetwork network, WalkFinder finder) {
    this.network = network;
    this.finder = finder;
  }

  private record Gain(String id, int millimetres) {}

  List<String> of(Coordinate from, Coordinate to, Measure measure, Walk walk) {
    int least = (int) Math.ceil(network.rules().forcedByMinMetres() * 1000);
    double farthest = (walk.distanceMillimetres() - least) / 1000.0;
    List<Gain> gains = new ArrayList<>();
    GateSharing sharing = sharing(from, to);
    for (Feature barrier : candidates()) {
      int number = numberOf(barrier);
      boolean couldHelp =
          number >= 0
              && !network.view().standing().gone().get(number)
              && (detour(barrier.geometry(), from, to) <= farthest || sharing.growsWithout(number));
      if (couldHelp) {
        gain(barrier, number, from, to, measure, walk)
            .filter(gain -> gain.millimetres() >= least)
            .ifPresent(gains::add);
      }
    }
    gains.sort(Comparator.comparingInt(Gain::millimetres).reversed().thenComparing(Gain::id));
    return gains.stream().map(Gain::id).toList();
  }

  private int numberOf(Feature barrier) {
    Layer layer = barrier instanceof Wall ? Layer.WALLS : Layer.ILLEGAL_STRUCTURES;
    return network.parts().things().findRemovable(layer, barrier.id()).orElse(-1);
  }

  /** Of those who live where the walk begins and where it ends. */
  private GateSharing sharing(Coordinate from, Coordinate to) {
    BitSet groups = new BitSet();
    for (Coordinate end : List.of(from, to)) {
      int group = network.view().group(network.parts().compounds().at(end));
      if (group != CompoundMap.NOWHERE) {
        groups.set(group);
      }
    }
    return new GateSharing(network.parts(), network.view(), groups);
  }

  private List<Feature> candidates() {
    List<Feature> all = new ArrayList<>();
    for (Wall wall : network.area().walls()) {
      if (wall.removable() && wall.standing()) {
        all.add(wall);
      }
    }
    for (IllegalStructure structure : network.area().illegalStructures()) {
      if (structure.blocksGround()) {
        all.add(structure);
      }
    }
    return all;
  }

  /** No walk over the place of a barrier is shorter than this. */
  private static double detour(Geometry barrier, Coordinate from, Coordinate to) {
    return barrier.distance(barrier.getFactory().createPoint(from))
        + barrier.distance(barrier.getFactory().createPoint(to));
  }

  private Optional<Gain> gain(
      Feature barrier, int number, Coordinate from, Coordinate to, Measure measure, Walk walk) {
    BitSet gone = new BitSet();
    gone.set(number);
    int cutoff = measure.group().isEmpty() ? walk.distanceMillimetres() : walk.milliseconds();
    return finder
        .walk(
            from, to, measure, network.parts().view(network.view().altered().without(gone)), cutoff)
        .map(w -> new Gain(barrier.id(), walk.distanceMillimetres() - w.distanceMillimetres()));
  }
}
