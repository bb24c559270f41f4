package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lifecircle.walk.Foothold.Way;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.CoverageUnion;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;

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
    Search search = new Search(view, costs, network.parts().nodes().count(), inward, threshold);
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
    for (int node : reached) {
      int forAll = search.costTo(node, Labels.NONE);
      if (forAll <= threshold) {
        paint.fromNode(corners, node, costs.reach(threshold - forAll), Labels.NONE);
      }
      for (int claim : search.claims(node)) {
        int left = threshold - search.costTo(node, claim);
        paint.fromNode(corners, node, costs.reach(left), claim);
      }
    }
    return paint;
  }

  private Geometry unite(GroundPaint ground, PathPaint paths) {
    List<Geometry> whole = new ArrayList<>();
    Triangulation mesh = network.world().arrangement().mesh();
    ground.full().stream().forEach(t -> whole.add(triangle(mesh, t)));
    List<Geometry> all = new ArrayList<>();
    if (!whole.isEmpty()) {
      all.add(CoverageUnion.union(FACTORY.buildGeometry(whole)));
    }
    for (List<Convex> pieces : ground.pieces().values()) {
      addUnion(pieces, all);
    }
    addUnion(paths.bands(), all);
    return all.isEmpty()
        ? FACTORY.createPolygon()
        : UnaryUnionNG.union(FACTORY.buildGeometry(all), MILLIMETRE);
  }

  private static void addUnion(List<Convex> pieces, List<Geometry> all) {
    List<Geometry> polygons = new ArrayList<>();
    for (Convex piece : pieces) {
      Polygon polygon = polygon(piece);
      if (polygon.getArea() > 1) {
        polygons.add(polygon);
      }
    }
    if (!polygons.isEmpty()) {
      all.add(UnaryUnionNG.union(FACTORY.buildGeometry(polygons), MILLIMETRE));
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

  private static Polygon polygon(Convex piece) {
    double[] xy = piece.points();
    if (xy.length < 6) {
      return FACTORY.createPolygon();
    }
    Coordinate[] ring = new Coordinate[xy.length / 2 + 1];
    for (int i = 0; i < ring.length; i++) {
      int k = 2 * i % xy.length;
      ring[i] = new Coordinate(xy[k], xy[k + 1]);
    }
    LinearRing shell = FACTORY.createLinearRing(ring);
    return FACTORY.createPolygon(shell);
  }

  private Geometry inMetres(Geometry millimetres) {
    Geometry copy = millimetres.copy();
    copy.apply(
        (CoordinateFilter)
            c -> c.setCoordinate(network.frame().metres(Math.rint(c.x), Math.rint(c.y))));
    copy.geometryChanged();
    return copy;
  }
}
