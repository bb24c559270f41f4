package org.lifecircle.town;

import java.util.ArrayList;
import java.util.List;
import org.lifecircle.model.Building;
import org.lifecircle.model.Compound;
import org.lifecircle.model.Gate;
import org.lifecircle.model.IllegalStructure;
import org.lifecircle.model.Obstacle;
import org.lifecircle.model.OpenSpace;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.WalkingRules;
import org.lifecircle.model.Wall;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * What of a town is solid, what bars, and what is open ground: a second reading of the walk model's
 * "The world" and "Open ground joins".
 *
 * <p>A gap beside a removed thing is closed where a closing by half the gap's width (dilate, then
 * erode) of the ground and the strip together adds something within that width of the strip.
 *
 * @param barriers lines that stop feet; inferred ones, which readers put round gated compounds that
 *     have no mapped wall, are open where paths cross them
 * @param solids what feet cannot enter
 * @param ground all open ground, less the solids
 */
record TownReading(
    StudyArea area,
    WalkingRules rules,
    List<Barrier> barriers,
    List<Geometry> solids,
    Geometry ground) {

  /** A line that stops feet. */
  record Barrier(String id, boolean inferred, LineString line) {}

  /** Finer than the 0.1 mm people turn beside corners, or ground would bulge out past walls. */
  private static final PrecisionModel MICROMETRES = new PrecisionModel(1e6);

  private static final BufferParameters SQUARE =
      new BufferParameters(1, BufferParameters.CAP_FLAT, BufferParameters.JOIN_MITRE, 5);

  static TownReading of(StudyArea area, WalkingRules rules) {
    List<Geometry> solids = solids(area);
    return new TownReading(area, rules, barriers(area), solids, ground(area, rules, solids));
  }

  private static List<Geometry> solids(StudyArea area) {
    List<Geometry> solids = new ArrayList<>();
    area.buildings().stream().map(Building::geometry).forEach(solids::add);
    area.illegalStructures().stream()
        .filter(IllegalStructure::blocksGround)
        .map(IllegalStructure::geometry)
        .forEach(solids::add);
    area.obstacles().stream()
        .map(Obstacle::geometry)
        .filter(g -> !(g instanceof Lineal))
        .forEach(solids::add);
    return solids;
  }

  private static List<Barrier> barriers(StudyArea area) {
    List<Barrier> barriers = new ArrayList<>();
    area.walls().stream()
        .filter(Wall::standing)
        .forEach(w -> barriers.add(new Barrier(w.id(), w.inferred(), w.geometry())));
    for (Obstacle obstacle : area.obstacles()) {
      if (obstacle.geometry() instanceof Lineal) {
        for (int i = 0; i < obstacle.geometry().getNumGeometries(); i++) {
          LineString line = (LineString) obstacle.geometry().getGeometryN(i);
          barriers.add(new Barrier(obstacle.id(), false, line));
        }
      }
    }
    return barriers;
  }

  private static Geometry ground(StudyArea area, WalkingRules rules, List<Geometry> solids) {
    List<Geometry> open = new ArrayList<>();
    area.compounds().stream().map(Compound::geometry).forEach(open::add);
    area.openSpaces().stream().map(OpenSpace::geometry).forEach(open::add);
    if (open.isEmpty()) {
      open.add(area.boundary().getFactory().createPolygon());
    }
    Geometry ground = OverlayNGRobust.union(open);
    List<Geometry> strips = strips(area);
    if (!strips.isEmpty()) {
      ground = joined(ground, OverlayNGRobust.union(strips), rules.ground().gapMetres());
    }
    for (Geometry solid : solids) {
      ground = OverlayNGRobust.overlay(ground, solid, OverlayNG.DIFFERENCE);
    }
    return ground;
  }

  /** Where demolished things stood. */
  static List<Geometry> strips(StudyArea area) {
    List<Geometry> strips = new ArrayList<>();
    for (Wall wall : area.walls()) {
      if (!wall.standing()) {
        strips.add(BufferOp.bufferOp(wall.geometry(), wall.thicknessMetres() / 2, SQUARE));
      }
    }
    for (IllegalStructure structure : area.illegalStructures()) {
      if (structure.status() == org.lifecircle.model.Status.DEMOLISHED
          && structure.position() != org.lifecircle.model.StructurePosition.ROOFTOP) {
        strips.add(structure.geometry());
      }
    }
    return strips;
  }

  private static Geometry joined(Geometry ground, Geometry strips, double gapMetres) {
    Geometry all = OverlayNG.overlay(ground, strips, OverlayNG.UNION, MICROMETRES);
    double half = gapMetres / 2 + 0.001;
    Geometry closed = BufferOp.bufferOp(BufferOp.bufferOp(all, half, SQUARE), -half, SQUARE);
    Geometry near = BufferOp.bufferOp(strips, gapMetres + 0.001, SQUARE);
    Geometry gaps = OverlayNGRobust.overlay(closed, near, OverlayNG.INTERSECTION);
    return OverlayNG.overlay(all, gaps, OverlayNG.UNION, MICROMETRES);
  }

  /** All barriers as plain lines. */
  List<Geometry> barrierLines() {
    return barriers.stream().map(b -> (Geometry) b.line()).toList();
  }

  /** The barriers this gate stands on. */
  List<Barrier> barriersNear(Gate gate) {
    double near = rules.ground().gateToleranceMetres();
    return barriers.stream()
        .filter(b -> b.line().isWithinDistance(gate.geometry(), near))
        .sorted(
            (a, b) ->
                Double.compare(
                    a.line().distance(gate.geometry()), b.line().distance(gate.geometry())))
        .toList();
  }
}
