package org.lifecircle.walk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifecircle.walk.Things.Role;
import org.lifecircle.walk.Things.Thing;

/**
 * Finds the nearest ground a point sees: the straight link crosses no barrier and no other solid. A
 * point may look out of the solids it stands in. Looks through windows as {@link Expansion} does,
 * but over what is not ground, and stops where ground or a path begins.
 *
 * <p>With {@code lookingThrough}, things that can be taken down do not hide; what was looked
 * through is the link's {@link Needs}.
 */
final class NearestGround {

  /** A window: the triangle looked into, the edge it is entered by, and what bounds the view. */
  private record Window(int edge, int right, int left, Needs needs) {}

  /**
   * How far to look and at what.
   *
   * @param pathsCount whether paths are ground worth finding
   * @param outOfSolids whether the point may look out of the solids it stands in
   * @param lookingThrough whether what can be taken down hides nothing
   */
  record Question(
      int maxMillimetres, boolean pathsCount, boolean outOfSolids, boolean lookingThrough) {}

  private final Triangulation mesh;
  private final ThingSets sets;
  private final BitSet gone;
  private final ArrayDeque<Window> windows = new ArrayDeque<>();
  private Question question = new Question(0, false, false, false);
  private int ox;
  private int oy;
  private int own; // cover set whose solids are looked out of
  private double best;
  private @Nullable Tie found;

  NearestGround(Arrangement arrangement) {
    this(arrangement, arrangement.without(new BitSet()));
  }

  /** Looks at the arrangement as it is when some things are gone. */
  NearestGround(Arrangement arrangement, Standing standing) {
    mesh = arrangement.mesh();
    sets = arrangement.sets();
    gone = standing.gone();
  }

  /** Looks in all directions; a point on ground is its own answer. */
  Optional<Tie> from(int px, int py, Question asked) {
    int inside = mesh.locate(px, py);
    int vertex = mesh.vertexAt(inside, px, py);
    if (vertex != Triangulation.NONE) {
      return from(px, py, around(vertex), asked);
    }
    int on = mesh.edgeThrough(inside, px, py);
    return from(
        px,
        py,
        on == Triangulation.NONE ? List.of(inside / 3) : List.of(inside / 3, mesh.twin(on) / 3),
        asked);
  }

  /** Looks only through some of the triangles that a point lies in or on the border of. */
  Optional<Tie> from(int px, int py, List<Integer> triangles, Question asked) {
    begin(px, py, asked);
    triangles.forEach(t -> lookInto(t, Needs.NOTHING));
    while (!windows.isEmpty()) {
      step(windows.removeFirst());
    }
    return Optional.ofNullable(found);
  }

  private List<Integer> around(int vertex) {
    List<Integer> triangles = new ArrayList<>();
    int first = mesh.edgeFrom(vertex);
    int e = first;
    do {
      triangles.add(e / 3);
      e = mesh.rotateLeft(e);
    } while (e != first);
    return triangles;
  }

  private void begin(int px, int py, Question asked) {
    question = asked;
    ox = px;
    oy = py;
    own = asked.outOfSolids() ? mesh.label(mesh.locate(px, py) / 3) : 0;
    best = asked.maxMillimetres() + 0.5;
    found = null;
    windows.clear();
  }

  private void lookInto(int triangle, Needs needs) {
    Needs inside = pass(mesh.label(triangle), needs);
    if (inside == null) {
      return;
    }
    if (isGround(mesh.label(triangle), inside)) {
      Needs forGround = withStrip(mesh.label(triangle), inside);
      offer(Triangulation.NONE, triangle, ox, oy, forGround);
      return;
    }
    for (int e = 3 * triangle; e < 3 * triangle + 3; e++) {
      offerPathAt(mesh.origin(e), triangle, inside);
      int side = mesh.side(e, ox, oy);
      if (side > 0) {
        windows.add(new Window(e, mesh.origin(e), mesh.destination(e), inside));
      } else if (side == 0 && question.pathsCount() && sets.has(mesh.mark(e), Role.PATH)) {
        offer(e, triangle, ox, oy, inside);
      }
    }
  }

  private void step(Window window) {
    int edge = window.edge();
    double[] near = nearestInWindow(window);
    if (Math.hypot(near[0] - ox, near[1] - oy) >= best) {
      return;
    }
    if (question.pathsCount() && sets.has(mesh.mark(edge), Role.PATH)) {
      offer(edge, edge / 3, near[0], near[1], window.needs());
      return;
    }
    int f = mesh.twin(edge);
    Needs across = f == Triangulation.NONE ? null : cross(mesh.mark(edge), window.needs());
    Needs inside = across == null ? null : pass(mesh.label(f / 3), across);
    if (inside == null) {
      return;
    }
    if (isGround(mesh.label(f / 3), inside)) {
      offer(edge, f / 3, near[0], near[1], withStrip(mesh.label(f / 3), inside));
      return;
    }
    int apex = mesh.origin(Triangulation.previous(f));
    int fromRight = turn(window.right(), apex);
    int fromLeft = turn(window.left(), apex);
    if (fromRight >= 0 && fromLeft <= 0) {
      offerPathAt(apex, f / 3, inside);
    }
    if (fromRight > 0) {
      int left = fromLeft <= 0 ? apex : window.left();
      windows.add(new Window(Triangulation.next(f), window.right(), left, inside));
    }
    if (fromLeft < 0) {
      int right = fromRight >= 0 ? apex : window.right();
      windows.add(new Window(Triangulation.previous(f), right, window.left(), inside));
    }
  }

  /** A path that runs straight away from the point is seen only at its end. */
  private void offerPathAt(int vertex, int triangle, Needs needs) {
    double distance = Math.hypot((double) mesh.x(vertex) - ox, (double) mesh.y(vertex) - oy);
    if (!question.pathsCount() || distance >= best) {
      return;
    }
    int first = mesh.edgeFrom(vertex);
    int e = first;
    do {
      if (sets.has(mesh.mark(e), Role.PATH)) {
        offer(e, triangle, mesh.x(vertex), mesh.y(vertex), needs);
        return;
      }
      e = mesh.rotateLeft(e);
    } while (e != first && e != Triangulation.NONE);
  }

  private int turn(int ray, int vertex) {
    return Plane.orient(ox, oy, mesh.x(ray), mesh.y(ray), mesh.x(vertex), mesh.y(vertex));
  }

  private void offer(int edge, int triangle, double x, double y, Needs needs) {
    double distance = Math.hypot(x - ox, y - oy);
    if (distance >= best) {
      return;
    }
    best = distance;
    int px = (int) Math.rint(x);
    int py = (int) Math.rint(y);
    int a = mesh.origin(3 * triangle);
    int b = mesh.origin(3 * triangle + 1);
    int c = mesh.origin(3 * triangle + 2);
    long intoX = (long) mesh.x(a) + mesh.x(b) + mesh.x(c) - 3L * px;
    long intoY = (long) mesh.y(a) + mesh.y(b) + mesh.y(c) - 3L * py;
    int length = Plane.lengthRoundedUp((long) px - ox, (long) py - oy);
    int from = edge == Triangulation.NONE ? Triangulation.NONE : mesh.origin(edge);
    int to = edge == Triangulation.NONE ? Triangulation.NONE : mesh.destination(edge);
    found = new Tie(from, to, px, py, length, intoX, intoY, needs);
  }

  /** The point of the edge nearest to the origin, among those between the window's rays. */
  private double[] nearestInWindow(Window window) {
    double ax = mesh.x(mesh.origin(window.edge()));
    double ay = mesh.y(mesh.origin(window.edge()));
    double dx = mesh.x(mesh.destination(window.edge())) - ax;
    double dy = mesh.y(mesh.destination(window.edge())) - ay;
    double from = along(ax, ay, dx, dy, window.right());
    double to = along(ax, ay, dx, dy, window.left());
    double foot = ((ox - ax) * dx + (oy - ay) * dy) / (dx * dx + dy * dy);
    double s = Math.max(0, Math.min(1, Math.max(from, Math.min(to, foot))));
    return new double[] {ax + s * dx, ay + s * dy};
  }

  /** Where along the edge the ray through a vertex meets it, as a share. */
  private double along(double ax, double ay, double dx, double dy, int vertex) {
    double rx = (double) mesh.x(vertex) - ox;
    double ry = (double) mesh.y(vertex) - oy;
    return ((ox - ax) * ry - (oy - ay) * rx) / (dx * ry - dy * rx);
  }

  /** What it needs to cross an edge, or null when a barrier on it cannot go. */
  private @Nullable Needs cross(int edgeSet, Needs needs) {
    return through(edgeSet, Role.BARRIER, needs, 0);
  }

  /** What it needs to pass over a triangle, or null when a solid on it cannot go. */
  private @Nullable Needs pass(int cover, Needs needs) {
    return through(cover, Role.SOLID, needs, own);
  }

  private @Nullable Needs through(int set, Role role, Needs needs, int except) {
    List<Integer> more = null;
    for (int number : sets.get(set)) {
      Thing thing = sets.things().get(number);
      if (thing.role() != role || isGone(thing) || contains(sets.get(except), number)) {
        continue;
      }
      if (!question.lookingThrough() || thing.removable() == Things.FIXED) {
        return null;
      }
      more = more == null ? new ArrayList<>(needs.removables()) : more;
      more.add(thing.removable());
    }
    return more == null ? needs : new Needs(more);
  }

  private static boolean contains(int[] sorted, int value) {
    return Arrays.binarySearch(sorted, value) >= 0;
  }

  private boolean isGround(int cover, Needs needs) {
    for (int number : sets.get(cover)) {
      Thing thing = sets.things().get(number);
      if (thing.role() == Role.SOLID
          && !isGone(thing)
          && !needs.removables().contains(thing.removable())) {
        return false; // inside the solid it looks out of
      }
    }
    return isGroundNow(cover) || (question.lookingThrough() && sets.has(cover, Role.STRIP));
  }

  private boolean isGroundNow(int cover) {
    for (int number : sets.get(cover)) {
      Thing thing = sets.things().get(number);
      if (thing.role() == Role.GROUND || (thing.role() == Role.STRIP && isGone(thing))) {
        return true;
      }
    }
    return false;
  }

  private boolean isGone(Thing thing) {
    return thing.removable() != Things.FIXED && gone.get(thing.removable());
  }

  /** Ground that is only the strip of something needs that thing gone; the first will do. */
  private Needs withStrip(int cover, Needs needs) {
    if (isGroundNow(cover)) {
      return needs;
    }
    List<Integer> strips = new ArrayList<>();
    for (int number : sets.get(cover)) {
      Thing thing = sets.things().get(number);
      if (thing.role() == Role.STRIP) {
        if (needs.removables().contains(thing.removable())) {
          return needs;
        }
        strips.add(thing.removable());
      }
    }
    List<Integer> more = new ArrayList<>(needs.removables());
    more.add(strips.get(0));
    return new Needs(more);
  }
}
