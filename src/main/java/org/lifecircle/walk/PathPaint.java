package org.lifecircle.walk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.lifecircle.walk.Passages.Passage;

/**
 * The reached stretches of paths over their width, each side clipped to what the centre line sees
 * at right angles: no band reaches through a wall. Where ground begins the ground has its own
 * paint.
 */
final class PathPaint {

  private final WalkNetwork network;
  private final View view;
  private final Search search;
  private final Costs costs;
  private final CoverCompounds compounds;
  private final int limit;
  private final int base;
  private final boolean inward;
  private final Triangulation mesh;
  private final List<Convex> bands = new ArrayList<>();

  PathPaint(
      WalkNetwork network,
      View view,
      Search search,
      Costs costs,
      int limit,
      int base,
      boolean inward) {
    this.network = network;
    this.view = view;
    this.search = search;
    this.costs = costs;
    this.limit = limit;
    this.base = base;
    this.inward = inward;
    compounds = network.parts().coverCompounds();
    mesh = network.world().arrangement().mesh();
  }

  List<Convex> bands() {
    return bands;
  }

  /** Paints every link of every path. */
  void paintLinks() {
    for (int i = 0; i < network.links().count(); i++) {
      Links.Link link = network.links().get(i);
      if (link.path() != Links.NO_PATH && link.needs().areGone(view.standing().gone())) {
        paintLink(link);
      }
    }
  }

  /** Paints a path outward from a place on it. */
  void paintFrom(Foothold.OnPath stand, int spent) {
    for (int number : stand.links()) {
      Links.Link link = network.links().get(number);
      for (int i = link.fromPosition(); i < link.toPosition(); i++) {
        spread(link, i, stand.chainage(), spent);
      }
    }
  }

  private void paintLink(Links.Link link) {
    if (search.costTo(link.from(), Labels.NONE) == Search.UNREACHED
        && search.costTo(link.to(), Labels.NONE) == Search.UNREACHED
        && search.claims(link.from()).isEmpty()
        && search.claims(link.to()).isEmpty()) {
      return;
    }
    PathChain chain = network.chain(link.path());
    for (int i = link.fromPosition(); i < link.toPosition(); i++) {
      int group = groupAt(link, i);
      if (mayUse(link, group)) {
        int from = search.costTo(link.from(), group);
        int to = search.costTo(link.to(), group);
        if (!spread(link, i, chain.chainage(link.fromPosition()), from)) {
          spread(link, i, chain.chainage(link.toPosition()), to);
        }
      }
    }
  }

  private boolean mayUse(Links.Link link, int group) {
    if (link.passage() == Links.NO_PASSAGE) {
      return true;
    }
    Passage passage = view.passage(link.passage());
    for (int allowed : view.groupsOf(passage)) {
      if (allowed == group || allowed == base) {
        return true;
      }
    }
    return false;
  }

  private int groupAt(Links.Link link, int position) {
    PathChain chain = network.chain(link.path());
    if (!chain.onGround()) {
      return Labels.NONE;
    }
    int edge = mesh.edge(chain.vertex(position), chain.vertex(position + 1));
    int left = compounds.of(mesh.label(edge / 3));
    int right = compounds.of(mesh.label(mesh.twin(edge) / 3));
    return view.group(left == CompoundMap.NOWHERE ? right : left);
  }

  /**
   * Paints what of one edge of a path is reached from a chainage of it that costs so much.
   *
   * @return whether that is the whole edge over its whole width
   */
  private boolean spread(Links.Link link, int position, int from, int spent) {
    if (spent == Search.UNREACHED || spent > limit) {
      return false;
    }
    PathChain chain = network.chain(link.path());
    int start = chain.chainage(position);
    int end = chain.chainage(position + 1);
    boolean ahead = end > from && part(link, position, from, Math.max(from, start), end, spent);
    boolean behind = start < from && part(link, position, from, Math.min(from, end), start, spent);
    return (ahead && from <= start) || (behind && from >= end);
  }

  private boolean part(Links.Link link, int position, int from, int near, int far, int spent) {
    int toNear = walked(link.path(), from, near);
    int across = walked(link.path(), near, far);
    if (toNear == Costs.IMPASSABLE || across == Costs.IMPASSABLE || spent + toNear > limit) {
      return false;
    }
    int left = limit - spent - toNear;
    double share = across == 0 ? 1 : Math.min(1.0, (double) left / across);
    PathChain chain = network.chain(link.path());
    int start = chain.chainage(position);
    double length = chain.chainage(position + 1) - start;
    double nearShare = (near - start) / length;
    double farShare = nearShare + share * ((far - near) / length);
    band(link, position, nearShare, farShare, costs.reach(left));
    return share == 1 && costs.reach(left - across) >= halfWidth(link);
  }

  private double halfWidth(Links.Link link) {
    return network.rules().widthMetres(network.parts().paths().paths().get(link.path())) * 500;
  }

  private int walked(int path, int from, int to) {
    return inward ? costs.stretch(path, to, from) : costs.stretch(path, from, to);
  }

  /**
   * Adds the bands on both sides of part of an edge.
   *
   * @param reach how far the cost that is left at the near end would carry, millimetres
   */
  private void band(Links.Link link, int i, double nearShare, double farShare, double reach) {
    PathChain chain = network.chain(link.path());
    double half = halfWidth(link);
    double ax = chain.x(i);
    double ay = chain.y(i);
    double bx = chain.x(i + 1);
    double by = chain.y(i + 1);
    double length = Math.hypot(bx - ax, by - ay);
    if (length == 0) {
      return;
    }
    Band band = new Band(ax, ay, (bx - ax) / length, (by - ay) / length, half);
    band.between(nearShare * length, farShare * length, reach);
    if (!chain.onGround()) {
      bands.addAll(band.open());
      return;
    }
    int edge = mesh.edge(chain.vertex(i), chain.vertex(i + 1));
    if (link.side() != PathEdges.Side.RIGHT) {
      clip(band, edge, true);
    }
    if (link.side() != PathEdges.Side.LEFT) {
      clip(band, mesh.twin(edge), false);
    }
  }

  /** A look at right angles from a stretch of the edge, through an edge. */
  private record Slit(int edge, double from, double to) {}

  private void clip(Band band, int edge, boolean left) {
    ArrayDeque<Slit> slits = new ArrayDeque<>();
    double low = Math.min(band.from(), band.to());
    double high = Math.max(band.from(), band.to());
    enter(edge / 3, edge, low, high, band, left, slits);
    while (!slits.isEmpty()) {
      Slit slit = slits.removeFirst();
      int f = mesh.twin(slit.edge());
      if (f != Triangulation.NONE && !view.standing().blocks(mesh.mark(slit.edge()))) {
        enter(f / 3, f, slit.from(), slit.to(), band, left, slits);
      }
    }
  }

  private void enter(
      int t, int entered, double from, double to, Band band, boolean left, ArrayDeque<Slit> slits) {
    int cover = mesh.label(t);
    if (view.standing().solid(cover) || view.standing().ground(cover)) {
      return;
    }
    int[] v = {mesh.origin(3 * t), mesh.origin(3 * t + 1), mesh.origin(3 * t + 2)};
    Convex piece =
        new Convex(
            mesh.x(v[0]), mesh.y(v[0]), mesh.x(v[1]), mesh.y(v[1]), mesh.x(v[2]), mesh.y(v[2]));
    band.clip(piece, from, to, left);
    if (!piece.isEmpty()) {
      bands.add(piece);
    }
    for (int e = 3 * t; e < 3 * t + 3; e++) {
      if (e != entered) {
        double a = band.along(mesh.x(mesh.origin(e)), mesh.y(mesh.origin(e)));
        double b = band.along(mesh.x(mesh.destination(e)), mesh.y(mesh.destination(e)));
        double low = Math.max(from, Math.min(a, b));
        double high = Math.min(to, Math.max(a, b));
        if (low < high && band.nearer(mesh, e)) {
          slits.add(new Slit(e, low, high));
        }
      }
    }
  }
}
