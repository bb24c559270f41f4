package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lifecircle.walk.Foothold.Way;
import org.locationtech.jts.algorithm.ConvexHull;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryTransformer;
import org.locationtech.jts.operation.overlayng.CoverageUnion;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.precision.GeometryPrecisionReducer;

/** Draws the ground within reach of a place, on the millimetre grid of the arrangement. */
final class Isochrone {

  private static final PrecisionModel MILLIMETRE = new PrecisionModel(1);
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final WalkNetwork network;
  private final View view;

  Isochrone(WalkNetwork network) {
    this.network = network;
    view = network.view();
  }

  Optional<Geometry> of(Coordinate at, Measure measure, int threshold, Direction direction) {
    return new Footing(network)
        .find(at, view)
        .map(foothold -> draw(foothold, at, network.costs(measure), threshold, direction));
  }

  private Geometry draw(
      Foothold foothold, Coordinate at, Costs costs, int threshold, Direction direction) {
    boolean inward = direction == Direction.IN;
    Search search =
        new Search(view, costs, network.parts().nodes().count(), inward, threshold).traced();
    int base = view.baseOf(view.group(network.parts().compounds().at(at)));
    int label = search.labels().of(base, Labels.NONE);
    for (Way way : foothold.ways(network, costs, inward)) {
      search.start(way.node(), way.cost(), label);
    }
    search.run();
    int spent = costs.ground(foothold.tieMillimetres());
    GroundPaint ground = paintGround(foothold, search, costs, threshold, spent);
    PathPaint paths = new PathPaint(network, view, search, costs, threshold, base, inward);
    paths.paintLinks();
    if (foothold.stand() != null) {
      paths.paintFrom(foothold.stand(), spent);
    }
    Geometry union = unite(ground, paths);
    Geometry slits = new Slits(network, view).within(union.getEnvelopeInternal());
    Geometry cut =
        slits.isEmpty() ? union : OverlayNGRobust.overlay(union, slits, OverlayNG.DIFFERENCE);
    return inMetres(Slits.onlyAreas(cut));
  }

  private GroundPaint paintGround(
      Foothold foothold, Search search, Costs costs, int threshold, int spent) {
    GroundPaint paint =
        new GroundPaint(
            network.world().arrangement().mesh(), view, network.parts().coverCompounds());
    if (spent <= threshold) {
      paint.fromPoint(
          foothold.groundX(),
          foothold.groundY(),
          foothold.triangles(),
          costs.reach(threshold - spent));
    }
    Corners corners = network.world().corners();
    int[] reached =
        IntStream.range(0, corners.count())
            .filter(node -> search.anyCost(node) <= threshold)
            .boxed()
            .sorted((a, b) -> Integer.compare(search.anyCost(a), search.anyCost(b)))
            .mapToInt(Integer::intValue)
            .toArray();
    Sight sight = network.world().sight(view.standing());
    for (int node : reached) {
      int forAll = search.costTo(node, Labels.NONE);
      if (forAll <= threshold) {
        double reach = costs.reach(threshold - forAll);
        paintFrom(paint, sight, foothold, search, node, reach, Labels.NONE);
      }
      for (int claim : search.claims(node)) {
        double reach = costs.reach(threshold - search.costTo(node, claim));
        paintFrom(paint, sight, foothold, search, node, reach, claim);
      }
    }
    return paint;
  }

  private void paintFrom(
      GroundPaint paint,
      Sight sight,
      Foothold foothold,
      Search search,
      int node,
      double reach,
      int group) {
    Nodes nodes = network.parts().nodes();
    int state = search.stateFor(node, group);
    int before = search.parent(state);
    boolean overGround = before >= 0 ? search.parentHalf(state) < 0 : foothold.stand() == null;
    if (!overGround) {
      paint.fromNode(network.world().corners(), node, reach, group);
      return;
    }
    long fromX = before >= 0 ? nodes.x(search.node(before)) : foothold.groundX();
    long fromY = before >= 0 ? nodes.y(search.node(before)) : foothold.groundY();
    long dx = nodes.x(node) - fromX;
    long dy = nodes.y(node) - fromY;
    if (dx == 0 && dy == 0) {
      paint.fromNode(network.world().corners(), node, reach, group);
    } else {
      paint.behindCorner(network.world(), sight, node, dx, dy, reach, group);
    }
  }

  private Geometry unite(GroundPaint ground, PathPaint paths) {
    List<Geometry> whole = new ArrayList<>();
    Triangulation mesh = network.world().arrangement().mesh();
    ground.full().stream().forEach(t -> whole.add(triangle(mesh, t)));
    List<Geometry> all = new ArrayList<>();
    if (!whole.isEmpty()) {
      Geometry coverage = FACTORY.buildGeometry(whole);
      Geometry union = CoverageUnion.union(coverage);
      all.add(union.isValid() ? union : UnaryUnionNG.union(coverage, MILLIMETRE));
    }
    for (List<Convex> pieces : ground.pieces().values()) {
      addUnion(pieces, all);
    }
    addUnion(paths.bands(), all);
    return all.isEmpty() ? FACTORY.createPolygon() : OverlayNGRobust.union(all);
  }

  private static void addUnion(List<Convex> pieces, List<Geometry> all) {
    List<Geometry> polygons = new ArrayList<>();
    for (Convex piece : pieces) {
      Geometry polygon = polygon(piece);
      if (polygon.getArea() > 1) {
        polygons.add(polygon);
      }
    }
    if (!polygons.isEmpty()) {
      all.add(OverlayNGRobust.union(polygons));
    }
  }

  private static Polygon triangle(Triangulation mesh, int t) {
    Coordinate[] ring = new Coordinate[4];
    for (int i = 0; i < 4; i++) {
      int v = mesh.origin(3 * t + i % 3);
      ring[i] = new Coordinate(mesh.x(v), mesh.y(v));
    }
    return FACTORY.createPolygon(ring);
  }

  /** A piece on the millimetre grid; what rounding bent inwards the hull straightens. */
  private static Geometry polygon(Convex piece) {
    double[] xy = piece.points();
    Coordinate[] points = new Coordinate[xy.length / 2];
    for (int i = 0; i < points.length; i++) {
      points[i] = new Coordinate(Math.rint(xy[2 * i]), Math.rint(xy[2 * i + 1]));
    }
    return new ConvexHull(points, FACTORY).getConvexHull();
  }

  private Geometry inMetres(Geometry drawn) {
    return new GeometryTransformer() {
      @Override
      protected CoordinateSequence transformCoordinates(CoordinateSequence in, Geometry parent) {
        Coordinate[] out = new Coordinate[in.size()];
        for (int i = 0; i < out.length; i++) {
          out[i] = network.frame().metres(in.getX(i), in.getY(i));
        }
        return createCoordinateSequence(out);
      }
    }.transform(GeometryPrecisionReducer.reduce(drawn, MILLIMETRE));
  }
}
