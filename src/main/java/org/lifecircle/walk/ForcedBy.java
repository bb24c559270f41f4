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
    for (Feature barrier : candidates()) {
      if (detour(barrier.geometry(), from, to) <= farthest) {
        gain(barrier, from, to, measure, walk)
            .filter(gain -> gain.millimetres() >= least)
            .ifPresent(gains::add);
      }
    }
    gains.sort(Comparator.comparingInt(Gain::millimetres).reversed().thenComparing(Gain::id));
    return gains.stream().map(Gain::id).toList();
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
      Feature barrier, Coordinate from, Coordinate to, Measure measure, Walk walk) {
    Layer layer = barrier instanceof Wall ? Layer.WALLS : Layer.ILLEGAL_STRUCTURES;
    BitSet gone = new BitSet();
    int number = network.parts().things().findRemovable(layer, barrier.id()).orElse(-1);
    if (number < 0 || network.view().standing().gone().get(number)) {
      return Optional.empty();
    }
    gone.set(number);
    int cutoff = measure.group().isEmpty() ? walk.distanceMillimetres() : walk.milliseconds();
    return finder
        .walk(
            from, to, measure, network.parts().view(network.view().altered().without(gone)), cutoff)
        .map(w -> new Gain(barrier.id(), walk.distanceMillimetres() - w.distanceMillimetres()));
  }
}
