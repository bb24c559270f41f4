package org.lifecircle.town;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lifecircle.model.Access;
import org.lifecircle.model.Evidence;
import org.lifecircle.town.PathCuts.Cut;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;

/**
 * All paths as nodes and links: at vertices, where paths meet, beside every cut, and every metre.
 *
 * <p>Paths on one storey meet at shared vertices, in surveyed towns also where they cross or touch;
 * paths of different storeys only where an end of one is an end of the other.
 */
final class PathGraph {

  /** How far beside a cut a stretch of path ends. */
  private static final double BESIDE = Sight.BESIDE_MICROMETRES / 1e6;

  private final OracleGraph graph;
  private final List<PathLine> lines;
  private final Map<PathLine, List<Cut>> cuts = new LinkedHashMap<>();
  private final Map<Object, Integer> meetings = new HashMap<>();

  PathGraph(TownReading town, Neighbours neighbours, OracleGraph graph) {
    this.graph = graph;
    this.lines =
        town.area().paths().stream()
            .filter(p -> p.access() == Access.PUBLIC)
            .map(PathLine::new)
            .toList();
    PathCuts reader = new PathCuts(town, neighbours);
    lines.forEach(line -> cuts.put(line, reader.of(line)));
    boolean surveyed = town.area().profile().evidence() == Evidence.SURVEY;
    for (PathLine line : lines) {
      lay(line, stops(line, surveyed));
    }
  }

  List<PathLine> lines() {
    return lines;
  }

  /** A node at this chainage, a new one if there is none yet; −1 where the path is cut. */
  int nodeAt(PathLine line, double chainage) {
    for (Cut cut : cutsOf(line)) {
      if (chainage > cut.from() - BESIDE && chainage < cut.to() + BESIDE) {
        return -1;
      }
    }
    Map.Entry<Double, Integer> before = line.nodes.floorEntry(chainage);
    Map.Entry<Double, Integer> after = line.nodes.ceilingEntry(chainage);
    if (before == null || after == null) {
      return -1;
    }
    if (chainage - before.getKey() < 1e-9 || after.getKey() - chainage < 1e-9) {
      return chainage - before.getKey() < 1e-9 ? before.getValue() : after.getValue();
    }
    int node = graph.add(line.at(chainage));
    along(node, before.getValue(), chainage - before.getKey());
    along(node, after.getValue(), after.getKey() - chainage);
    line.nodes.put(chainage, node);
    return node;
  }

  private List<Cut> cutsOf(PathLine line) {
    return cuts.getOrDefault(line, List.of());
  }

  /** Where others may meet it: chainages and spots, which are exactly equal on all paths. */
  private NavigableMap<Double, Spot> stops(PathLine line, boolean surveyed) {
    NavigableMap<Double, Spot> stops = new TreeMap<>();
    for (int i = 0; i <= line.segments(); i++) {
      stops.put(line.chainage(i), Spot.of(line.vertex(i)));
    }
    if (surveyed) {
      for (PathLine other : lines) {
        if (other != line && other.storey().equals(line.storey())) {
          crossings(line, other, stops);
        }
      }
    }
    return stops;
  }

  private static void crossings(PathLine line, PathLine other, NavigableMap<Double, Spot> stops) {
    for (int i = 0; i < line.segments(); i++) {
      for (int j = 0; j < other.segments(); j++) {
        LineSegment mine = new LineSegment(line.vertex(i), line.vertex(i + 1));
        LineSegment theirs = new LineSegment(other.vertex(j), other.vertex(j + 1));
        Coordinate meeting = meeting(mine, theirs);
        if (meeting != null) {
          double s = line.chainageOf(i, meeting);
          if (stops.subMap(s - 1e-3, s + 1e-3).isEmpty()) {
            stops.put(s, Spot.of(meeting));
          }
        }
      }
    }
  }

  /** Where two segments meet, the same to the last bit whichever comes first. */
  private static @org.jspecify.annotations.Nullable Coordinate meeting(
      LineSegment a, LineSegment b) {
    for (Coordinate end : List.of(b.p0, b.p1, a.p0, a.p1)) {
      if (a.distance(end) < 1e-6 && b.distance(end) < 1e-6) {
        return end;
      }
    }
    boolean swap = a.p0.compareTo(b.p0) > 0;
    return swap ? b.intersection(a) : a.intersection(b);
  }

  private void lay(PathLine line, NavigableMap<Double, Spot> stops) {
    List<Cut> all = cutsOf(line);
    double from = 0;
    boolean fresh = false;
    int last = -1;
    for (Cut cut : all) {
      double resume = cut.to() + BESIDE;
      if (resume <= from) {
        continue;
      }
      boolean overlaps = cut.from() - BESIDE <= from && fresh;
      int end = stretch(line, stops, from, fresh, cut.from() - BESIDE, true, last);
      last = resume < line.length() ? fresh(line, resume) : -1;
      if (end >= 0 && last >= 0 && !overlaps && !cut.users().isEmpty()) {
        graph.link(end, last, 2 * BESIDE, 2 * BESIDE, cut.users());
      }
      from = resume;
      fresh = true;
    }
    stretch(line, stops, from, fresh, line.length(), false, last);
  }

  /** Lays the nodes of one uncut stretch; answers the last of them. */
  private int stretch(
      PathLine line,
      NavigableMap<Double, Spot> stops,
      double from,
      boolean afterCut,
      double to,
      boolean beforeCut,
      int first) {
    if (to <= from) {
      return first;
    }
    int last = first;
    double at = from;
    for (Map.Entry<Double, Spot> stop : stops.subMap(from, !afterCut, to, !beforeCut).entrySet()) {
      int node = meet(line, stop.getKey(), stop.getValue());
      if (last >= 0) {
        everyMetre(line, last, at, node, stop.getKey());
      }
      line.nodes.put(stop.getKey(), node);
      last = node;
      at = stop.getKey();
    }
    if (beforeCut) {
      int node = fresh(line, to);
      if (last >= 0) {
        everyMetre(line, last, at, node, to);
      }
      last = node;
    }
    return last;
  }

  /** Joins two nodes by way of others that nobody else meets, so that frontages are dense. */
  private void everyMetre(PathLine line, int first, double from, int end, double to) {
    int pieces = (int) Math.ceil((to - from) - 1e-6);
    int last = first;
    for (int i = 1; i < pieces; i++) {
      int node = fresh(line, from + (to - from) * i / pieces);
      along(last, node, (to - from) / pieces);
      last = node;
    }
    along(last, end, (to - from) / Math.max(1, pieces));
  }

  private int fresh(PathLine line, double chainage) {
    int node = graph.add(line.at(chainage));
    line.nodes.put(chainage, node);
    return node;
  }

  private void along(int a, int b, double metres) {
    graph.link(a, b, metres, metres, OracleGraph.EVERYBODY);
  }

  /** The node all paths of one storey share at a spot; ends share one over all storeys. */
  private int meet(PathLine line, double chainage, Spot spot) {
    int node = meetings.computeIfAbsent(List.of(spot, line.storey()), k -> graph.add(spot));
    if (chainage == 0 || chainage == line.length()) {
      Integer other = meetings.putIfAbsent(spot, node);
      if (other != null && other != node) {
        along(node, other, 0);
      }
    }
    return node;
  }

  /** Every chainage laid as a node, of paths one can step off. */
  List<Integer> frontageNodes(PathLine line) {
    return line.hasFrontage() ? new ArrayList<>(new TreeSet<>(line.nodes.values())) : List.of();
  }
}
