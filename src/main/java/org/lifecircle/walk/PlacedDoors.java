package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Change;
import org.lifecircle.model.Gate;
import org.lifecircle.model.Layer;
import org.lifecircle.walk.DoorPlaces.Found;
import org.lifecircle.walk.DoorPlaces.OfFacility;
import org.locationtech.jts.geom.Geometry;

/**
 * The doors of facilities that a what-if sets up or moves. Nobody walks on through a facility, so
 * that its doors need no nodes: they join the network as free points do, by the same links as if
 * they had been there when it was built. Immutable.
 */
final class PlacedDoors {

  static final PlacedDoors NONE = new PlacedDoors(Map.of());

  /** A facility, by the change that placed it. */
  private record Placed(Change change, Geometry at, OfFacility doors) {}

  private final Map<String, Placed> placed; // by facility

  private PlacedDoors(Map<String, Placed> placed) {
    this.placed = placed;
  }

  /** Those of some changes; {@code find} is asked only for those that are not placed here yet. */
  PlacedDoors with(Collection<Change> changes, Function<Geometry, OfFacility> find) {
    Map<String, Placed> all = new TreeMap<>();
    for (Change change : changes) {
      Geometry at = placeOf(change);
      Placed before = placed.get(change.id());
      if (before != null && before.change().equals(change)) {
        all.put(change.id(), before);
      } else if (at != null) {
        all.put(change.id(), new Placed(change, at, find.apply(at)));
      }
    }
    return all.isEmpty() ? NONE : new PlacedDoors(all);
  }

  private static @Nullable Geometry placeOf(Change change) {
    if (change instanceof Change.AddFacility added) {
      return added.feature().geometry();
    }
    return change instanceof Change.MoveFacility moved ? moved.to() : null;
  }

  /** Whether a change places a facility. */
  static boolean places(Change change) {
    return placeOf(change) != null;
  }

  boolean has(String facility) {
    return placed.containsKey(facility);
  }

  /** How the doors of a facility join the network as it is in a view. */
  List<Foothold> footholds(String facility, WalkNetwork network, View view) {
    Placed one = placed.get(facility);
    if (one == null) {
      return List.of();
    }
    Footing footing = new Footing(network);
    List<Foothold> footholds = new ArrayList<>();
    for (Found found : one.doors().places()) {
      for (Tie tie : found.ties()) {
        if (tie.needs().areGone(view.standing().gone())) {
          footholds.add(footing.door(found.x(), found.y(), tie, view));
        }
      }
    }
    return footholds;
  }

  /** The gates on the outline of a facility: to pass one is to be there. */
  List<Gate> gates(String facility) {
    Placed one = placed.get(facility);
    return one == null ? List.of() : one.doors().gates();
  }

  /** Says which of them see no ground. */
  void report(WalkNetwork network, Issues issues) {
    placed.forEach(
        (facility, one) -> {
          boolean hidden = footholds(facility, network, network.view()).isEmpty();
          if (hidden && one.doors().gates().isEmpty()) {
            double reach = network.tieMillimetres() / 1000.0;
            issues.seesNoGround(
                Layer.FACILITIES, facility, reach, one.at().getInteriorPoint().getCoordinate());
          }
        });
  }
}
