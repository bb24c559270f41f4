package org.lifecircle.town;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lifecircle.model.Access;
import org.lifecircle.model.Evidence;
import org.lifecircle.model.Gate;
import org.lifecircle.model.PathThroughBuilding;
import org.lifecircle.model.UnmarkedCrossing;
import org.lifecircle.town.TownReading.Barrier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;

/**
 * Where a path is cut, and who may go on: a second reading of "Path meets barrier".
 *
 * <p>Choices where the text leaves one: a gate within reach of the crossing decides even where the
 * wall is only inferred, and the nearest gate decides if there are several; a path that merely
 * touches a wall and goes on along the same side is not cut; two ways that end at the same node of
 * a wall from either side do not meet. An illegal structure is a building: a path through it
 * follows the rule for buildings, one into water never goes on.
 */
final class PathCuts {

  /**
   * A stretch nobody can walk, or a point with a rule.
   *
   * @param users who may pass; nobody when empty
   */
  record Cut(double from, double to, Set<String> users) {}

  private static final double STEP = 1e-3;

  private final TownReading town;
  private final Neighbours neighbours;
  private final Sight barriers;

  PathCuts(TownReading town, Neighbours neighbours) {
    this.town = town;
    this.neighbours = neighbours;
    this.barriers = Sight.past(town.barrierLines());
  }

  /** All cuts of a path, in order along it. */
  List<Cut> of(PathLine line) {
    List<Cut> cuts = new ArrayList<>();
    if (!line.path().onGround()) {
      return cuts;
    }
    for (double s : contacts(line)) {
      crossing(line, s).ifPresent(cuts::add);
    }
    for (Gate gate : town.area().gates()) {
      double s = line.nearest(gate.geometry().getCoordinate());
      boolean near =
          line.at(s).coordinate().distance(gate.geometry().getCoordinate())
              <= town.rules().ground().gateToleranceMetres();
      if (near && town.barriersNear(gate).isEmpty() && s > STEP && s < line.length() - STEP) {
        cuts.add(new Cut(s, s, users(gate)));
      }
    }
    if (!line.path().tunnel()) {
      solids(line, cuts);
    }
    cuts.sort(Comparator.comparingDouble(Cut::from));
    return cuts;
  }

  /** Who may pass a gate. */
  Set<String> users(Gate gate) {
    return gate.access() == Access.PUBLIC
        ? OracleGraph.EVERYBODY
        : gate.access() == Access.CLOSED ? Set.of() : neighbours.usersOf(gate);
  }

  /** Chainages at which the path touches a barrier. */
  private NavigableSet<Double> contacts(PathLine line) {
    NavigableSet<Double> contacts = new TreeSet<>();
    for (int i = 0; i < line.segments(); i++) {
      Spot a = Spot.of(line.vertex(i));
      Spot b = Spot.of(line.vertex(i + 1));
      for (Sight.Edge edge : barriers.edges()) {
        if (Spot.meet(a, b, edge.a(), edge.b())) {
          LineSegment wall = new LineSegment(edge.a().coordinate(), edge.b().coordinate());
          LineSegment way = new LineSegment(line.vertex(i), line.vertex(i + 1));
          Coordinate meeting = way.closestPoints(wall)[0];
          Coordinate crossing = way.intersection(wall);
          double s = line.chainageOf(i, crossing == null ? meeting : crossing);
          if (contacts.subSet(s - 1e-5, s + 1e-5).isEmpty()) {
            contacts.add(s);
          }
        }
      }
    }
    return contacts;
  }

  private Optional<Cut> crossing(PathLine line, double s) {
    if (s < STEP || s > line.length() - STEP) {
      return Optional.of(new Cut(s, s, Set.of())); // it ends at the wall and opens nothing
    }
    if (barriers.sees(line.at(s - STEP), line.at(s + STEP))) {
      return Optional.empty(); // it touches the wall and goes on along the same side
    }
    Coordinate place = line.at(s).coordinate();
    Optional<Gate> gate =
        town.area().gates().stream()
            .filter(
                g ->
                    g.geometry().getCoordinate().distance(place)
                        <= town.rules().ground().gateToleranceMetres())
            .min(
                Comparator.comparingDouble(
                    (Gate g) -> g.geometry().getCoordinate().distance(place)));
    Set<String> users =
        gate.map(this::users)
            .orElseGet(() -> unmarkedOpens(line, place) ? OracleGraph.EVERYBODY : Set.of());
    return Optional.of(new Cut(s, s, users));
  }

  private boolean unmarkedOpens(PathLine line, Coordinate place) {
    Geometry spot = TownBuilder.point(place.x, place.y);
    List<Barrier> crossed =
        town.barriers().stream().filter(b -> b.line().isWithinDistance(spot, 1e-3)).toList();
    UnmarkedCrossing rule =
        town.rules().crossings(town.area().profile().evidence()).unmarkedCrossing();
    return rule == UnmarkedCrossing.OPEN
        || crossed.stream()
            .allMatch(
                b ->
                    b.inferred()
                        || (rule == UnmarkedCrossing.SHARED_NODE
                            && hasVertex(b.line(), place)
                            && hasVertex(line.path().geometry(), place)));
  }

  private static boolean hasVertex(LineString line, Coordinate place) {
    for (Coordinate vertex : line.getCoordinates()) {
      if (vertex.distance(place) < 1e-5) {
        return true;
      }
    }
    return false;
  }

  private void solids(PathLine line, List<Cut> cuts) {
    Evidence evidence = town.area().profile().evidence();
    boolean through =
        town.rules().crossings(evidence).pathThroughBuilding() == PathThroughBuilding.OPEN;
    for (Geometry solid : town.solids()) {
      boolean building =
          town.area().obstacles().stream().noneMatch(o -> o.geometry().equalsExact(solid));
      Geometry inside = line.path().geometry().intersection(solid.buffer(-1e-4));
      for (int i = 0; i < inside.getNumGeometries() && !(building && through); i++) {
        Coordinate[] ends = inside.getGeometryN(i).getCoordinates();
        if (ends.length > 1) {
          double a = line.nearest(ends[0]);
          double b = line.nearest(ends[ends.length - 1]);
          cuts.add(new Cut(Math.min(a, b) - 1e-4, Math.max(a, b) + 1e-4, Set.of()));
        }
      }
    }
  }
}
