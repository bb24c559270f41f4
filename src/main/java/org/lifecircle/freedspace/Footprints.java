package org.lifecircle.freedspace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lifecircle.model.Obstacle;
import org.lifecircle.model.Path;
import org.lifecircle.model.PathKind;
import org.lifecircle.model.Wall;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.LineStringExtracter;

/** The ground that lines take up. */
final class Footprints {

  /**
   * A wall drawn without thickness, or a railway drawn as a line, still parts the ground. It gets
   * this much, or discs would reach across it and its removal would free a silent nothing.
   */
  private static final double THINNEST_METRES = 0.02;

  private Footprints() {}

  /**
   * A wall's line given its thickness. Caps are flat, so that a straight piece takes exactly length
   * × thickness and never reaches into the next piece.
   */
  static Geometry of(Wall wall) {
    return Discs.thickened(wall.geometry(), Math.max(wall.thicknessMetres(), THINNEST_METRES));
  }

  /** An obstacle: its area, or its lines with the least thickness. */
  static Geometry of(Obstacle obstacle) {
    if (obstacle.geometry() instanceof Polygonal) {
      return obstacle.geometry();
    }
    List<Geometry> strips = new ArrayList<>();
    for (Object line : LineStringExtracter.getLines(obstacle.geometry())) {
      strips.add(Discs.thickened((LineString) line, THINNEST_METRES));
    }
    return Areas.union(strips);
  }

  /**
   * The carriageways: streets on the ground, as wide as they are. Lanes, footways and all narrower
   * kinds are part of the room: they are what a freed wall widens. A street ends flat, for it often
   * ends at a compound's gate; where streets meet, a disc closes the wedge between them.
   */
  static List<Geometry> carriageways(List<Path> paths, double usualWidthMetres, Notebook notebook) {
    List<Geometry> carriageways = new ArrayList<>();
    Map<Coordinate, List<Double>> widthsAtEnds = new TreeMap<>();
    for (Path path : paths) {
      if (path.kind() != PathKind.STREET || !path.onGround() || path.tunnel()) {
        continue;
      }
      Double mapped = path.widthMetres();
      double width = mapped == null ? usualWidthMetres : mapped;
      if (width == 0 || path.geometry().isEmpty()) {
        continue;
      }
      LineString line = path.geometry();
      carriageways.add(
          new Band(Band.Kind.THICKENED, width, line)
              .drawn(notebook, near -> Discs.thickened((LineString) near, width)));
      widthsAt(widthsAtEnds, line.getStartPoint().getCoordinate()).add(width);
      widthsAt(widthsAtEnds, line.getEndPoint().getCoordinate()).add(width);
    }
    widthsAtEnds.forEach((end, widths) -> addJunction(carriageways, end, widths));
    return carriageways;
  }

  /** As wide as the second widest street that ends here, so that no disc juts out beside one. */
  private static void addJunction(
      List<Geometry> carriageways, Coordinate end, List<Double> widths) {
    if (widths.size() < 2) {
      return;
    }
    widths.sort(Collections.reverseOrder());
    carriageways.add(Discs.disc(end, widths.get(1) / 2));
  }

  private static List<Double> widthsAt(Map<Coordinate, List<Double>> widths, Coordinate end) {
    return widths.computeIfAbsent(end, e -> new ArrayList<>());
  }
}
