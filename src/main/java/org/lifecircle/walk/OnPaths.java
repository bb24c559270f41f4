package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.lifecircle.walk.Foothold.OnPath;
import org.lifecircle.walk.PathEdge.Foot;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The paths a point stands on: those whose width holds it, clipped as {@link Bands} draws it. A
 * path is ground over its whole width and walked along its centre line, so the point is straight
 * across from it. Where paths meet it may stand on several.
 *
 * <p>Depends on no view; safe for many threads.
 */
final class OnPaths {

  /** One edge of a link's path. */
  private record Edge(int link, PathEdge edge) {}

  /** Places along a path that are the same. */
  private record Place(int path, Foot foot) {}

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
    for (int i = link.fromPosition(); i < link.toPosition(); i++) {
      PathEdge edge = PathEdge.of(link, i, parts);
      double wide = parts.survey().rules().rules().widthMetres(edge.path()) * 500 + 1;
      edges.insert(edge.within(wide), new Edge(number, edge));
    }
  }

  /** Where on paths a point stands; none on no path. */
  List<Foothold> at(int px, int py, View view) {
    Bands bands =
        Bands.plain(
            parts.world().arrangement().mesh(), view.standing(), parts.survey().rules().rules());
    Map<Place, TreeSet<Integer>> links = new LinkedHashMap<>();
    for (Object found : edges.query(new Envelope(px, px, py, py))) {
      Edge edge = (Edge) found;
      Links.Link link = parts.links().get(edge.link());
      if (link.needs().areGone(view.standing().gone()) && bands.holds(edge.edge(), px, py)) {
        links
            .computeIfAbsent(new Place(link.path(), edge.edge().foot(px, py)), f -> new TreeSet<>())
            .add(edge.link());
      }
    }
    List<Foothold> footholds = new ArrayList<>();
    links.forEach(
        (place, numbers) -> {
          Foot foot = place.foot();
          int tie = Plane.lengthRoundedUp((long) px - foot.x(), (long) py - foot.y());
          OnPath stand = new OnPath(place.path(), foot.chainage(), List.copyOf(numbers));
          footholds.add(new Foothold(px, py, foot.x(), foot.y(), tie, List.of(), List.of(), stand));
        });
    return footholds;
  }
}
