package org.lifecircle.walk;

import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.model.Path;
import org.lifecircle.walk.PathEdge.Foot;
import org.lifecircle.walk.PathEdges.Side;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The ties of doors that stand on the width of paths: straight across to the line of each, as for a
 * free point there ({@link OnPaths}), so that a facility and a click at one place give one walk.
 * Asked before there are links, while nothing is set into the arrangement. A door stands on the
 * ground: not on a bridge.
 */
final class WidthTies {

  private final Triangulation mesh;
  private final STRtree edges = new STRtree();
  private final Bands standing; // with all that could go
  private final Bands bare; // without

  WidthTies(Survey survey, Arrangement arrangement) {
    mesh = arrangement.mesh();
    BitSet all = new BitSet();
    all.set(0, survey.things().removableCount());
    var rules = survey.rules().rules();
    standing = Bands.plain(mesh, arrangement.without(new BitSet()), rules);
    bare = Bands.plain(mesh, arrangement.without(all), rules);
    survey
        .paths()
        .forEach(
            (thing, path) -> {
              List<Integer> chain = arrangement.chain(thing);
              if (chain.size() > 1) {
                add(path, new PathChain(path.geometry(), chain, mesh, survey.frame()), arrangement);
              }
            });
    edges.build();
  }

  private void add(Path path, PathChain chain, Arrangement arrangement) {
    double wide = standing.halfWidth(path) + 1;
    for (int i = 1; i < chain.size(); i++) {
      boolean cut = arrangement.cuts(mesh.edge(chain.vertex(i - 1), chain.vertex(i)));
      for (Side side : cut ? List.of(Side.LEFT, Side.RIGHT) : List.of(Side.BOTH)) {
        PathEdge edge = new PathEdge(path, chain, i - 1, side);
        edges.insert(edge.within(wide), edge);
      }
    }
  }

  /** The ties of a place with everything standing; none where it is on no path. */
  Collection<Tie> of(int px, int py) {
    Map<Foot, Tie> ties = new LinkedHashMap<>();
    for (Object found : edges.query(new Envelope(px, px, py, py))) {
      PathEdge edge = (PathEdge) found;
      if (standing.holds(edge, px, py)) {
        Tie tie = tie(edge, px, py);
        ties.put(new Foot(tie.from(), tie.x(), tie.y()), tie);
      }
    }
    return ties.values();
  }

  /** Whether a place stands on some path whatever is taken down: no new ground cuts it off. */
  boolean holdForGood(int px, int py) {
    for (Object found : edges.query(new Envelope(px, px, py, py))) {
      PathEdge edge = (PathEdge) found;
      if (standing.holds(edge, px, py) && !bare.holds(edge, px, py)) {
        return false;
      }
    }
    return true;
  }

  private Tie tie(PathEdge edge, int px, int py) {
    int a = edge.chain().vertex(edge.position());
    int b = edge.chain().vertex(edge.position() + 1);
    Foot foot = edge.foot(px, py);
    int onMesh = mesh.edge(a, b);
    int beside = edge.side() == Side.RIGHT ? mesh.twin(onMesh) : onMesh;
    long[] into = mesh.into(beside / 3, foot.x(), foot.y());
    int length = Plane.lengthRoundedUp((long) px - foot.x(), (long) py - foot.y());
    return new Tie(a, b, foot.x(), foot.y(), length, into[0], into[1], Needs.NOTHING);
  }
}
