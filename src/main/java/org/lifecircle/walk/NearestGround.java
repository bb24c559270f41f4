package org.lifecircle.walk;

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
 * through is the link's {@link Needs}. Then there is one link for whatever may have been taken
 * down: see {@link NearestTies}.
 */
final class NearestGround {

  /**
   * How far to look and at what.
   *
   * @param pathsCount whether paths are ground worth finding
   * @param outOfSolids whether the point may look out of the solids it stands in
   * @param lookingThrough whether what can be taken down hides nothing
   */
  record Question(
      int maxMillimetres, boolean pathsCount, boolean outOfSolids, boolean lookingThrough) {}

  private static final int[] NONE = {};

  private final Triangulation mesh;
  private final ThingSets sets;
  private final BitSet gone;
  private int[] windows = new int[3 * 64]; // edge looked through, and what bounds the view
  private Needs[] windowNeeds = new Needs[64];
  private int pending; // the first window not yet looked through
  private int windowCount;
  private double nearX; // of the window in hand
  private double nearY;
  private boolean hidden;
  private Question question = new Question(0, false, false, false);
  private int ox;
  private int oy;
  private int[] own = NONE; // things, sorted: the solids of them are looked out of
  private int standsOn; // half-edge that is not looked across
  private final NearestTies found = new NearestTies();

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
    begin(px, py, asked);
    List<Integer> around = around(inside, px, py);
    own = asked.outOfSolids() ? solidsAround(around) : NONE;
    around.forEach(t -> lookInto(t, Needs.NOTHING));
    return lookOn();
  }

  /** Whether a point lies on open ground or at its edge. */
  boolean isOnGround(int px, int py) {
    return around(mesh.locate(px, py), px, py).stream()
        .map(mesh::label)
        .anyMatch(cover -> isGroundNow(cover) && !sets.has(cover, Role.SOLID));
  }

  /** The triangles a point lies in or on the border of. */
  private List<Integer> around(int inside, int px, int py) {
    int vertex = mesh.vertexAt(inside, px, py);
    if (vertex == Triangulation.NONE) {
      int on = mesh.edgeThrough(inside, px, py);
      return on == Triangulation.NONE
          ? List.of(inside / 3)
          : List.of(inside / 3, mesh.twin(on) / 3);
    }
    List<Integer> around = new ArrayList<>();
    int first = mesh.edgeFrom(vertex);
    int e = first;
    do {
      around.add(e / 3);
      e = mesh.rotateLeft(e);
    } while (e != first);
    return around;
  }

  /** The solids a point stands in; on the face of one it stands outside. */
  private int[] solidsAround(List<Integer> triangles) {
    if (triangles.stream().anyMatch(t -> !sets.has(mesh.label(t), Role.SOLID))) {
      return NONE;
    }
    return triangles.stream()
        .flatMapToInt(t -> Arrays.stream(sets.get(mesh.label(t))))
        .sorted()
        .distinct()
        .toArray();
  }

  /** Looks only through some of the triangles that a point lies in or on the border of. */
  Optional<Tie> from(int px, int py, List<Integer> triangles, Question asked) {
    return from(px, py, triangles, Triangulation.NONE, asked);
  }

  /**
   * Looks only to one side of an edge.
   *
   * @param behind half-edge that the point stands on, but for rounding, and does not look across
   */
  Optional<Tie> from(int px, int py, List<Integer> triangles, int behind, Question asked) {
    begin(px, py, asked);
    standsOn = behind;
    triangles.forEach(t -> lookInto(t, Needs.NOTHING));
    return lookOn();
  }

  private Optional<Tie> lookOn() {
    while (pending < windowCount) {
      step(pending++);
    }
    return found.today();
  }

  /** The links of the last look that need something gone, the nearest first. */
  List<Tie> later() {
    return found.later();
  }

  /**
   * Whether the last look would have gone otherwise if what can be taken down hid nothing. Where
   * not, looking through finds the same again.
   */
  boolean wasHidden() {
    return hidden;
  }

  private void begin(int px, int py, Question asked) {
    question = asked;
    ox = px;
    oy = py;
    own = NONE;
    standsOn = Triangulation.NONE;
    found.begin(asked.maxMillimetres() + 0.5);
    hidden = false;
    pending = 0;
    windowCount = 0;
  }

  private void open(int edge, int right, int left, Needs needs) {
    if (windowCount == windowNeeds.length) {
      windows = Arrays.copyOf(windows, 2 * windows.length);
      windowNeeds = Arrays.copyOf(windowNeeds, 2 * windowNeeds.length);
    }
    windows[3 * windowCount] = edge;
    windows[3 * windowCount + 1] = right;
    windows[3 * windowCount + 2] = left;
    windowNeeds[windowCount++] = needs;
  }

  private void lookInto(int triangle, Needs needs) {
    Needs inside = pass(mesh.label(triangle), needs);
    if (inside == null) {
      return;
    }
    if (offerGround(Triangulation.NONE, triangle, ox, oy, inside)) {
      return;
    }
    for (int e = 3 * triangle; e < 3 * triangle + 3; e++) {
      offerPathAt(mesh.origin(e), triangle, inside);
      int side = mesh.side(e, ox, oy);
      if (side > 0 && e != standsOn) {
        open(e, mesh.origin(e), mesh.destination(e), inside);
      } else if (side == 0 && question.pathsCount() && sets.has(mesh.mark(e), Role.PATH)) {
        offer(e, triangle, ox, oy, inside);
      }
    }
  }

  private void step(int window) {
    int edge = windows[3 * window];
    int right = windows[3 * window + 1];
    int left = windows[3 * window + 2];
    Needs needs = windowNeeds[window];
    findNearest(edge, right, left);
    if (isBeaten(nearX, nearY, needs)) {
      return;
    }
    if (question.pathsCount() && sets.has(mesh.mark(edge), Role.PATH)) {
      offer(edge, edge / 3, nearX, nearY, needs);
      return;
    }
    int f = mesh.twin(edge);
    Needs across = f == Triangulation.NONE ? null : cross(mesh.mark(edge), needs);
    Needs inside = across == null ? null : pass(mesh.label(f / 3), across);
    if (inside == null) {
      return;
    }
    if (offerGround(edge, f / 3, nearX, nearY, inside)) {
      return;
    }
    int apex = mesh.origin(Triangulation.previous(f));
    int fromRight = turn(right, apex);
    int fromLeft = turn(left, apex);
    if (fromRight >= 0 && fromLeft <= 0) {
      offerPathAt(apex, f / 3, inside);
    }
    if (fromRight > 0) {
      open(Triangulation.next(f), right, fromLeft <= 0 ? apex : left, inside);
    }
    if (fromLeft < 0) {
      open(Triangulation.previous(f), fromRight >= 0 ? apex : right, left, inside);
    }
  }

  /** Whether a link there would be of no use beside those found so far. */
  private boolean isBeaten(double x, double y, Needs needs) {
    return found.isBeaten(x - ox, y - oy, needs);
  }

  /**
   * A path that runs straight away from the point is seen only at its end. It counts if it lies on
   * this side of all that meets there; the link arrives on the path's side of the wall of a house
   * that is looked out of.
   */
  private void offerPathAt(int vertex, int triangle, Needs needs) {
    if (!question.pathsCount() || isBeaten(mesh.x(vertex), mesh.y(vertex), needs)) {
      return;
    }
    int corner = 3 * triangle;
    while (mesh.origin(corner) != vertex) {
      corner++;
    }
    turnToPath(corner, needs, true);
    turnToPath(corner, needs, false);
  }

  /** Turns round the origin of a half-edge, from its triangle, until a path or something blocks. */
  private void turnToPath(int corner, Needs needs, boolean left) {
    int vertex = mesh.origin(corner);
    int e = corner;
    Needs here = needs;
    do {
      int edge = left ? Triangulation.previous(e) : e; // the one to be crossed next
      if (sets.has(mesh.mark(edge), Role.PATH)) {
        int beyond = mesh.twin(edge) / 3;
        boolean within = sets.has(mesh.label(e / 3), Role.SOLID);
        Needs there = within ? passTo(edge, here) : null;
        if (there != null) {
          offer(edge, beyond, mesh.x(vertex), mesh.y(vertex), there);
        } else {
          offer(edge, e / 3, mesh.x(vertex), mesh.y(vertex), here);
        }
        return;
      }
      Needs there = passTo(edge, here);
      if (there == null) {
        return;
      }
      here = there;
      e = left ? mesh.rotateLeft(e) : mesh.rotateRight(e);
    } while (e != corner);
  }

  /** What it needs to go on across an edge into the triangle beyond, or null. */
  private @Nullable Needs passTo(int edge, Needs needs) {
    int twin = mesh.twin(edge);
    Needs across = twin == Triangulation.NONE ? null : cross(mesh.mark(edge), needs);
    return across == null ? null : pass(mesh.label(twin / 3), across);
  }

  private int turn(int ray, int vertex) {
    return Plane.orient(ox, oy, mesh.x(ray), mesh.y(ray), mesh.x(vertex), mesh.y(vertex));
  }

  private void offer(int edge, int triangle, double x, double y, Needs needs) {
    if (isBeaten(x, y, needs)) {
      return;
    }
    int px = (int) Math.rint(x);
    int py = (int) Math.rint(y);
    long[] into = mesh.into(triangle, px, py);
    int length = Plane.lengthRoundedUp((long) px - ox, (long) py - oy);
    int from = edge == Triangulation.NONE ? Triangulation.NONE : mesh.origin(edge);
    int to = edge == Triangulation.NONE ? Triangulation.NONE : mesh.destination(edge);
    found.add(new Tie(from, to, px, py, length, into[0], into[1], needs), x - ox, y - oy);
  }

  /** Finds the point of the edge nearest to the origin, among those between the window's rays. */
  private void findNearest(int edge, int right, int left) {
    double ax = mesh.x(mesh.origin(edge));
    double ay = mesh.y(mesh.origin(edge));
    double dx = mesh.x(mesh.destination(edge)) - ax;
    double dy = mesh.y(mesh.destination(edge)) - ay;
    double from = along(ax, ay, dx, dy, right);
    double to = along(ax, ay, dx, dy, left);
    double foot = ((ox - ax) * dx + (oy - ay) * dy) / (dx * dx + dy * dy);
    double s = Math.max(0, Math.min(1, Math.max(from, Math.min(to, foot))));
    nearX = ax + s * dx;
    nearY = ay + s * dy;
  }

  /** Where along the edge the ray through a vertex meets it, as a share. */
  private double along(double ax, double ay, double dx, double dy, int vertex) {
    double rx = (double) mesh.x(vertex) - ox;
    double ry = (double) mesh.y(vertex) - oy;
    return ((ox - ax) * ry - (oy - ay) * rx) / (dx * ry - dy * rx);
  }

  /** What it needs to cross an edge, or null when a barrier on it cannot go. */
  private @Nullable Needs cross(int edgeSet, Needs needs) {
    return through(edgeSet, Role.BARRIER, needs, NONE);
  }

  /** What it needs to pass over a triangle, or null when a solid on it cannot go. */
  private @Nullable Needs pass(int cover, Needs needs) {
    return through(cover, Role.SOLID, needs, own);
  }

  private @Nullable Needs through(int set, Role role, Needs needs, int[] except) {
    if (!sets.has(set, role)) {
      return needs;
    }
    List<Integer> more = null;
    for (int number : sets.get(set)) {
      Thing thing = sets.things().get(number);
      boolean mayStand =
          thing.role() != role
              || isGone(thing)
              || needs.removables().contains(thing.removable())
              || contains(except, number);
      if (mayStand) {
        continue;
      }
      if (!question.lookingThrough() || thing.removable() == Things.FIXED) {
        hidden |= thing.removable() != Things.FIXED;
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

  /**
   * Offers ground; what is only the strip of something needs that thing gone, and what lies inside
   * the solids that are looked out of needs them gone.
   *
   * @return whether all there is to find this way has been offered, so that nobody need look beyond
   */
  private boolean offerGround(int edge, int triangle, double x, double y, Needs needs) {
    int cover = mesh.label(triangle);
    Needs free = outside(cover, needs);
    if (free == null) {
      return false;
    }
    if (isGroundNow(cover)) {
      offer(edge, triangle, x, y, free);
      return free.equals(needs);
    }
    if (!sets.has(cover, Role.STRIP)) {
      return false;
    }
    hidden = true;
    if (!question.lookingThrough()) {
      return false;
    }
    int[] strips = strips(cover);
    for (int removable : strips) {
      if (free.removables().contains(removable)) {
        offer(edge, triangle, x, y, free);
        return free.equals(needs);
      }
    }
    for (int removable : strips) {
      offer(edge, triangle, x, y, free.and(removable));
    }
    return false;
  }

  private int[] strips(int cover) {
    return Arrays.stream(sets.get(cover))
        .mapToObj(sets.things()::get)
        .filter(thing -> thing.role() == Role.STRIP)
        .mapToInt(Thing::removable)
        .toArray();
  }

  /** What must be gone as well for no solid to be there, or null where one cannot go. */
  private @Nullable Needs outside(int cover, Needs needs) {
    return sets.has(cover, Role.SOLID) ? through(cover, Role.SOLID, needs, NONE) : needs;
  }

  private boolean isGroundNow(int cover) {
    if (sets.has(cover, Role.GROUND)) {
      return true;
    }
    if (!sets.has(cover, Role.STRIP) || gone.isEmpty()) {
      return false;
    }
    for (int number : sets.get(cover)) {
      Thing thing = sets.things().get(number);
      if (thing.role() == Role.STRIP && isGone(thing)) {
        return true;
      }
    }
    return false;
  }

  private boolean isGone(Thing thing) {
    return thing.removable() != Things.FIXED && gone.get(thing.removable());
  }
}
