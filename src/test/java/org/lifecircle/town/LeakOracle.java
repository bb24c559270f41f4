package org.lifecircle.town;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lifecircle.model.Gate;
import org.lifecircle.model.Path;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.WalkingRules;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Whether a line walked leaks: through a barrier away from an opening, or into a solid, or over
 * what is no ground. One centimetre is forgiven.
 *
 * <p>A line may touch a wall, run along it and turn at its end. Whether it gets to the other side
 * is judged in a small neighbourhood of every contact: take the walls out of it; before and after
 * must lie in the same remaining part.
 */
public final class LeakOracle {

  private static final double CENTIMETRE = 0.01;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** A place where some may pass a barrier. */
  private record Opening(Coordinate at, Set<String> users) {}

  private final TownReading town;
  private final List<Opening> openings = new ArrayList<>();
  private final Geometry covered;
  private final Geometry walkable;
  private final Geometry gates;

  private LeakOracle(StudyArea area, WalkingRules rules) {
    town = TownReading.of(area, rules);
    PathCuts cuts = new PathCuts(town, new Neighbours(town));
    for (Gate gate : area.gates()) {
      town.barriersNear(gate)
          .forEach(
              b ->
                  openings.add(
                      new Opening(
                          DistanceOp.nearestPoints(b.line(), gate.geometry())[0],
                          cuts.users(gate))));
    }
    List<Geometry> lines = new ArrayList<>();
    for (Path path : area.paths()) {
      PathLine line = new PathLine(path);
      cuts.of(line)
          .forEach(c -> openings.add(new Opening(line.at(c.from()).coordinate(), c.users())));
      lines.add(path.geometry());
      if (!path.onGround()) {
        flyOver(path);
      }
    }
    covered = OverlayNGRobust.union(coveredWays(cuts));
    lines.add(town.ground());
    walkable = around(lines, 2 * CENTIMETRE);
    gates = around(area.gates().stream().map(g -> (Geometry) g.geometry()).toList(), 2.1);
  }

  /** The leaks of a town. */
  public static LeakOracle of(StudyArea area, WalkingRules rules) {
    return new LeakOracle(area, rules);
  }

  /**
   * Every leak of a walk, in words; empty when it is sound.
   *
   * @param compounds whose residents' gates it may use
   */
  public List<String> check(LineString walk, Set<String> compounds) {
    List<String> leaks = new ArrayList<>();
    if (walk.isEmpty() || walk.getLength() == 0) {
      return leaks;
    }
    throughBarriers(walk, compounds, leaks);
    intoSolids(walk, leaks);
    offGround(walk, leaks);
    return leaks;
  }

  /** How many square metres of an area lie in solids, away from ways through them. */
  public double squareMetresInSolids(Geometry area) {
    double sum = 0;
    for (Geometry solid : town.solids()) {
      Geometry inside =
          OverlayNGRobust.overlay(area, solid.buffer(-CENTIMETRE), OverlayNG.INTERSECTION);
      sum += OverlayNGRobust.overlay(inside, covered.buffer(1.1), OverlayNG.DIFFERENCE).getArea();
    }
    return sum;
  }

  private void flyOver(Path path) {
    for (TownReading.Barrier barrier : town.barriers()) {
      for (Coordinate at : path.geometry().intersection(barrier.line()).getCoordinates()) {
        openings.add(new Opening(at, OracleGraph.EVERYBODY));
      }
    }
  }

  /** Lines on which one may walk through or over solids. */
  private List<Geometry> coveredWays(PathCuts cuts) {
    List<Geometry> ways = new ArrayList<>(List.of(FACTORY.createPolygon()));
    for (Path path : town.area().paths()) {
      boolean blockedBySolid =
          cuts.of(new PathLine(path)).stream().anyMatch(c -> c.to() > c.from());
      if (path.tunnel() || !path.onGround() || !blockedBySolid) {
        ways.add(path.geometry().buffer(2 * CENTIMETRE));
      }
    }
    return ways;
  }

  /** All that lies within a distance of some geometries. */
  private static Geometry around(List<Geometry> parts, double metres) {
    List<Geometry> wide = new ArrayList<>(List.of(FACTORY.createPolygon()));
    parts.forEach(part -> wide.add(part.buffer(metres)));
    return OverlayNGRobust.union(wide);
  }

  private void throughBarriers(LineString walk, Set<String> compounds, List<String> leaks) {
    List<Geometry> holes = new ArrayList<>();
    for (Opening opening : openings) {
      boolean open =
          opening.users() == OracleGraph.EVERYBODY
              || opening.users().stream().anyMatch(compounds::contains);
      if (open) {
        holes.add(FACTORY.createPoint(opening.at()).buffer(CENTIMETRE));
      }
    }
    List<Geometry> near = new ArrayList<>();
    for (TownReading.Barrier barrier : town.barriers()) {
      if (barrier.line().isWithinDistance(walk, CENTIMETRE)) {
        near.add(barrier.line());
      }
    }
    if (near.isEmpty()) {
      return;
    }
    Geometry barriers = OverlayNGRobust.union(near);
    for (Geometry hole : holes) {
      barriers = OverlayNGRobust.overlay(barriers, hole, OverlayNG.DIFFERENCE);
    }
    WalkedLine line = new WalkedLine(walk);
    for (double[] contact : line.contacts(barriers.buffer(1e-3))) {
      if (line.changesSides(contact, barriers, CENTIMETRE)) {
        leaks.add("crosses a barrier at " + line.at((contact[0] + contact[1]) / 2));
      }
    }
  }

  private void intoSolids(LineString walk, List<String> leaks) {
    for (Geometry solid : town.solids()) {
      boolean startsInside =
          solid.contains(walk.getStartPoint()) || solid.contains(walk.getEndPoint());
      Geometry inside = walk.intersection(solid.buffer(-CENTIMETRE)).difference(covered);
      if (!startsInside && inside.getLength() > CENTIMETRE) {
        leaks.add("enters a solid at " + inside.getCoordinate());
      }
    }
  }

  /** Off the ground one only goes straight, and bends only at gates. */
  private void offGround(LineString walk, List<String> leaks) {
    Geometry off = walk.difference(walkable).difference(gates);
    for (int i = 0; i < off.getNumGeometries(); i++) {
      Geometry piece = off.getGeometryN(i);
      Coordinate[] c = piece.getCoordinates();
      if (c.length > 1) {
        double straight = c[0].distance(c[c.length - 1]);
        if (piece.getLength() - straight > CENTIMETRE) {
          leaks.add("walks about off the ground at " + c[0]);
        }
        if (straight > town.rules().ground().tieMaxMetres() + CENTIMETRE) {
          leaks.add("is off the ground for " + straight + " m at " + c[0]);
        }
      }
    }
  }
}
