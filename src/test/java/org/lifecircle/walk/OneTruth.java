package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.lifecircle.walk.Foothold.Way;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.valid.IsValidOp;

/**
 * Law 5 put to the test for one place: a point farther than 0.1 m from the edge of an isochrone is
 * inside exactly when its walk is within the threshold. What walks cost is told by one search that
 * draws nothing, from the place to each point as {@link WalkFinder} does it.
 */
final class OneTruth {

  private static final double EDGE_METRES = 0.1;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final WalkNetwork network;
  private final Coordinate place;
  private final Costs costs;
  private final boolean inward;
  private final List<Foothold> footholds;
  private final Search search;
  private final int[] thresholds;
  private final List<Geometry> drawn;
  private final List<IndexedPointInAreaLocator> locators = new ArrayList<>();
  private final List<STRtree> edges = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private int checked;
  private int inside;

  OneTruth(
      WalkNetwork network, Coordinate place, Measure measure, int[] thresholds, Direction way) {
    this.network = network;
    this.place = place;
    this.thresholds = thresholds;
    costs = network.costs(measure);
    inward = way == Direction.IN;
    footholds = new Footing(network).find(place, network.view());
    Nodes nodes = network.parts().nodes();
    search = new Search(network.view(), costs, nodes, inward, thresholds[thresholds.length - 1]);
    int base = network.view().baseOf(group(place));
    for (Foothold foothold : footholds) {
      for (Way to : foothold.ways(network, costs, inward)) {
        search.start(to, search.labels().of(base, Labels.NONE));
      }
    }
    search.run();
    drawn = network.isochrones(place, measure, thresholds, way).orElseThrow();
    for (Geometry area : drawn) {
      if (!area.isValid()) {
        wrong.add(place + ": " + new IsValidOp(area).getValidationError());
      }
      locators.add(new IndexedPointInAreaLocator(area));
      edges.add(edges(area));
    }
    for (int i = 1; i < drawn.size(); i++) {
      // the buffer of a valid area is not always valid
      Geometry wider = GeometryFixer.fix(drawn.get(i).buffer(0.05));
      double out = drawn.get(i - 1).difference(wider).getArea();
      if (out > 0.01) {
        wrong.add(place + ": " + out + " m² of a nearer threshold lie outside of a farther one");
      }
    }
  }

  private static STRtree edges(Geometry area) {
    STRtree tree = new STRtree();
    for (Object line : LinearComponentExtracter.getLines(area)) {
      Coordinate[] points = ((LineString) line).getCoordinates();
      for (int i = 1; i < points.length; i++) {
        tree.insert(
            new Envelope(points[i - 1], points[i]),
            FACTORY.createLineString(new Coordinate[] {points[i - 1], points[i]}));
      }
    }
    return tree;
  }

  private int group(Coordinate at) {
    return network.view().group(network.parts().compounds().at(at));
  }

  List<Geometry> drawn() {
    return drawn;
  }

  /** What was found wrong, in words. */
  List<String> wrong() {
    return wrong;
  }

  int checked() {
    return checked;
  }

  int inside() {
    return inside;
  }

  /** What it costs to walk between the place and a point of ground, or UNREACHED. */
  int cost(Coordinate point) {
    List<Foothold> ends = new Footing(network).find(point, network.view());
    DirectWalk direct = new DirectWalk(network, network.view());
    int own = group(place);
    int group = group(point);
    int best =
        (inward
                ? direct.between(ends, group, footholds, own, costs)
                : direct.between(footholds, own, ends, group, costs))
            .map(WalkLine::cost)
            .orElse(Search.UNREACHED);
    for (Foothold end : ends) {
      for (Way way : end.ways(network, costs, !inward)) {
        int to = search.costTo(way.node(), group);
        boolean mayPass = network.view().mayPass(way.passage(), own, group);
        if (mayPass && to != Search.UNREACHED && to + way.cost() >= 0) {
          best = Math.min(best, to + way.cost());
        }
      }
    }
    return best;
  }

  /** Judges a point of ground for every threshold. */
  void check(Coordinate point) {
    int cost = cost(point);
    for (int i = 0; i < thresholds.length; i++) {
      checked++;
      boolean in = locators.get(i).locate(point) != Location.EXTERIOR;
      inside += in ? 1 : 0;
      if (in != (cost <= thresholds[i]) && !isAtEdge(i, point)) {
        wrong.add(
            "%s to %s%s: %d of %d, but %s"
                .formatted(place, point, inward ? " in" : "", cost, thresholds[i], in));
      }
    }
  }

  private boolean isAtEdge(int i, Coordinate point) {
    Envelope window = new Envelope(point);
    window.expandBy(EDGE_METRES);
    for (Object edge : edges.get(i).query(window)) {
      if (((LineString) edge).distance(FACTORY.createPoint(point)) <= EDGE_METRES) {
        return true;
      }
    }
    return false;
  }

  /**
   * A random place on open ground, inside a box. Not one on the very line of a passage through a
   * house: that is ground without any width, and an area cannot hold it.
   */
  static Coordinate onGround(WalkNetwork network, Envelope box, Random dice) {
    Optional<Coordinate> found = Optional.empty();
    while (found.isEmpty()) {
      Coordinate place =
          new Coordinate(
              box.getMinX() + dice.nextDouble() * box.getWidth(),
              box.getMinY() + dice.nextDouble() * box.getHeight());
      Coordinate beside = new Coordinate(place.x + 0.003, place.y + 0.002);
      if (network.standpoint(place) == Standpoint.ON_GROUND
          && network.standpoint(beside) == Standpoint.ON_GROUND) {
        found = Optional.of(place);
      }
    }
    return found.get();
  }
}
