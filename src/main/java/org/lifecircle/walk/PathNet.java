package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Access;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Path;
import org.lifecircle.walk.PathEdges.Copy;
import org.lifecircle.walk.PathEdges.Side;
import org.locationtech.jts.geom.Coordinate;

/**
 * The paths on the ground as links: each stretch between places where something joins or rules it.
 *
 * <p>Built in three steps: {@link #lay} finds the nodes along every path and what happens where it
 * meets a barrier; others then {@link #keep} nodes of their own; {@link #link} makes the links.
 */
final class PathNet {

  /** A path on its way into the network: its chain, and the copies of each of its edges. */
  private record Laid(int number, Path path, PathChain chain, List<List<Copy>> copies) {}

  private final Survey survey;
  private final Arrangement arrangement;
  private final Corners corners;
  private final Nodes nodes;
  private final Links links;
  private final Passages passages;
  private final Gateways gateways;
  private final Crossings crossings;
  private final Mouths mouths;
  private final Issues issues;
  private final LaidPaths paths = new LaidPaths();
  private final List<Laid> laid = new ArrayList<>();
  private final BitSet kept = new BitSet();
  private final BitSet splits = new BitSet();
  private final Map<Long, List<GroundStop>> stops = new HashMap<>();

  PathNet(
      Survey survey,
      Arrangement arrangement,
      Corners corners,
      Nodes nodes,
      Links links,
      Passages passages,
      Gateways gateways,
      Issues issues) {
    this.survey = survey;
    this.arrangement = arrangement;
    this.corners = corners;
    this.nodes = nodes;
    this.links = links;
    this.passages = passages;
    this.gateways = gateways;
    this.issues = issues;
    crossings = new Crossings(survey, arrangement, corners, gateways, issues);
    mouths = new Mouths(survey, arrangement, corners, gateways);
  }

  /** Finds the nodes along every path, lets it through barriers or not. */
  void lay() {
    Map<Integer, Set<Integer>> pathsAt = survey.rules().crossingPathsMeet() ? null : pathsAt();
    survey.paths().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry -> {
              List<Integer> vertices = arrangement.chain(entry.getKey());
              if (vertices.size() > 1) {
                layOne(entry.getKey(), entry.getValue(), vertices, pathsAt);
              }
            });
  }

  private void layOne(
      int thing, Path path, List<Integer> vertices, @Nullable Map<Integer, Set<Integer>> pathsAt) {
    PathChain chain = new PathChain(path.geometry(), vertices, arrangement.mesh(), survey.frame());
    PathEdges edges = new PathEdges(arrangement, corners, survey.rules());
    List<List<Copy>> copies = new ArrayList<>();
    for (int i = 1; i < chain.size(); i++) {
      copies.add(new ArrayList<>(edges.copies(path, chain.vertex(i - 1), chain.vertex(i))));
    }
    crossings.reportSolids(path, chain, edges);
    int number = paths.add(thing, path, chain);
    for (int i = 0; i < chain.size(); i++) {
      boolean ring = i == chain.size() - 1 && chain.closed();
      if (i > 0 && (ring || i < chain.size() - 1)) {
        pass(path, chain, i, copies.get(i - 1), copies.get(ring ? 0 : i));
      }
    }
    for (int i = 0; i < chain.size(); i++) {
      Integer bar = gateways.bars().get(chain.vertex(i));
      if (bar != null) {
        setApart(chain, i, copies, bar, true);
      } else if (pathsAt != null
          && !chain.original(i)
          && pathsAt.getOrDefault(chain.vertex(i), Set.of()).size() > 1) {
        setApart(chain, i, copies, Links.NO_PASSAGE, false);
      }
    }
    laid.add(new Laid(number, path, chain, copies));
    keepWhereGroundChanges(chain, copies);
    for (Mouths.Mouth mouth : mouths.of(path, chain, copies)) {
      links.add(mouth.inside(), mouth.outside(), 0, mouth.passage(), mouth.needs());
      keep(mouth.inside());
      keep(mouth.outside());
    }
  }

  /** By vertex: the paths there, where more than one could be. */
  private Map<Integer, Set<Integer>> pathsAt() {
    Map<Integer, Set<Integer>> at = new HashMap<>();
    for (int thing : survey.paths().keySet()) {
      arrangement.chain(thing).forEach(v -> at.computeIfAbsent(v, k -> new HashSet<>()).add(thing));
    }
    return at;
  }

  /** Joins the two sides of a barrier where the path may pass it. */
  private void pass(Path path, PathChain chain, int i, List<Copy> before, List<Copy> after) {
    if (before.isEmpty() || after.isEmpty()) {
      return;
    }
    for (Copy in : before) {
      for (Copy out : after) {
        if (in.to() == out.from()) {
          return;
        }
      }
    }
    int passage = crossings.judge(path, chain, i, before.get(0).to(), after.get(0).from());
    if (passage == Crossings.SHUT) {
      return;
    }
    for (Copy in : before) {
      for (Copy out : after) {
        links.add(in.to(), out.from(), 0, passage, Needs.NOTHING);
        keep(in.to());
        keep(out.from());
      }
    }
  }

  /** Gives a path nodes of its own at a vertex; barred ones lead on only through the passage. */
  private void setApart(
      PathChain chain, int i, List<List<Copy>> copies, int passage, boolean barred) {
    Map<Integer, Integer> own = new HashMap<>();
    int x = arrangement.mesh().x(chain.vertex(i));
    int y = arrangement.mesh().y(chain.vertex(i));
    if (i > 0) {
      copies
          .get(i - 1)
          .replaceAll(c -> new Copy(c.from(), apart(own, c.to(), x, y), c.side(), c.needs()));
      linkApart(own, passage, barred);
    }
    if (barred) {
      own.clear();
    }
    if (i < chain.size() - 1) {
      copies
          .get(i)
          .replaceAll(c -> new Copy(apart(own, c.from(), x, y), c.to(), c.side(), c.needs()));
      linkApart(own, passage, barred);
    }
  }

  private int apart(Map<Integer, Integer> own, int node, int x, int y) {
    return own.computeIfAbsent(node, k -> nodes.add(x, y));
  }

  private void linkApart(Map<Integer, Integer> own, int passage, boolean barred) {
    own.forEach(
        (node, apart) -> {
          keep(apart);
          if (barred) {
            keep(node);
            links.add(node, apart, 0, passage, Needs.NOTHING);
          }
        });
  }

  /** A path that enters or leaves open ground can be left there in any direction. */
  private void keepWhereGroundChanges(PathChain chain, List<List<Copy>> copies) {
    List<List<Integer>> before = List.of();
    for (int i = 1; i < chain.size(); i++) {
      List<List<Integer>> ground = groundBeside(chain.vertex(i - 1), chain.vertex(i));
      if (i > 1 && !ground.equals(before)) {
        copies.get(i - 1).forEach(c -> keep(c.from()));
        copies.get(i - 2).forEach(c -> keep(c.to()));
      }
      before = ground;
    }
  }

  /** Which sides of an edge are ground or could become it, and when. */
  private List<List<Integer>> groundBeside(int a, int b) {
    int edge = arrangement.mesh().edge(a, b);
    return List.of(groundOn(edge), groundOn(arrangement.mesh().twin(edge)));
  }

  private List<Integer> groundOn(int edge) {
    return arrangement.sets().ground(arrangement.mesh().label(edge / 3));
  }

  private boolean couldBeGround(int edge) {
    return arrangement.couldBeGround(arrangement.mesh().label(edge / 3));
  }

  /** Makes a node an end of links, whatever runs through it. */
  void keep(int node) {
    kept.set(node);
  }

  /** Makes a node an end of links if a path runs through it. */
  void split(int node) {
    splits.set(node);
  }

  /**
   * Makes the links, joining edges where nothing else happens; then nodes on ground connect.
   *
   * @return the paths that were laid, with their links
   */
  LaidPaths link() {
    keepJunctions();
    for (Laid one : laid) {
      int passage = passageOf(one.path());
      Map<Integer, int[]> open =
          new HashMap<>(); // by node: where the stretch that ends there began
      for (int i = 0; i < one.copies().size(); i++) {
        linkEdge(one, i, passage, open);
      }
    }
    kept.stream().filter(nodes::isCorner).filter(this::touchesGround).forEach(nodes::connect);
    paths.index(links);
    return paths;
  }

  private void linkEdge(Laid one, int i, int passage, Map<Integer, int[]> open) {
    Map<Integer, int[]> next = new HashMap<>();
    for (Copy copy : one.copies().get(i)) {
      int[] begun = open.remove(copy.from());
      int[] start = begun == null ? new int[] {copy.from(), i} : begun;
      if (kept.get(copy.to()) || !copy.needs().isEmpty() || i == one.copies().size() - 1) {
        int length = one.chain().chainage(i + 1) - one.chain().chainage(start[1]);
        links.add(
            new Links.Link(
                start[0],
                copy.to(),
                length,
                one.number(),
                start[1],
                i + 1,
                copy.side(),
                passage,
                copy.needs()));
      } else {
        next.put(copy.to(), start);
      }
    }
    open.clear();
    open.putAll(next);
  }

  private void keepJunctions() {
    int[] degree = new int[nodes.count()];
    int[] user = new int[nodes.count()];
    Arrays.fill(user, -1);
    for (Laid one : laid) {
      for (int i = 0; i < one.copies().size(); i++) {
        for (Copy copy : one.copies().get(i)) {
          for (int node : new int[] {copy.from(), copy.to()}) {
            degree[node]++;
            boolean end =
                (i == 0 && node == copy.from())
                    || (i == one.copies().size() - 1 && node == copy.to());
            if (end || !copy.needs().isEmpty() || (user[node] >= 0 && user[node] != one.number())) {
              keep(node);
            }
            user[node] = one.number();
          }
        }
      }
    }
    for (int node = 0; node < degree.length; node++) {
      if (degree[node] > 0 && degree[node] != 2) {
        keep(node);
      }
      if (degree[node] > 0 && splits.get(node)) {
        keep(node);
      }
    }
  }

  private boolean touchesGround(int node) {
    for (int c = corners.corner(node); c != Triangulation.NONE; c = corners.leftOf(c)) {
      if (couldBeGround(c)) {
        return true;
      }
    }
    return false;
  }

  /** The passage of a path that only residents may use. */
  private int passageOf(Path path) {
    if (path.access() == Access.PUBLIC) {
      return Links.NO_PASSAGE;
    }
    Coordinate middle = path.geometry().getCoordinateN(path.geometry().getNumPoints() / 2);
    List<Integer> whose = survey.compounds().within(middle, survey.rules().gateMetres());
    if (whose.isEmpty()) {
      issues.nobodysGate(Layer.PATHS, path.id(), middle);
    }
    return passages.add(null, path.access(), whose);
  }

  /** A node where a path on the ground has a vertex of its own, and whether it ends there. */
  record GroundStop(int node, boolean end) {}

  /** The stops of paths on the ground at a place. */
  List<GroundStop> stopsAt(int x, int y) {
    if (stops.isEmpty()) {
      laid.forEach(this::addStops);
    }
    return stops.getOrDefault((long) x << 32 | (y & 0xffff_ffffL), List.of());
  }

  private void addStops(Laid one) {
    PathChain chain = one.chain();
    int last = one.copies().size();
    for (int i = 0; i <= last; i++) {
      if (chain.original(i)) {
        boolean end = i == 0 || i == last;
        long place = (long) chain.x(i) << 32 | (chain.y(i) & 0xffff_ffffL);
        List<GroundStop> here = stops.computeIfAbsent(place, k -> new ArrayList<>());
        if (i > 0) {
          one.copies().get(i - 1).forEach(c -> here.add(new GroundStop(c.to(), end)));
        }
        if (i < last) {
          one.copies().get(i).forEach(c -> here.add(new GroundStop(c.from(), end)));
        }
      }
    }
  }

  /** Takes in a path off the ground and returns its number. */
  int register(Path path, PathChain chain) {
    return paths.add(path, chain);
  }

  /** Links two stops of a path off the ground, the second one vertex after the first. */
  void linkOffGround(int from, int to, int number, int position) {
    PathChain chain = paths.chain(number);
    int length = chain.chainage(position + 1) - chain.chainage(position);
    int passage = passageOf(paths.path(number));
    links.add(
        new Links.Link(
            from, to, length, number, position, position + 1, Side.BOTH, passage, Needs.NOTHING));
  }
}
