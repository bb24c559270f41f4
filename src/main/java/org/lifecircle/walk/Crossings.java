package org.lifecircle.walk;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lifecircle.model.Feature;
import org.lifecircle.model.Path;
import org.lifecircle.walk.Things.Role;
import org.lifecircle.walk.Things.Thing;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Decides whether a path that meets a barrier or a solid passes it, and says so where it is odd.
 */
final class Crossings {

  /** The barrier holds. */
  static final int SHUT = -2;

  private final Survey survey;
  private final Arrangement arrangement;
  private final Triangulation mesh;
  private final Corners corners;
  private final Gateways gateways;
  private final Issues issues;
  private final Set<Long> barrierVertices = new HashSet<>();

  Crossings(
      Survey survey, Arrangement arrangement, Corners corners, Gateways gateways, Issues issues) {
    this.survey = survey;
    this.arrangement = arrangement;
    this.corners = corners;
    this.gateways = gateways;
    this.issues = issues;
    mesh = arrangement.mesh();
    survey.area().walls().forEach(this::remember);
    survey.area().obstacles().forEach(this::remember);
  }

  private void remember(Feature barrier) {
    Geometry geometry = barrier.geometry();
    for (Coordinate c : geometry.getCoordinates()) {
      barrierVertices.add(place(survey.frame().x(c.x), survey.frame().y(c.y)));
    }
  }

  private static long place(int x, int y) {
    return (long) x << 32 | (y & 0xffff_ffffL);
  }

  /**
   * Judges a path that passes from one side of something to another.
   *
   * @return the passage that rules it, {@link Links#NO_PASSAGE} when it is free, or {@link #SHUT}
   */
  int judge(Path path, PathChain chain, int position, int before, int after) {
    int vertex = chain.vertex(position);
    Coordinate at = survey.frame().metres(mesh.x(vertex), mesh.y(vertex));
    Set<Thing> barriers = barriers(vertex);
    if (!barriers.isEmpty()) {
      Optional<Integer> gate = gateways.near(at);
      if (gate.isPresent()) {
        return gate.get();
      }
    }
    boolean passesSolids =
        path.tunnel() || survey.rules().openThroughSolids() || solids(before) == solids(after);
    boolean inferred = barriers.stream().allMatch(Thing::inferred);
    boolean passesBarriers = inferred || path.tunnel() || unmarked(chain, position, vertex);
    barriers.removeIf(thing -> thing.removable() >= 0 && survey.gone().get(thing.removable()));
    if (!inferred && !path.tunnel() && !barriers.isEmpty()) {
      issues.crossing(path.id(), names(barriers), passesBarriers && passesSolids, at);
    }
    return passesBarriers && passesSolids ? Links.NO_PASSAGE : SHUT;
  }

  private boolean unmarked(PathChain chain, int position, int vertex) {
    boolean sharedNode =
        chain.original(position) && barrierVertices.contains(place(mesh.x(vertex), mesh.y(vertex)));
    return survey.rules().openWithoutNode() || (sharedNode && survey.rules().openAtSharedNode());
  }

  private Set<Thing> barriers(int vertex) {
    Set<Thing> barriers = new HashSet<>();
    int first = mesh.edgeFrom(vertex);
    int e = first;
    do {
      for (int number : arrangement.sets().get(mesh.mark(e))) {
        Thing thing = arrangement.sets().things().get(number);
        if (thing.role() == Role.BARRIER) {
          barriers.add(thing);
        }
      }
      e = mesh.rotateLeft(e);
    } while (e != first);
    return barriers;
  }

  private int solids(int node) {
    int triangle = corners.corner(node) / 3;
    return arrangement.sets().solids(mesh.label(triangle));
  }

  private static String names(Set<Thing> things) {
    Set<String> names = new TreeSet<>();
    things.forEach(thing -> names.add(thing.id()));
    return String.join(", ", names);
  }

  /** Reports the solids an untagged path runs through, once for the path. */
  void reportSolids(Path path, PathChain chain, PathEdges edges) {
    if (path.tunnel()) {
      return;
    }
    Set<Thing> solids = new HashSet<>();
    int where = -1;
    for (int i = 1; i < chain.size(); i++) {
      if (solids.addAll(edges.solids(chain.vertex(i - 1), chain.vertex(i))) && where < 0) {
        where = chain.vertex(i);
      }
    }
    if (!solids.isEmpty()) {
      Coordinate at = survey.frame().metres(mesh.x(where), mesh.y(where));
      issues.throughSolid(path.id(), names(solids), survey.rules().openThroughSolids(), at);
    }
  }
}
