package org.lifecircle.walk;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The links of one node over open ground: to every node it sees where a shortest walk could turn.
 * Where a walk turns round a corner it wraps that corner, so links that do not touch both their
 * corners like a tangent are left out. Remembers what could be taken down and was in the way.
 *
 * <p>One instance per thread.
 */
final class Sight implements Expansion.Sight {

  /** Enough for whoever walks less than 9 metres a second. */
  private static final int SHORTER_MILLIMETRES = 10;

  private final Triangulation mesh;
  private final Corners corners;
  private final Nodes nodes;
  private final Effects effects;
  private final Expansion expansion;
  private final Standing whole;
  private Standing standing;
  private int[] to = new int[64];
  private int[] length = new int[64];
  private int count;
  private int through; // of those, how many come first that walks can go on by
  private int[] blindTo = new int[64];
  private int[] blindLength = new int[64];
  private int blindCount;
  private final int[] seen; // by node: the last look that found it, plus one if not blind
  private final int[] noted; // by vertex: the last look that came by
  private final int[] notedSet; // by set of things on an edge: the last look that met it
  private int look;
  private int shorter; // millimetres
  private final BitSet met = new BitSet();
  private final Wedge wedge;
  private boolean wedged; // nothing is looked at outside the wedge
  private int origin;
  private int originX;
  private int originY;
  private boolean anyTurn; // the origin connects other links: a walk may leave it in any direction
  private int runRight; // vertices that bound the free run of the origin looked out through
  private int runLeft;
  private boolean turnable;

  Sight(Ground ground, Standing standing) {
    mesh = ground.arrangement().mesh();
    corners = ground.corners();
    nodes = ground.nodes();
    effects = ground.effects();
    whole = ground.whole();
    this.standing = standing;
    expansion = new Expansion(mesh);
    wedge = new Wedge(mesh);
    seen = new int[nodes.count()];
    noted = new int[mesh.vertexCount()];
    notedSet = new int[effects.setCount()];
  }

  /** Looks out from a node; the answers hold until the next look. */
  void look(int node, Standing now) {
    look(node, now, false, false);
  }

  /**
   * The same for walks that are never longer than they should be, even if their links were rounded
   * down: nobody turns where something has gone, for a straight walk is no longer than one that
   * turns there; lengths are {@link #SHORTER_MILLIMETRES} too short, so that nothing is lost by
   * rounding, seconds included.
   */
  void lookAtMost(int node, Standing now) {
    look(node, now, true, false);
  }

  /**
   * Looks out only in the directions of what has gone; all else is seen as it was.
   *
   * @param vertices that touch all that has gone
   * @param atMost as {@link #lookAtMost}
   * @return the wedge looked into; null, and all round is looked, where it goes on all round or at
   *     the node itself
   */
  @Nullable Wedge lookTowards(int node, int[] vertices, Standing now, boolean atMost) {
    boolean apart = wedge.spans(nodes.x(node), nodes.y(node), vertices);
    look(node, now, atMost, apart);
    return apart ? wedge : null;
  }

  private void look(int node, Standing now, boolean atMost, boolean apart) {
    begin(now);
    wedged = apart;
    shorter = atMost ? SHORTER_MILLIMETRES : 0;
    origin = node;
    originX = nodes.x(node);
    originY = nodes.y(node);
    anyTurn = atMost ? nodes.isConnector(node) : mayTurnAnyhow(node);
    effects.atVertex(corners.vertex(node), met);
    int corner = corners.corner(node);
    int last = corner;
    while (corner != Triangulation.NONE) {
      if (standing.ground(mesh.label(corner / 3))) {
        findRun(corner);
        boolean couldTurn = anyTurn || turnable;
        if (couldTurn) {
          expansion.fromCorner(corner, standing, this);
        }
      }
      last = corner;
      corner = corners.leftOf(corner);
    }
    if (!wedged) {
      joinSides(last);
    }
    finish();
  }

  /**
   * Looks out from any point of open ground, given the triangles it lies in; the answers hold until
   * the next look.
   */
  void lookFrom(int px, int py, List<Integer> triangles, Standing now) {
    begin(now);
    wedged = false;
    shorter = 0;
    origin = Triangulation.NONE;
    originX = px;
    originY = py;
    anyTurn = true;
    turnable = false;
    triangles.forEach(t -> expansion.fromPoint(px, py, t, standing, this));
    finish();
  }

  /** Where what parted two sides of a point has gone, they are one: a link of no length. */
  private void joinSides(int lastCorner) {
    join(mesh.rotateLeft(lastCorner), mesh.rotateLeft(lastCorner));
    int first = corners.corner(origin);
    join(first, mesh.rotateRight(first));
  }

  private void join(int edge, int neighbour) {
    int left = mesh.label(edge / 3);
    int right = mesh.label(mesh.twin(edge) / 3);
    if (corners.at(neighbour) != origin
        && !standing.blocks(mesh.mark(edge))
        && !standing.solid(left)
        && !standing.solid(right)) {
      add(corners.at(neighbour), 0, false);
    }
  }

  @Override
  public void vertex(int corner) {
    int node = corners.at(corner);
    if (node == Triangulation.NONE || node == origin) {
      return; // the far frame
    }
    int v = mesh.origin(corner);
    long dx = (long) mesh.x(v) - originX;
    long dy = (long) mesh.y(v) - originY;
    if (wedged && !wedge.holds(dx, dy)) {
      return;
    }
    if (noted[v] != look) {
      noted[v] = look; // a vertex comes up once for each of its triangles
      effects.atVertex(v, met);
    }
    boolean leaves = turnable && tangent(runRight, runLeft, corners.vertex(origin), -dx, -dy);
    if (!anyTurn && !leaves) {
      return;
    }
    boolean arrives = wraps(corner, dx, dy);
    if ((arrives || mayTurnAnyhow(node)) && (arrives || leaves || !areEnds(node))) {
      int length = Math.max(0, Plane.lengthRoundedUp(dx, dy) - shorter);
      add(node, length, isBlind(node, leaves, arrives));
    }
  }

  @Override
  public boolean triangle(int entered, int right, int left) {
    return !wedged || !wedge.isMissedBy(right, left);
  }

  /**
   * Whether no walk from a facility goes on by this link: nobody who comes to a home walks on from
   * there, and nobody comes from one facility to another.
   */
  private boolean isBlind(int node, boolean leaves, boolean arrives) {
    return origin != Triangulation.NONE
        && ((!leaves && nodes.isHomeOnly(origin) && !isFreed(origin))
            || (!arrives && nodes.isFacilityOnly(node) && !isFreed(node)));
  }

  /** Whether nobody walks straight from the origin to this node unless one is turned at. */
  private boolean areEnds(int node) {
    return origin != Triangulation.NONE
        && nodes.areEndsOfOneKind(origin, node)
        && !isFreed(origin)
        && !isFreed(node);
  }

  @Override
  public void blocked(int edge) {
    int mark = mesh.mark(edge);
    if (notedSet[mark] != look) {
      notedSet[mark] = look;
      effects.onEdge(mark, met);
    }
    int beyond = mesh.twin(edge);
    if (beyond != Triangulation.NONE) {
      effects.onCover(mesh.label(beyond / 3), met);
    }
  }

  /**
   * Whether a walk may turn at a node in any direction: where other links meet the ground, and
   * where something has gone from a corner, or several things from a place. Pruning such nodes as
   * if nothing had stood there would drop links that were there before: lengths are rounded up one
   * by one, so that a walk over other links could come out a millimetre longer for an opening.
   */
  private boolean mayTurnAnyhow(int node) {
    return nodes.isConnector(node) || isFreed(node);
  }

  private boolean isFreed(int node) {
    int missing = standing.gone().isEmpty() ? 0 : effects.missing(corners.vertex(node), standing);
    return missing > 1 || (missing == 1 && turnedBefore(node));
  }

  private boolean turnedBefore(int node) {
    Standing now = standing;
    int right = runRight;
    int left = runLeft;
    boolean couldTurn = turnable;
    boolean found = false;
    for (int c = corners.corner(node); c != Triangulation.NONE && !found; c = corners.leftOf(c)) {
      found = whole.ground(mesh.label(c / 3)) && turnsAt(c, whole);
    }
    standing = now;
    runRight = right;
    runLeft = left;
    turnable = couldTurn;
    return found;
  }

  private void add(int node, int millimetres, boolean blind) {
    if (seen[node] == look + 1 || (blind && seen[node] == look)) {
      return;
    }
    if (!blind) {
      seen[node] = look + 1;
      append(node, millimetres);
      return;
    }
    seen[node] = look;
    if (blindCount == blindTo.length) {
      blindTo = Arrays.copyOf(blindTo, 2 * blindCount);
      blindLength = Arrays.copyOf(blindLength, 2 * blindCount);
    }
    blindTo[blindCount] = node;
    blindLength[blindCount++] = millimetres;
  }

  private void append(int node, int millimetres) {
    if (count == to.length) {
      to = Arrays.copyOf(to, 2 * count);
      length = Arrays.copyOf(length, 2 * count);
    }
    to[count] = node;
    length[count++] = millimetres;
  }

  /** Puts the blind links last, without those that turned out not to be. */
  private void finish() {
    through = count;
    for (int i = 0; i < blindCount; i++) {
      if (seen[blindTo[i]] == look) {
        append(blindTo[i], blindLength[i]);
      }
    }
  }

  private void begin(Standing now) {
    standing = now;
    count = 0;
    blindCount = 0;
    look += 2;
    met.clear();
  }

  /**
   * Whether a walk arriving in this direction could turn here: a corner, touched like a tangent.
   */
  private boolean wraps(int corner, long dx, long dy) {
    int right = rightEnd(corner);
    int left = leftEnd(corner);
    int v = mesh.origin(corner);
    return right != Triangulation.NONE && reflex(v, right, left) && tangent(right, left, v, dx, dy);
  }

  /** Whether a walk could turn at a corner as things stand; then {@link #runLeft} bounds it. */
  boolean turnsAt(int corner, Standing now) {
    standing = now;
    findRun(corner);
    return turnable;
  }

  /** The vertex that bounds the free run last looked at on its left. */
  int runLeft() {
    return runLeft;
  }

  private void findRun(int corner) {
    runRight = rightEnd(corner);
    runLeft = leftEnd(corner);
    turnable = runRight != Triangulation.NONE && reflex(mesh.origin(corner), runRight, runLeft);
  }

  /** The vertex at the far end of the edge that ends the free run of a corner on its right. */
  private int rightEnd(int corner) {
    int e = corner;
    do {
      int f = mesh.twin(e);
      if (standing.blocks(mesh.mark(e)) || !standing.ground(mesh.label(f / 3))) {
        return mesh.destination(e);
      }
      e = Triangulation.next(f);
    } while (e != corner);
    return Triangulation.NONE;
  }

  private int leftEnd(int corner) {
    int e = corner;
    do {
      int edge = Triangulation.previous(e);
      int f = mesh.twin(edge);
      if (standing.blocks(mesh.mark(edge)) || !standing.ground(mesh.label(f / 3))) {
        return mesh.origin(edge);
      }
      e = f;
    } while (e != corner);
    return Triangulation.NONE;
  }

  /** Whether the free run from right to left around a vertex is wider than a half circle. */
  private boolean reflex(int v, int right, int left) {
    long rx = (long) mesh.x(right) - mesh.x(v);
    long ry = (long) mesh.y(right) - mesh.y(v);
    long lx = (long) mesh.x(left) - mesh.x(v);
    long ly = (long) mesh.y(left) - mesh.y(v);
    int turn = Plane.turn(rx, ry, lx, ly);
    return turn < 0 || (turn == 0 && right == left);
  }

  /** Whether a direction from a vertex stays out of the blocked wedge beside its free run. */
  private boolean tangent(int right, int left, int v, long dx, long dy) {
    long rx = (long) mesh.x(right) - mesh.x(v);
    long ry = (long) mesh.y(right) - mesh.y(v);
    long lx = (long) mesh.x(left) - mesh.x(v);
    long ly = (long) mesh.y(left) - mesh.y(v);
    return !(Plane.turn(lx, ly, dx, dy) > 0 && Plane.turn(dx, dy, rx, ry) > 0);
  }

  int count() {
    return count;
  }

  /** What was seen, targets and lengths in turn. */
  int[] row() {
    int[] row = new int[2 * count];
    for (int i = 0; i < count; i++) {
      row[2 * i] = to[i];
      row[2 * i + 1] = length[i];
    }
    return row;
  }

  /** How many of them, first in order, a walk from a facility can go on by. */
  int through() {
    return through;
  }

  int to(int i) {
    return to[i];
  }

  int lengthMillimetres(int i) {
    return length[i];
  }

  /** The removables whose going could change this node's links. */
  BitSet met() {
    return met;
  }
}
