package org.lifecircle.walk;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.lifecircle.model.Compound;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.WalkingRules;
import org.lifecircle.town.RandomTown;
import org.lifecircle.town.TownRules;
import org.locationtech.jts.geom.Coordinate;

/** A town that laws are tried on, with its network and all the doors people go between. */
record TriedTown(String name, StudyArea area, WalkNetwork network) {

  static final WalkingRules RULES = TownRules.walking();

  /** A door. */
  record Place(String id, Coordinate at) {}

  /** Two doors. */
  record Pair(Place from, Place to) {}

  static TriedTown of(String name, StudyArea area) {
    return new TriedTown(name, area, WalkNetwork.of(area, RULES));
  }

  /** Tries something on so many random towns, or on a tenth of them and some of the others. */
  static void each(int towns, Consumer<TriedTown> law) {
    RandomTown.seeds(towns, 109, 127, 340)
        .forEach(seed -> law.accept(of("seed " + seed, RandomTown.of(seed).area())));
  }

  List<Place> places() {
    List<Place> places = new ArrayList<>();
    area.entrances().forEach(e -> places.add(new Place(e.id(), e.geometry().getCoordinate())));
    area.facilities().forEach(f -> places.add(new Place(f.id(), f.geometry().getCoordinate())));
    return places;
  }

  /** Every pair of doors once, in one direction or the other. */
  List<Pair> pairs() {
    List<Place> places = places();
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      for (int j = 0; j < i; j++) {
        boolean forth = (i + j) % 2 == 0;
        pairs.add(new Pair(places.get(forth ? i : j), places.get(forth ? j : i)));
      }
    }
    return pairs;
  }

  /** The compounds that two doors stand in. */
  Set<String> compoundsOf(Pair pair) {
    Set<String> compounds = new TreeSet<>();
    for (Place place : List.of(pair.from(), pair.to())) {
      area.compounds().stream()
          .filter(c -> c.geometry().covers(c.geometry().getFactory().createPoint(place.at())))
          .map(Compound::id)
          .findFirst()
          .ifPresent(compounds::add);
    }
    return compounds;
  }

  /** In metres, infinite when there is no walk. */
  double metres(Pair pair) {
    return network
        .walk(pair.from().at(), pair.to().at(), Measure.distance())
        .map(walk -> walk.distanceMillimetres() / 1000.0)
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** What it costs to walk from each entrance to each facility alone, in millimetres. */
  int[][] costs() {
    return costs(network);
  }

  /** The same in another network of the same doors. */
  int[][] costs(WalkNetwork other) {
    return area.facilities().stream()
        .map(f -> other.costsToNearest(List.of(f), Measure.distance(), WalkNetwork.NO_CUTOFF))
        .toArray(int[][]::new);
  }

  void claim(boolean holds, Object... what) {
    assertTrue(holds, () -> name + ": " + List.of(what));
  }
}
