package org.lifecircle.io.assembly;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Building;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.hprtree.HPRtree;

/** Buildings found by place. */
final class BuildingIndex {

  private final HPRtree tree = new HPRtree();

  BuildingIndex(List<Building> buildings) {
    for (Building building : buildings) {
      tree.insert(building.geometry().getEnvelopeInternal(), building);
    }
  }

  /** Every building whose envelope meets this one. */
  List<Building> around(Envelope envelope) {
    List<Building> around = new ArrayList<>();
    if (tree.size() > 0) {
      tree.query(envelope, item -> around.add((Building) item));
    }
    return around;
  }

  /** Whether the place is inside of a building other than this one. */
  boolean otherAt(Coordinate place, String id) {
    return around(new Envelope(place)).stream()
        .anyMatch(
            b ->
                !b.id().equals(id)
                    && SimplePointInAreaLocator.locate(place, b.geometry()) == Location.INTERIOR);
  }

  /** The building nearest to the point and at most so far away; of equals the first by id. */
  @Nullable Building nearest(Point place, double withinMetres) {
    Envelope near = place.getEnvelopeInternal();
    near.expandBy(withinMetres);
    Building best = null;
    double metres = withinMetres;
    for (Building building : around(near)) {
      double distance = building.geometry().distance(place);
      boolean earlier = best == null || building.id().compareTo(best.id()) < 0;
      if (distance < metres || (distance == metres && earlier)) {
        best = building;
        metres = distance;
      }
    }
    return best;
  }
}
