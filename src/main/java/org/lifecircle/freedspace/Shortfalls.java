package org.lifecircle.freedspace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifecircle.model.Candidate;
import org.lifecircle.model.FreedGround;
import org.lifecircle.model.FreedSpace;
import org.lifecircle.model.Site;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Why a kind finds no place on a site: how large the largest rectangle there is. */
final class Shortfalls {

  /** How far beyond a freed space its rectangle may reach, and how far from its middle at most. */
  private static final double BEYOND_METRES = 12;

  private static final double FARTHEST_METRES = 80;

  /** So many of a site's largest freed spaces are looked at. */
  private static final int LOOKED_AT = 2;

  /** The largest rectangle near a piece of freed ground. */
  private record Largest(double squareMetres, double widthMetres, Geometry geometry) {}

  /** All that the largest rectangle near a piece rests on. */
  private record Scene(Envelope box, double gridMetres, List<Turn> turns, List<Geometry> taken) {}

  private final Ground ground;
  private final List<Site> sites;
  private final Map<String, List<FreedSpace>> spaces = new HashMap<>();
  private final Map<String, Largest> rectangles = new HashMap<>();

  Shortfalls(Ground ground, FreedGround freed) {
    this.ground = ground;
    this.sites = freed.sites();
    freed.spaces().forEach(s -> spaces.computeIfAbsent(s.siteId(), i -> new ArrayList<>()).add(s));
    spaces
        .values()
        .forEach(its -> its.sort(Comparator.comparingDouble(s -> -s.areaSquareMetres())));
  }

  /** For each site without a fitting candidate, the best that was refused, or why none was. */
  List<Candidate> refused(Need need, List<Candidate> candidates) {
    Map<String, List<Candidate>> bySite = new HashMap<>();
    candidates.forEach(c -> bySite.computeIfAbsent(c.siteId(), i -> new ArrayList<>()).add(c));
    List<Candidate> refused = new ArrayList<>();
    for (Site site : sites) {
      List<Candidate> here = bySite.getOrDefault(site.id(), List.of());
      if (here.isEmpty()) {
        refused.add(nothing(need, site));
      } else if (here.stream().noneMatch(Candidate::fits)) {
        refused.add(here.get(0));
      }
    }
    return refused;
  }

  private Candidate nothing(Need need, Site site) {
    Largest most = new Largest(0, 0, site.geometry());
    for (FreedSpace space :
        spaces.getOrDefault(site.id(), List.of()).stream().limit(LOOKED_AT).toList()) {
      Largest found = largestNear(space, need.indoor());
      if (found.squareMetres() > most.squareMetres()) {
        most = found;
      }
    }
    Text reason = Refusals.noPlace(need.areaSquareMetres(), need.widthMetres());
    if (most.squareMetres() < 1) {
      reason = Refusals.nowhere();
    } else if (most.squareMetres() < need.areaSquareMetres()) {
      reason = Refusals.area(most.squareMetres(), need.areaSquareMetres());
    } else if (most.widthMetres() < need.widthMetres()) {
      reason = Refusals.width(most.widthMetres(), need.widthMetres());
    }
    return new Candidate(
        site.id() + "/" + need.kind() + "/0",
        site.id(),
        need.kind(),
        false,
        most.squareMetres(),
        most.widthMetres(),
        0,
        0,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        0,
        0,
        ground.rules().costs().verified(),
        need.verified(),
        need.mayShareBuilding(),
        List.of(reason),
        most.geometry());
  }

  /** The largest rectangle on what can be built on near a piece of freed ground. */
  private Largest largestNear(FreedSpace space, boolean indoor) {
    return rectangles.computeIfAbsent(
        space.id() + " " + indoor, key -> largestNear(space.geometry(), indoor));
  }

  private Largest largestNear(Geometry piece, boolean indoor) {
    Coordinate middle = piece.getEnvelopeInternal().centre();
    Envelope farthest = new Envelope(middle);
    farthest.expandBy(FARTHEST_METRES);
    Envelope box = new Envelope(piece.getEnvelopeInternal());
    box.expandBy(BEYOND_METRES);
    box = box.intersection(farthest);
    List<Geometry> taken = new ArrayList<>(ground.room().takenIn(box));
    taken.addAll(ground.keptClearIn(indoor, box));
    double grid = ground.rules().candidates().gridMetres();
    Scene scene = new Scene(box, grid, ground.directions(box, middle), taken);
    return ground.notebook().of(scene, () -> largest(scene)).orElse(new Largest(0, 0, piece));
  }

  private static Optional<Largest> largest(Scene scene) {
    Window window = Window.of(scene.box());
    Geometry taken = Areas.union(scene.taken().stream().map(window::local).toList());
    Geometry free = Areas.minus(window.local(scene.box()), taken);
    List<Turn> turns = scene.turns().stream().map(turn -> turn.seenThrough(window)).toList();
    return LargestRectangle.in(free, turns, scene.gridMetres(), 0)
        .map(f -> new Largest(f.areaSquareMetres(), f.widthMetres(), window.world(f.geometry())));
  }
}
