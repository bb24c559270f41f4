package org.lifecircle.walk;

/**
 * Paints the open ground that is seen from where a walk has come to, triangle by triangle. A
 * triangle wholly inside one window and one disc is full and needs no geometry; of the others the
 * convex pieces are kept.
 */
final class GroundPaint implements Expansion.Sight {

  private final Ground world;
  private final Triangulation mesh;
  private final Standing standing;
  private final Yards yards;
  private final Cells cells;
  private final Canvas canvas;
  private final Expansion expansion;
  private final Sight sight;
  private final Convex piece = new Convex();
  private int ox;
  private int oy;
  private double radius;
  private int claim;
  private long behindX;
  private long behindY;

  GroundPaint(WalkNetwork network, Yards yards, Cells cells, Canvas canvas) {
    world = network.world();
    mesh = world.arrangement().mesh();
    standing = network.view().standing();
    this.yards = yards;
    this.cells = cells;
    this.canvas = canvas;
    expansion = new Expansion(mesh);
    sight = world.sight(standing);
  }

  /**
   * Paints what a node sees.
   *
   * @param group for whom; {@link Labels#NONE} paints for everybody
   */
  void fromNode(int node, double reachMillimetres, int group) {
    begin(reachMillimetres, group);
    Corners corners = world.corners();
    for (int c = corners.corner(node); c != Triangulation.NONE; c = corners.leftOf(c)) {
      if (standing.ground(mesh.label(c / 3))) {
        expansion.fromCorner(c, standing, this);
      }
    }
  }

  /**
   * Paints what is newly seen from a node that a walk over open ground has come to: nothing but
   * where it is a corner, and then what lies behind the corner.
   *
   * @param dx with dy: the direction in which it was come to
   */
  void behindCorner(int node, long dx, long dy, double reachMillimetres, int group) {
    begin(reachMillimetres, group);
    Corners corners = world.corners();
    for (int c = corners.corner(node); c != Triangulation.NONE; c = corners.leftOf(c)) {
      if (standing.ground(mesh.label(c / 3)) && sight.turnsAt(c, standing)) {
        int v = mesh.origin(c);
        int left = sight.runLeft();
        long lx = (long) mesh.x(left) - mesh.x(v);
        long ly = (long) mesh.y(left) - mesh.y(v);
        int side = Plane.turn(dx, dy, lx, ly);
        boolean right = side < 0 || (side == 0 && dx * lx + dy * ly < 0); // come along its face
        behindX = right ? -dx : dx; // keep what lies left of this, the side of the obstacle
        behindY = right ? -dy : dy;
        ox = mesh.x(v);
        oy = mesh.y(v);
        int across = Triangulation.next(c);
        if (isBehind(mesh.origin(across)) || isBehind(mesh.destination(across))) {
          expansion.fromCorner(c, standing, this);
        }
      }
    }
  }

  /** Paints what the foothold itself sees. */
  void fromPoint(Foothold foothold, double reachMillimetres) {
    begin(reachMillimetres, Labels.NONE);
    foothold
        .triangles()
        .forEach(
            t -> expansion.fromPoint(foothold.groundX(), foothold.groundY(), t, standing, this));
  }

  private void begin(double reachMillimetres, int group) {
    radius = reachMillimetres;
    claim = group;
    behindX = 0;
    behindY = 0;
  }

  @Override
  public void origin(int x, int y, int triangle) {
    ox = x;
    oy = y;
    paint(triangle, Triangulation.NONE, Triangulation.NONE);
  }

  @Override
  public void vertex(int corner) {}

  @Override
  public boolean triangle(int entered, int right, int left) {
    if (isPast(right, left) || distanceToEdge(entered) > radius) {
      return false;
    }
    if (!canvas.isFull(entered / 3)) {
      paint(entered / 3, right, left);
    }
    return true;
  }

  /** Whether a window shows nothing that lies behind the corner looked round. */
  private boolean isPast(int right, int left) {
    return (behindX != 0 || behindY != 0) && !isBehind(right) && !isBehind(left);
  }

  private boolean isBehind(int vertex) {
    return behindX * ((long) mesh.y(vertex) - oy) - behindY * ((long) mesh.x(vertex) - ox) >= 0;
  }

  /** Paints what is seen of a triangle between two vertices, or all of it. */
  private void paint(int t, int right, int left) {
    if (canvas.isFull(t) || (claim != Labels.NONE && yards.group(t) != claim)) {
      return;
    }
    boolean seenWhole = right == Triangulation.NONE || seesWhole(t, right, left);
    if (seenWhole && isReached(t)) {
      canvas.fill(t);
      return;
    }
    for (double[] cell : cells.of(t)) {
      piece.set(cell);
      if (!seenWhole) {
        piece.cut(ox, oy, mesh.x(right), mesh.y(right)).cut(mesh.x(left), mesh.y(left), ox, oy);
      }
      if (behindX != 0 || behindY != 0) {
        piece.cut(ox, oy, (double) ox + behindX, (double) oy + behindY);
      }
      if (!piece.isEmpty() && !piece.within(ox, oy, radius)) {
        piece.cutCircle(ox, oy, radius);
      }
      if (!piece.isEmpty()) {
        canvas.add(t, piece.points());
      }
    }
  }

  private boolean seesWhole(int t, int right, int left) {
    for (int e = 3 * t; e < 3 * t + 3; e++) {
      int v = mesh.origin(e);
      if (turn(right, v) < 0 || turn(left, v) > 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether all corners are near enough, and behind the corner if one is looked round. */
  private boolean isReached(int t) {
    for (int e = 3 * t; e < 3 * t + 3; e++) {
      double dx = (double) mesh.x(mesh.origin(e)) - ox;
      double dy = (double) mesh.y(mesh.origin(e)) - oy;
      if (dx * dx + dy * dy > radius * radius || behindX * dy - behindY * dx < 0) {
        return false;
      }
    }
    return true;
  }

  private double distanceToEdge(int edge) {
    double ax = mesh.x(mesh.origin(edge));
    double ay = mesh.y(mesh.origin(edge));
    double dx = mesh.x(mesh.destination(edge)) - ax;
    double dy = mesh.y(mesh.destination(edge)) - ay;
    double share = ((ox - ax) * dx + (oy - ay) * dy) / (dx * dx + dy * dy);
    double s = Math.max(0, Math.min(1, share));
    double px = ax + s * dx - ox;
    double py = ay + s * dy - oy;
    return Math.sqrt(px * px + py * py);
  }

  private int turn(int ray, int vertex) {
    return Plane.orient(ox, oy, mesh.x(ray), mesh.y(ray), mesh.x(vertex), mesh.y(vertex));
  }
}
