package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /** The links of a door: to the nearest ground of today, and to nearer ground demolition makes. */
  List<Planned> ofDoor(int px, int py) {
    int max = survey.rules().tieMillimetres();
    List<Tie> ties = new ArrayList<>();
    nearest.from(px, py, new Question(max, true, true, false)).ifPresent(ties::add);
    addLater(nearest.from(px, py, new Question(max, true, true, true)), ties);
    return ties.stream().map(this::plan).toList();
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
        ties(mesh.x(vertex), mesh.y(vertex), triangles, survey.rules().tieMillimetres(), true)
            .forEach(tie -> links.add(new Between(from, plan(tie))));
      }
    }
    return links;
  }

  /** The places along a path where people step over onto the ground beside it. */
  List<Between> ofFrontage(int thing, Path path) {
    int max = survey.rules().frontageMillimetres(path);
    List<Between> links = new ArrayList<>();
    List<Integer> chain = arrangement.chain(thing);
    for (int i = 1; i < chain.size(); i++) {
      stepOver(chain.get(i - 1), chain.get(i), max, links);
    }
    return links;
  }

  private void stepOver(int a, int b, int max, List<Between> links) {
    int edge = mesh.edge(a, b);
    double length = Math.hypot((double) mesh.x(b) - mesh.x(a), (double) mesh.y(b) - mesh.y(a));
    if (edge == Triangulation.NONE || length < SHORTEST_MILLIMETRES) {
      return; // split already, by a path that runs along here too
    }
    int steps = (int) Math.ceil(length / survey.rules().frontageStepMillimetres());
    for (int i = 0; i < steps; i++) {
      double share = (i + 0.5) / steps;
      int px = (int) Math.rint(mesh.x(a) + share * ((double) mesh.x(b) - mesh.x(a)));
      int py = (int) Math.rint(mesh.y(a) + share * ((double) mesh.y(b) - mesh.y(a)));
      stepOverAt(a, b, px, py, max, links);
    }
  }

  private void stepOverAt(int a, int b, int px, int py, int max, List<Between> links) {
    int edge = arrangement.edgeAt(a, b, px, py);
    int left = edge / 3;
    int right = mesh.twin(edge) / 3;
    List<Tie> leftTies = sideTies(left, px, py, max);
    List<Tie> rightTies = sideTies(right, px, py, max);
    if (leftTies.isEmpty() && rightTies.isEmpty()) {
      return;
    }
    long[] intoLeft = into(left, px, py);
    long[] intoRight = into(right, px, py);
    int vertex = arrangement.setOn(a, b, px, py);
    Place fromLeft = new Place(vertex, intoLeft[0], intoLeft[1]);
    Place fromRight = new Place(vertex, intoRight[0], intoRight[1]);
    leftTies.forEach(tie -> links.add(new Between(fromLeft, plan(tie))));
    rightTies.forEach(tie -> links.add(new Between(fromRight, plan(tie))));
  }

  private List<Tie> sideTies(int triangle, int px, int py, int max) {
    int cover = mesh.label(triangle);
    if (arrangement.sets().has(cover, Role.GROUND) || arrangement.sets().has(cover, Role.SOLID)) {
      return List.of(); // on open ground already, or inside a building
    }
    return ties(px, py, List.of(triangle), max, false);
  }

  private List<Tie> ties(int px, int py, List<Integer> triangles, int max, boolean pathsCount) {
    List<Tie> ties = new ArrayList<>();
    Question today = new Question(max, pathsCount, false, false);
    nearest.from(px, py, triangles, today).ifPresent(ties::add);
    Question later = new Question(max, pathsCount, false, true);
    addLater(nearest.from(px, py, triangles, later), ties);
    return ties;
  }

  /** A link that needs nothing is today's own; anything else is a link of its own. */
  private static void addLater(Optional<Tie> later, List<Tie> ties) {
    later.filter(tie -> !tie.needs().isEmpty()).ifPresent(ties::add);
  }

  private Planned plan(Tie tie) {
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
    long[] into = into(triangle, mesh.x(vertex), mesh.y(vertex));
    return new Place(vertex, into[0], into[1]);
  }

  /** From a point towards the middle of a triangle it borders. */
  private long[] into(int triangle, int px, int py) {
    long x = -3L * px;
    long y = -3L * py;
    for (int e = 3 * triangle; e < 3 * triangle + 3; e++) {
      x += mesh.x(mesh.origin(e));
      y += mesh.y(mesh.origin(e));
    }
    return new long[] {x, y};
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
