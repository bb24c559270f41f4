package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.List;
import org.lifecircle.model.Path;
import org.lifecircle.walk.NearestGround.Question;
import org.lifecircle.walk.Things.Role;

/**
 * Sets into the arrangement the places where doors, gates and streets meet the ground they see,
 * before nodes are numbered; the links themselves are made when they are.
 */
final class GroundTies {

  /** A place in the arrangement: a vertex, and a direction strictly into the sector meant. */
  record Place(int vertex, long intoX, long intoY) {}

  /** A straight link to a place. */
  record Planned(Place to, int lengthMillimetres, Needs needs) {}

  /** A straight link between two places. */
  record Between(Place from, Planned link) {}

  /** Edges shorter than this have no room for a place of their own. */
  private static final int SHORTEST_MILLIMETRES = 10;

  private final Arrangement arrangement;
  private final Triangulation mesh;
  private final NearestGround nearest;
  private final Survey survey;

  GroundTies(Arrangement arrangement, Survey survey) {
    this.arrangement = arrangement;
    this.survey = survey;
    mesh = arrangement.mesh();
    nearest = new NearestGround(arrangement);
  }

  /**
   * The links of a gate's sides: each side that is not on ground is tied like a door.
   *
   * @param vertex where the gate stands
   */
  List<Between> ofGate(int vertex) {
    List<Between> links = new ArrayList<>();
    for (List<Integer> side : sides(vertex)) {
      if (side.stream().noneMatch(corner -> isGround(corner / 3))) {
        Place from = inside(vertex, side.get(0) / 3);
        List<Integer> triangles = side.stream().map(corner -> corner / 3).toList();
        Beside here = new Beside(triangles, Triangulation.NONE);
        ties(mesh.x(vertex), mesh.y(vertex), here, survey.rules().tieMillimetres(), true)
            .forEach(tie -> links.add(new Between(from, plan(tie))));
      }
    }
    return links;
  }

  /**
   * The places along a path where people step over onto the ground beside it. They are fixed by the
   * imported line alone, so that nothing else that is set into the path moves them.
   */
  List<Between> ofFrontage(int thing, Path path) {
    int max = survey.rules().frontageMillimetres(path);
    List<Between> links = new ArrayList<>();
    List<Integer> chain = arrangement.chain(thing);
    List<int[]> line = PathChain.distinctPoints(path.geometry(), survey.frame());
    int from = 0;
    for (int i = 1; i < line.size(); i++) {
      int to = from + 1;
      while (to < chain.size() - 1 && !isAt(chain.get(to), line.get(i))) {
        to++;
      }
      stepOver(chain.subList(from, Math.min(to + 1, chain.size())), max, links);
      from = to;
    }
    return links;
  }

  private boolean isAt(int vertex, int[] point) {
    return mesh.x(vertex) == point[0] && mesh.y(vertex) == point[1];
  }

  /** Along one segment of the imported line, given as the vertices that now lie on it. */
  private void stepOver(List<Integer> segment, int max, List<Between> links) {
    int a = segment.get(0);
    int b = segment.get(segment.size() - 1);
    double dx = (double) mesh.x(b) - mesh.x(a);
    double dy = (double) mesh.y(b) - mesh.y(a);
    double length = Math.hypot(dx, dy);
    if (segment.size() < 2 || length < SHORTEST_MILLIMETRES) {
      return;
    }
    int steps = (int) Math.ceil(length / survey.rules().frontageStepMillimetres());
    int k = 1;
    for (int i = 0; i < steps; i++) {
      double along = (i + 0.5) / steps;
      int px = (int) Math.rint(mesh.x(a) + along * dx);
      int py = (int) Math.rint(mesh.y(a) + along * dy);
      while (k < segment.size() - 1 && isBefore(segment.get(k), px, py, dx, dy)) {
        k++;
      }
      stepOverAt(segment.get(k - 1), segment.get(k), px, py, max, links);
    }
  }

  private boolean isBefore(int vertex, int px, int py, double dx, double dy) {
    return ((double) px - mesh.x(vertex)) * dx + ((double) py - mesh.y(vertex)) * dy > 0;
  }

  private void stepOverAt(int a, int b, int px, int py, int max, List<Between> links) {
    int edge = arrangement.edgeAt(a, b, px, py);
    int known = vertexNear(edge, px, py);
    if (known == Triangulation.NONE) {
      Beside left = besideEdge(edge, px, py);
      Beside right = besideEdge(mesh.twin(edge), px, py);
      stepOver(a, b, px, py, left, right, max, links);
    } else { // from a vertex more than one triangle lies on each side
      Beside left = besideVertex(known, edge, 1);
      Beside right = besideVertex(known, edge, -1);
      stepOver(a, b, mesh.x(known), mesh.y(known), left, right, max, links);
    }
  }

  private void stepOver(
      int a, int b, int px, int py, Beside left, Beside right, int max, List<Between> links) {
    List<Tie> leftTies = sideTies(left, px, py, max);
    List<Tie> rightTies = sideTies(right, px, py, max);
    if (leftTies.isEmpty() && rightTies.isEmpty()) {
      return;
    }
    long[] intoLeft = mesh.into(left.triangles().get(0), px, py);
    long[] intoRight = mesh.into(right.triangles().get(0), px, py);
    int vertex = arrangement.setOn(a, b, px, py);
    Place fromLeft = new Place(vertex, intoLeft[0], intoLeft[1]);
    Place fromRight = new Place(vertex, intoRight[0], intoRight[1]);
    leftTies.forEach(tie -> links.add(new Between(fromLeft, plan(tie))));
    rightTies.forEach(tie -> links.add(new Between(fromRight, plan(tie))));
  }

  /**
   * What lies on one side of a path at a place.
   *
   * @param edge half-edge of the path that the place is on, but for rounding, or NONE
   */
  private record Beside(List<Integer> triangles, int edge) {}

  /**
   * Beyond triangles so thin that the place, rounded, lies past them: they are not seen from it.
   */
  private Beside besideEdge(int edge, int px, int py) {
    int behind = edge;
    for (int next = edge; next != Triangulation.NONE; next = farther(next, px, py)) {
      behind = next;
    }
    return new Beside(List.of(behind / 3), behind);
  }

  /** The half-edge beyond a triangle whose far side the place lies on or past, or NONE. */
  private int farther(int behind, int px, int py) {
    for (int e : new int[] {Triangulation.next(behind), Triangulation.previous(behind)}) {
      if (mesh.side(e, px, py) <= 0 && isAbreast(e, px, py) && !arrangement.cuts(e)) {
        return mesh.twin(e);
      }
    }
    return Triangulation.NONE;
  }

  /** Whether the place is square to an edge between its ends, not ahead of or behind it. */
  private boolean isAbreast(int edge, int px, int py) {
    int a = mesh.origin(edge);
    int b = mesh.destination(edge);
    double dx = (double) mesh.x(b) - mesh.x(a);
    double dy = (double) mesh.y(b) - mesh.y(a);
    return isBefore(a, px, py, dx, dy) && !isBefore(b, px, py, dx, dy);
  }

  private int vertexNear(int edge, int px, int py) {
    for (int v : new int[] {mesh.origin(edge), mesh.destination(edge)}) {
      if (Math.abs(mesh.x(v) - px) <= 1 && Math.abs(mesh.y(v) - py) <= 1) {
        return v;
      }
    }
    return Triangulation.NONE;
  }

  /** The triangles at a vertex on one side of the line of an edge. */
  private Beside besideVertex(int vertex, int edge, int side) {
    List<Integer> triangles = new ArrayList<>();
    int start = mesh.edgeFrom(vertex);
    int e = start;
    do {
      long[] into = mesh.into(e / 3, mesh.x(vertex), mesh.y(vertex));
      long dx = (long) mesh.x(mesh.destination(edge)) - mesh.x(mesh.origin(edge));
      long dy = (long) mesh.y(mesh.destination(edge)) - mesh.y(mesh.origin(edge));
      if (Plane.turn(dx, dy, into[0], into[1]) == side) {
        triangles.add(e / 3);
      }
      e = mesh.rotateLeft(e);
    } while (e != start);
    if (triangles.isEmpty()) {
      triangles.add(side > 0 ? edge / 3 : mesh.twin(edge) / 3);
    }
    return new Beside(triangles, Triangulation.NONE);
  }

  private List<Tie> sideTies(Beside side, int px, int py, int max) {
    int cover = mesh.label(side.triangles().get(0));
    if (arrangement.sets().has(cover, Role.GROUND) || arrangement.sets().has(cover, Role.SOLID)) {
      return List.of(); // on open ground already, or inside a building
    }
    return ties(px, py, side, max, false);
  }

  private List<Tie> ties(int px, int py, Beside side, int max, boolean pathsCount) {
    List<Tie> ties = new ArrayList<>();
    Question today = new Question(max, pathsCount, false, false);
    nearest.from(px, py, side.triangles(), side.edge(), today).ifPresent(ties::add);
    if (nearest.wasHidden()) {
      Question later = new Question(upTo(ties, max), pathsCount, false, true);
      nearest.from(px, py, side.triangles(), side.edge(), later);
      ties.addAll(nearest.later());
    }
    return ties;
  }

  /** What demolition makes nearer is no farther than the ground of today. */
  private static int upTo(List<Tie> today, int maxMillimetres) {
    return today.isEmpty() ? maxMillimetres : today.get(0).lengthMillimetres();
  }

  /** Sets the place a tie leads to into the arrangement. */
  Planned plan(Tie tie) {
    int vertex =
        tie.from() == Triangulation.NONE
            ? arrangement.set(tie.x(), tie.y())
            : arrangement.setOn(tie.from(), tie.to(), tie.x(), tie.y());
    Place place = new Place(vertex, tie.intoX(), tie.intoY());
    return new Planned(place, tie.lengthMillimetres(), tie.needs());
  }

  private boolean isGround(int triangle) {
    int cover = mesh.label(triangle);
    return arrangement.sets().has(cover, Role.GROUND) && !arrangement.sets().has(cover, Role.SOLID);
  }

  private Place inside(int vertex, int triangle) {
    long[] into = mesh.into(triangle, mesh.x(vertex), mesh.y(vertex));
    return new Place(vertex, into[0], into[1]);
  }

  /** The corners at a vertex, gathered between what cuts them apart. */
  private List<List<Integer>> sides(int vertex) {
    List<List<Integer>> sides = new ArrayList<>();
    int start = mesh.edgeFrom(vertex);
    int e = start;
    do {
      if (arrangement.cuts(e)) {
        start = e;
        break;
      }
      e = mesh.rotateLeft(e);
    } while (e != start);
    e = start;
    do {
      if (sides.isEmpty() || arrangement.cuts(e)) {
        sides.add(new ArrayList<>());
      }
      sides.get(sides.size() - 1).add(e);
      e = mesh.rotateLeft(e);
    } while (e != start);
    return sides;
  }
}
