package org.lifecircle.model;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * One connected piece of ground 腾退空间 that taking things down makes usable at a width.
 *
 * @param id {@code freed-} and the smallest id of the things it is due to, numbered from south to
 *     north where several pieces share it
 * @param siteId the {@link Site} it is part of
 * @param geometry polygonal, in metres of the area's CRS; not rounded to millimetres
 * @param areaSquareMetres of the piece
 * @param footprintSquareMetres the part of it the removed things stood on
 * @param sliversSquareMetres slivers the same things leave beside it, not part of its area; a
 *     sliver due to several pieces' things is counted with the first of them by id
 * @param minWidthMetres the width it is usable at
 * @param walls ids of the removed walls it is due to, sorted
 * @param illegalStructures ids of the removed structures it is due to, sorted
 * @param owners the known owners of both, sorted, each once
 * @param compounds ids of the compounds whose ground it lies on or joins, sorted
 */
public record FreedSpace(
    String id,
    String siteId,
    Geometry geometry,
    double areaSquareMetres,
    double footprintSquareMetres,
    double sliversSquareMetres,
    double minWidthMetres,
    List<String> walls,
    List<String> illegalStructures,
    List<String> owners,
    List<String> compounds) {

  public FreedSpace {
    Feature.requirePolygonal(geometry);
    walls = List.copyOf(walls);
    illegalStructures = List.copyOf(illegalStructures);
    owners = List.copyOf(owners);
    compounds = List.copyOf(compounds);
  }
}
