package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lifecircle.model.Access;
import org.lifecircle.model.Gate;
import org.lifecircle.model.Layer;
import org.lifecircle.walk.GroundTies.Between;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/** The gates in the network: which passage rules each, at which vertices, and what they join. */
final class Gateways {

  private final Survey survey;
  private final Arrangement arrangement;
  private final Passages passages;
  private final Map<Gate, Integer> passageOf = new LinkedHashMap<>();
  private final Map<Gate, Set<Integer>> vertices = new HashMap<>();
  private final Map<Integer, Integer> bars = new HashMap<>();
  private final STRtree tree = new STRtree();

  Gateways(Survey survey, Arrangement arrangement, Passages passages, Issues issues) {
    this.survey = survey;
    this.arrangement = arrangement;
    this.passages = passages;
    survey.area().gates().forEach(gate -> add(gate, issues));
    survey
        .gatePlaces()
        .lost()
        .forEach(
            gate ->
                issues.lostGate(
                    gate.id(), gate.geometry().getCoordinate(), survey.rules().gateMetres()));
    survey.gatePlaces().bars().forEach((gate, at) -> bars.put(vertex(at), passage(gate)));
  }

  private void add(Gate gate, Issues issues) {
    List<Integer> compounds = survey.compounds().ofGate(gate, survey.rules().gateMetres());
    if (gate.access() == Access.RESIDENTS && compounds.isEmpty()) {
      issues.nobodysGate(Layer.GATES, gate.id(), gate.geometry().getCoordinate());
    }
    passageOf.put(gate, passages.add(gate.id(), gate.access(), compounds));
    Set<Integer> at = new LinkedHashSet<>();
    survey.gatePlaces().openings(gate).forEach(place -> at.add(vertex(place)));
    vertices.put(gate, at);
    if (!at.isEmpty()) {
      tree.insert(gate.geometry().getEnvelopeInternal(), gate);
    }
  }

  private int vertex(Coordinate place) {
    return arrangement.set(survey.frame().x(place.x), survey.frame().y(place.y));
  }

  private int passage(Gate gate) {
    return passageOf.getOrDefault(gate, Links.NO_PASSAGE);
  }

  /** By vertex: the passage that bars every path there. */
  Map<Integer, Integer> bars() {
    return bars;
  }

  /** The passage of the nearest gate that opens a barrier within tolerance of a place. */
  Optional<Integer> near(Coordinate place) {
    double tolerance = survey.rules().gateMetres();
    Envelope window = new Envelope(place);
    window.expandBy(tolerance);
    Gate nearest = null;
    double best = tolerance;
    for (Object item : tree.query(window)) {
      Gate gate = (Gate) item;
      double distance = gate.geometry().getCoordinate().distance(place);
      boolean first = nearest == null || gate.id().compareTo(nearest.id()) < 0;
      if (distance < best || (distance == best && first)) {
        nearest = gate;
        best = distance;
      }
    }
    return Optional.ofNullable(nearest).map(this::passage);
  }

  /** Ties of gate sides that are off the ground; before nodes are numbered. */
  List<Between> ties(GroundTies ties) {
    List<Between> all = new ArrayList<>();
    for (Gate gate : passageOf.keySet()) {
      for (int vertex : vertices.getOrDefault(gate, Set.of())) {
        all.addAll(ties.ofGate(vertex));
      }
    }
    return all;
  }

  /** Keeps the paths' nodes at gates, so that their links end there. */
  void keep(PathNet paths, Corners corners) {
    passageOf.keySet().forEach(gate -> sides(gate, corners).forEach(paths::keep));
  }

  /** Links the sides of every gate. */
  void link(Corners corners, Nodes nodes, Links links) {
    passageOf.forEach(
        (gate, passage) -> {
          List<Integer> sides = sides(gate, corners);
          sides.forEach(nodes::connect);
          for (int i = 0; i < sides.size(); i++) {
            for (int j = i + 1; j < sides.size(); j++) {
              int a = sides.get(i);
              int b = sides.get(j);
              int length =
                  Plane.lengthRoundedUp(
                      (long) nodes.x(a) - nodes.x(b), (long) nodes.y(a) - nodes.y(b));
              links.add(a, b, length, passage, Needs.NOTHING);
            }
          }
        });
  }

  /** The nodes at a gate, one for each side of what it opens. */
  List<Integer> sides(Gate gate, Corners corners) {
    Triangulation mesh = arrangement.mesh();
    Set<Integer> sides = new LinkedHashSet<>();
    for (int vertex : vertices.getOrDefault(gate, Set.of())) {
      int first = mesh.edgeFrom(vertex);
      int e = first;
      do {
        if (!arrangement.sets().has(mesh.label(e / 3), Things.Role.SOLID)) {
          sides.add(corners.at(e));
        }
        e = mesh.rotateLeft(e);
      } while (e != first);
    }
    return List.copyOf(sides);
  }

  int passageOf(Gate gate) {
    return passage(gate);
  }
}
