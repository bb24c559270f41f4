package org.lifecircle.walk;

import java.util.List;

/** Paints the stretches of paths that are within reach. */
final class PathPaint {

  private final WalkNetwork network;
  private final View view;
  private final Search search;
  private final Costs costs;
  private final CoverCompounds compounds;
  private final PathBands bands;
  private final Canvas canvas;
  private final int limit;
  private final int base;
  private final boolean inward;
  private final Triangulation mesh;

  PathPaint(
      WalkNetwork network,
      PathBands bands,
      Search search,
      Costs costs,
      int limit,
      int base,
      boolean inward,
      Canvas canvas) {
    this.network = network;
    this.view = network.view();
    this.bands = bands;
    this.search = search;
    this.costs = costs;
    this.limit = limit;
    this.base = base;
    this.inward = inward;
    this.canvas = canvas;
    compounds = network.parts().coverCompounds();
    mesh = network.world().arrangement().mesh();
  }

  /** Paints a path outward from a place on it. */
  void paintFrom(Foothold.OnPath stand, int spent) {
    for (int number : stand.links()) {
      Links.Link link = network.links().get(number);
      PathChain chain = network.chain(link.path());
      for (int i = link.fromPosition(); i < link.toPosition(); i++) {
        if (mayUse(link, groupAt(chain, i))) {
          spread(number, i, stand.chainage(), spent);
        }
      }
    }
  }

  /** Paints a link from both its ends. */
  void paint(int number) {
    Links.Link link = network.links().get(number);
    if (link.path() == Links.NO_PATH || !link.needs().areGone(view.standing().gone())) {
      return;
    }
    PathChain chain = network.chain(link.path());
    for (int i = link.fromPosition(); i < link.toPosition(); i++) {
      int group = groupAt(chain, i);
      if (mayUse(link, group)) {
        int from = search.costTo(link.from(), group);
        int to = search.costTo(link.to(), group);
        int start = chain.chainage(link.fromPosition());
        int end = chain.chainage(link.toPosition());
        if (isWhole(link, i, start, from) || isWhole(link, i, end, to)) {
          canvas.addStrip(bands.strip(number, i));
        } else {
          spread(number, i, start, from);
          spread(number, i, end, to);
        }
      }
    }
  }

  private void addAll(List<Bands.Piece> pieces) {
    for (Bands.Piece piece : pieces) {
      canvas.add(piece.triangle(), piece.ring());
    }
  }

  private boolean mayUse(Links.Link link, int group) {
    return view.mayPass(link.passage(), group, base);
  }

  private int groupAt(PathChain chain, int position) {
    if (!chain.onGround()) {
      return Labels.NONE;
    }
    int edge = mesh.edge(chain.vertex(position), chain.vertex(position + 1));
    int left = compounds.of(mesh.label(edge / 3));
    int right = compounds.of(mesh.label(mesh.twin(edge) / 3));
    return view.group(left == CompoundMap.NOWHERE ? right : left);
  }

  /** Whether all of one edge is reached, over all its width, from a place that costs so much. */
  private boolean isWhole(Links.Link link, int position, int from, int spent) {
    if (spent > limit) {
      return false;
    }
    PathChain chain = network.chain(link.path());
    int start = chain.chainage(position);
    int end = chain.chainage(position + 1);
    int far = from <= start ? end : start;
    if (from > start && from < end) {
      return false;
    }
    int walked = walked(link.path(), from, far);
    int left = limit - spent - walked;
    return walked != Costs.IMPASSABLE && left >= 0 && costs.reach(left) >= bands.halfWidth(link);
  }

  /** Paints what of one edge of a path is reached from a chainage of it that costs so much. */
  private void spread(int number, int position, int from, int spent) {
    if (spent > limit) {
      return;
    }
    PathChain chain = network.chain(network.links().get(number).path());
    int start = chain.chainage(position);
    int end = chain.chainage(position + 1);
    if (end > from) {
      part(number, position, from, Math.max(from, start), end, spent);
    }
    if (start < from) {
      part(number, position, from, Math.min(from, end), start, spent);
    }
  }

  private void part(int number, int position, int from, int near, int far, int spent) {
    Links.Link link = network.links().get(number);
    int toNear = walked(link.path(), from, near);
    int across = walked(link.path(), near, far);
    if (toNear == Costs.IMPASSABLE || across == Costs.IMPASSABLE || spent + toNear > limit) {
      return;
    }
    int left = limit - spent - toNear;
    double share = across == 0 ? 1 : Math.min(1.0, (double) left / across);
    PathChain chain = network.chain(link.path());
    int start = chain.chainage(position);
    double length = chain.chainage(position + 1) - start;
    double nearShare = (near - start) / length;
    double farShare = nearShare + share * ((far - near) / length);
    double along = across == 0 ? Integer.MAX_VALUE : Math.abs(far - near) * (double) left / across;
    addAll(bands.part(link, position, nearShare, farShare, along, costs.reach(left)));
    if (near == start || near == chain.chainage(position + 1)) {
      addAll(bands.cap(link, position, near != start, costs.reach(left)));
    }
    if (across <= left) {
      addAll(bands.cap(link, position, far != start, costs.reach(left - across)));
    }
  }

  private int walked(int path, int from, int to) {
    return inward ? costs.stretch(path, to, from) : costs.stretch(path, from, to);
  }
}
