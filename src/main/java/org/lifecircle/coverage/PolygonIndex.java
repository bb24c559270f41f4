package org.lifecircle.coverage;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/** Finds the polygon a place is in. Where polygons meet or overlap the first has it. */
final class PolygonIndex {

  static final int NOWHERE = -1;

  private final List<PointOnGeometryLocator> locators = new ArrayList<>();
  private final STRtree tree = new STRtree();

  PolygonIndex(List<? extends Geometry> polygons) {
    for (int i = 0; i < polygons.size(); i++) {
      locators.add(new IndexedPointInAreaLocator(polygons.get(i)));
      tree.insert(polygons.get(i).getEnvelopeInternal(), i);
    }
    tree.build();
  }

  /** Number of the first polygon that holds the place, its edge included, or {@link #NOWHERE}. */
  int at(Coordinate place) {
    int first = NOWHERE;
    for (Object item : tree.query(new Envelope(place))) {
      int i = (Integer) item;
      if ((first == NOWHERE || i < first) && locators.get(i).locate(place) != Location.EXTERIOR) {
        first = i;
      }
    }
    return first;
  }
}
