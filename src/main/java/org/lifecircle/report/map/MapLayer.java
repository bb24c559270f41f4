package org.lifecircle.report.map;

/** One layer of a map. */
@FunctionalInterface
interface MapLayer {

  /** Draws what of it the view shows. */
  void draw(Ink ink, MapView view);
}
