package org.lifecircle.coverage;

import java.util.List;
import org.lifecircle.model.Criterion;
import org.lifecircle.model.Facility;
import org.lifecircle.model.Group;
import org.locationtech.jts.geom.Geometry;

/**
 * Draws catchments, for the share of land only: an isochrone is a picture, and people are never
 * counted with it.
 */
@FunctionalInterface
public interface Catchments {

  /**
   * The ground from which the nearest of the facilities is within the cutoff, walking in.
   *
   * @param group whose pace counts; nothing depends on it when distances are asked
   * @param cutoff millimetres or milliseconds
   * @return polygonal, possibly empty
   */
  Geometry of(List<Facility> facilities, Criterion criterion, Group group, int cutoff);
}
