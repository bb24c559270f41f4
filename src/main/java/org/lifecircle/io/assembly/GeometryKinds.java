package org.lifecircle.io.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Layer;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.Puntal;

/** Which geometry a layer wants, and one single part at a time. */
enum GeometryKinds {
  POINT("点", "a point"),
  LINE("线", "a line"),
  POLYGON("面", "a polygon");

  private final String zh;
  private final String en;

  GeometryKinds(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  static Set<GeometryKinds> of(Layer layer) {
    return switch (layer) {
      case ENTRANCES, GATES -> Set.of(POINT);
      case WALLS, PATHS -> Set.of(LINE);
      case FACILITIES -> Set.of(POINT, POLYGON);
      case OBSTACLES -> Set.of(LINE, POLYGON);
      case UTILITIES -> Set.of(POINT, LINE);
      case COMPOUNDS, BUILDINGS, ILLEGAL_STRUCTURES, OPEN_SPACES, UNITS, PARCELS, POPULATION ->
          Set.of(POLYGON);
    };
  }

  /**
   * Throws unless the geometry is of one of these kinds.
   *
   * @throws BadValueException naming what is wanted and what was given
   */
  static void require(Set<GeometryKinds> accepted, Geometry geometry) {
    boolean right =
        (geometry instanceof Puntal && accepted.contains(POINT))
            || (geometry instanceof Lineal && accepted.contains(LINE))
            || (geometry instanceof Polygonal && accepted.contains(POLYGON));
    if (!right) {
      List<GeometryKinds> wanted = accepted.stream().sorted().toList();
      throw new BadValueException(
          "需要"
              + wanted.stream().map(k -> k.zh).reduce((a, b) -> a + "或" + b).orElse("")
              + "，而给出的是 "
              + geometry.getGeometryType(),
          wanted.stream().map(k -> k.en).reduce((a, b) -> a + " or " + b).orElse("")
              + " is needed, not a "
              + geometry.getGeometryType());
    }
  }

  /** The parts a feature becomes: lines and points one by one, polygons stay together. */
  static List<Geometry> parts(Geometry geometry) {
    if (geometry instanceof Polygonal || !(geometry instanceof GeometryCollection)) {
      return List.of(geometry);
    }
    List<Geometry> parts = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (!geometry.getGeometryN(i).isEmpty()) {
        parts.add(geometry.getGeometryN(i));
      }
    }
    return parts;
  }
}
