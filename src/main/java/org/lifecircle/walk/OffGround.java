package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lifecircle.model.Access;
import org.lifecircle.model.Path;
import org.locationtech.jts.geom.Coordinate;

/**
 * Bridges, underpasses and whatever else does not lie on the ground. Nothing on the ground is in
 * their way. Paths of different levels meet only where one of them ends.
 */
final class OffGround {

  private final Survey survey;
  private final Arrangement arrangement;
  private final List<Path> paths = new ArrayList<>();

  /** Sets the ends into the arrangement, so that a bridge can land on open ground. */
  OffGround(Survey survey, Arrangement arrangement) {
    this.survey = survey;
    this.arrangement = arrangement;
    for (Path path : survey.area().paths()) {
      if (!path.onGround() && path.access() != Access.CLOSED) {
        paths.add(path);
        Coordinate[] line = path.geometry().getCoordinates();
        set(line[0]);
        set(line[line.length - 1]);
      }
    }
  }

  private void set(Coordinate at) {
    arrangement.set(survey.frame().x(at.x), survey.frame().y(at.y));
  }

  /** A place where a path has a node: on which level, and whether the path ends there. */
  private record Stop(int node, int level, boolean end) {}

  /** Makes the nodes and links of these paths and joins them to the others. */
  void link(Corners corners, Nodes nodes, Links links, PathNet ground) {
    Map<Long, Map<Integer, Integer>> nodeAt = new HashMap<>(); // by place, by level
    Map<Long, List<Stop>> stops = new HashMap<>();
    for (Path path : paths) {
      PathChain chain = new PathChain(path.geometry(), survey.frame());
      int number = ground.register(path, chain);
      int before = -1;
      for (int i = 0; i < chain.size(); i++) {
        int x = chain.x(i);
        int y = chain.y(i);
        int node =
            nodeAt
                .computeIfAbsent(place(x, y), k -> new HashMap<>())
                .computeIfAbsent(path.level() * 2 + (path.bridge() ? 1 : 0), k -> nodes.add(x, y));
        boolean end = i == 0 || i == chain.size() - 1;
        stops
            .computeIfAbsent(place(x, y), k -> new ArrayList<>())
            .add(new Stop(node, path.level(), end));
        if (before >= 0) {
          ground.linkOffGround(before, node, number, i - 1);
        }
        before = node;
      }
    }
    stops.forEach((at, here) -> join(here, at, corners, nodes, links, ground));
  }

  private void join(
      List<Stop> here, long at, Corners corners, Nodes nodes, Links links, PathNet ground) {
    Set<Integer> done = new HashSet<>();
    for (Stop a : here) {
      for (Stop b : here) {
        if (a.node() < b.node() && (a.end() || b.end()) && done.add(b.node())) {
          links.add(a.node(), b.node(), 0, Links.NO_PASSAGE, Needs.NOTHING);
        }
      }
    }
    boolean anyEnd = here.stream().anyMatch(Stop::end);
    for (PathNet.GroundStop stop : ground.stopsAt((int) (at >> 32), (int) at)) {
      for (Stop a : here) {
        if ((a.end() || stop.end()) && done.add(-1 - a.node() * 31 - stop.node())) {
          ground.keep(stop.node());
          links.add(a.node(), stop.node(), 0, Links.NO_PASSAGE, Needs.NOTHING);
        }
      }
    }
    if (anyEnd) {
      landOnGround(here, at, corners, nodes, links);
    }
  }

  private void landOnGround(List<Stop> here, long at, Corners corners, Nodes nodes, Links links) {
    Triangulation mesh = arrangement.mesh();
    int found = mesh.vertexAt(mesh.locate((int) (at >> 32), (int) at), (int) (at >> 32), (int) at);
    if (found == Triangulation.NONE) {
      return;
    }
    int first = mesh.edgeFrom(found);
    int e = first;
    Set<Integer> sides = new HashSet<>();
    do {
      if (arrangement.couldBeGround(mesh.label(e / 3)) && sides.add(corners.at(e))) {
        int side = corners.at(e);
        nodes.connect(side);
        here.stream()
            .filter(Stop::end)
            .forEach(s -> links.add(s.node(), side, 0, Links.NO_PASSAGE, Needs.NOTHING));
      }
      e = mesh.rotateLeft(e);
    } while (e != first && sides.isEmpty());
  }

  private static long place(int x, int y) {
    return (long) x << 32 | (y & 0xffff_ffffL);
  }
}
