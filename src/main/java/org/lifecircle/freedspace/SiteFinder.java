package org.lifecircle.freedspace;

import java.util.ArrayList;
import java.util.List;
import org.lifecircle.model.Site;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;

/** Says on which site a place lies. */
final class SiteFinder {

  private static final String NONE = "site-none";

  private record Ground(Site site, IndexedPointInAreaLocator locator) {}

  private final List<Ground> grounds = new ArrayList<>();

  SiteFinder(List<Site> sites) {
    for (Site site : sites) {
      grounds.add(new Ground(site, new IndexedPointInAreaLocator(site.geometry())));
    }
  }

  /** The id of the site that holds this place; of the nearest if none does. */
  String at(Coordinate place) {
    for (Ground ground : grounds) {
      if (ground.site().geometry().getEnvelopeInternal().contains(place)
          && ground.locator().locate(place) != Location.EXTERIOR) {
        return ground.site().id();
      }
    }
    String nearest = NONE;
    double nearestMetres = Double.POSITIVE_INFINITY;
    for (Ground ground : grounds) {
      double metres = ground.site().geometry().distance(Areas.point(place));
      if (metres < nearestMetres) {
        nearest = ground.site().id();
        nearestMetres = metres;
      }
    }
    return nearest;
  }
}
