package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.lifecircle.walk.Foothold.OnPath;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The paths a point stands on: those whose width holds it, clipped as {@link PathBands} draws it. A
 * path is ground over its whole width and walked along its centre line, so the point is straight
 * across from it. Where paths meet it may stand on several.
 *
 * <p>Depends on no view; safe for many threads.
 */
final class OnPaths {

  /** One edge of a link's path. */
  private record Edge(int link, int position) {}

  /** Places along a path that are the same. */
  private record Foot(int path, int chainage, int x, int y) {}

  private final NetworkParts parts;
  private final STRtree edges = new STRtree();

  OnPaths(NetworkParts parts) {
    this.parts = parts;
    for (int number = 0; number < parts.links().count(); number++) {
      Links.Link link = parts.links().get(number);
      if (link.path() != Links.NO_PATH) {
        add(number, link);
      }
    }
    edges.build();
  }

  private void add(int number, Links.Link link) {
    PathChain chain = parts.paths().chains().get(link.path());
    double wide = PathBands.halfWidth(parts, link) + 1;
    for (int i = link.fromPosition(); i < link.toPosition(); i++) {
      Envelope envelope =
          new Envelope(chain.x(i), chain.x(i + 1), chain.y(i), chain.y(i + 1)); // millimetres
      envelope.expandBy(wide);
      edges.insert(envelope, new Edge(number, i));
    }
  }

  /** Where on paths a point stands; none on no path. */
  List<Foothold> at(int px, int py, View view) {
    PathBands bands = PathBands.plain(parts, view.standing());
    Map<Foot, TreeSet<Integer>> links = new LinkedHashMap<>();
    for (Object found : edges.query(new Envelope(px, px, py, py))) {
      Edge edge = (Edge) found;
      Links.Link link = parts.links().get(edge.link());
      if (link.needs().areGone(view.standing().gone())
          && bands.holds(link, edge.position(), px, py)) {
        links
            .computeIfAbsent(foot(link, edge.position(), px, py), f -> new TreeSet<>())
            .add(edge.link());
      }
    }
    List<Foothold> footholds = new ArrayList<>();
    links.forEach(
        (foot, numbers) -> {
          int tie = Plane.lengthRoundedUp((long) px - foot.x(), (long) py - foot.y());
          OnPath stand = new OnPath(foot.path(), foot.chainage(), List.copyOf(numbers));
          footholds.add(new Foothold(px, py, foot.x(), foot.y(), tie, List.of(), List.of(), stand));
        });
    return footholds;
  }

  private Foot foot(Links.Link link, int position, int px, int py) {
    PathChain chain = parts.paths().chains().get(link.path());
    double ax = chain.x(position);
    double ay = chain.y(position);
    double dx = chain.x(position + 1) - ax;
    double dy = chain.y(position + 1) - ay;
    double length = Math.hypot(dx, dy);
    double along = Math.min(length, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / length));
    int chainage =
        Math.min(chain.chainage(position + 1), chain.chainage(position) + (int) Math.ceil(along));
    int x = (int) Math.rint(ax + along / length * dx);
    int y = (int) Math.rint(ay + along / length * dy);
    return new Foot(link.path(), chainage, x, y);
  }
}
