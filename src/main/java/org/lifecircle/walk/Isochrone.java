package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.lifecircle.walk.Foothold.Way;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;

/**
 * Draws the ground within reach of places, on the millimetre grid of the arrangement. Everything is
 * drawn triangle by triangle and then sewn together along the mesh, so that nothing large is ever
 * united; several thresholds share one search.
 *
 * <p>Keeps what depends on no question; safe for many threads.
 */
final class Isochrone {

  private final WalkNetwork network;
  private final View view;
  private final Yards yards;
  private final Cells cells;
  private final PathBands bands;
  private final WholeGround whole;

  Isochrone(WalkNetwork network) {
    this.network = network;
    view = network.view();
    yards = new Yards(network);
    cells = new Cells(network);
    bands = new PathBands(network, cells);
    whole = new WholeGround(network, cells, bands);
  }

  /** Draws on ground that is different from today's; what is the same is not sewn again. */
  Isochrone(WalkNetwork network, Isochrone today) {
    this.network = network;
    view = network.view();
    yards = new Yards(network);
    cells = new Cells(network);
    BitSet changed = cells.changedFrom(today.cells);
    Triangulation mesh = network.world().arrangement().mesh();
    bands =
        new PathBands(
            network, cells, today.bands, changed.stream().mapToObj(t -> box(mesh, t)).toList());
    whole = new WholeGround(network, cells, bands, today.whole, changed);
  }

  private static Envelope box(Triangulation mesh, int t) {
    Envelope box = new Envelope();
    for (int e = 3 * t; e < 3 * t + 3; e++) {
      box.expandToInclude(mesh.x(mesh.origin(e)), mesh.y(mesh.origin(e)));
    }
    return box;
  }

  /** What is asked: from where, and as it was found. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Reached(
      List<Foothold> footholds, Search search, Costs costs, int base, boolean inward, int[] nodes) {

    /** The only foothold on open ground, else one of those on paths. */
    Foothold foothold() {
      return footholds.get(0);
    }

    int spent() {
      return spent(foothold());
    }

    int spent(Foothold of) {
      return costs.ground(of.tieMillimetres());
    }
  }

  /** The ground within reach for each threshold, in metres. */
  Optional<List<Geometry>> of(
      Coordinate at, Measure measure, int[] thresholds, Direction direction) {
    List<Foothold> footholds = new Footing(network).find(at, view);
    if (footholds.isEmpty()) {
      return Optional.empty();
    }
    int most = Arrays.stream(thresholds).max().orElse(0);
    Reached reached = search(footholds, at, network.costs(measure), most, direction);
    List<Geometry> drawn = new ArrayList<>();
    try {
      GroundReach reach = groundReach(reached, most);
      for (int threshold : thresholds) {
        drawn.add(draw(reached, reach, threshold));
      }
    } finally {
      reached.search().close();
    }
    return Optional.of(drawn);
  }

  private Reached search(
      List<Foothold> footholds, Coordinate at, Costs costs, int most, Direction direction) {
    boolean inward = direction == Direction.IN;
    Search search = new Search(view, costs, network.parts().nodes(), inward, most).traced();
    int base = view.baseOf(view.group(network.parts().compounds().at(at)));
    int label = search.labels().of(base, Labels.NONE);
    for (Foothold foothold : footholds) {
      for (Way way : foothold.ways(network, costs, inward)) {
        search.start(way, label);
      }
    }
    search.run();
    int[] reached = new int[1024];
    int n = 0;
    for (int node = 0; node < network.parts().nodes().count(); node++) {
      if (search.anyCost(node) <= most) {
        if (n == reached.length) {
          reached = Arrays.copyOf(reached, 2 * n);
        }
        reached[n++] = node;
      }
    }
    return new Reached(footholds, search, costs, base, inward, Arrays.copyOf(reached, n));
  }

  private GroundReach groundReach(Reached reached, int most) {
    Foothold foothold = reached.foothold();
    double far = foothold.tieMillimetres() + (double) reached.costs().reach(most);
    int[] triangles = yards.within(foothold.x(), foothold.y(), far);
    GroundReach reach =
        new GroundReach(
            network, yards, reached.search(), reached.costs(), reached.nodes(), triangles);
    if (reached.spent() <= most) {
      reach.look(foothold, view.standing(), reached.spent(), most);
    }
    reach.spread(most);
    return reach;
  }

  private Geometry draw(Reached reached, GroundReach reach, int threshold) {
    Triangulation mesh = network.world().arrangement().mesh();
    Canvas canvas = new Canvas(mesh.triangleCount());
    paintGround(reached, reach, threshold, canvas);
    paintPaths(reached, threshold, canvas);
    Clipping clipping = whole.clip(canvas);
    Sewing sewing = new Sewing(mesh, whole.grid(), clipping);
    Uniter uniter = new Uniter(mesh, whole.grid());
    BitSet partial = canvas.partial();
    partial.andNot(clipping.whole());
    for (int t = partial.nextSetBit(0); t >= 0; t = partial.nextSetBit(t + 1)) {
      sewing.add(t, uniter.unite(t, canvas.pieces(t)));
    }
    int[] seams = sewing.sew().xy();
    Rings rings = new Rings(Unpicking.unpick(seams, whole.grid().steps()), whole.grid().steps());
    List<LinearRing> sewn =
        rings.rings().stream()
            .filter(ring -> ring.xy().length > 0)
            .map(ring -> Areas.ring(ring.xy(), whole.grid()))
            .toList();
    Optional<Geometry> drawn =
        rings.astray().isEmpty() ? Areas.of(sewn, clipping.closed()) : Optional.empty();
    double squareMetres = Areas.squareMetres(seams, whole.grid(), clipping.closed());
    return drawn
        .filter(area -> Areas.isAsLarge(area, squareMetres))
        .orElseGet(() -> unite(canvas))
        .norm();
  }

  /** The same by overlay, for the rare case that rounding has made segments cross. */
  private Geometry unite(Canvas canvas) {
    canvas.strips().stream()
        .mapToObj(bands::whole)
        .flatMap(List::stream)
        .forEach(piece -> canvas.add(piece.triangle(), piece.ring()));
    List<double[]> all = new ArrayList<>();
    canvas.full().stream().forEach(t -> all.addAll(List.of(cells.of(t))));
    canvas.partial().stream().forEach(t -> all.addAll(canvas.pieces(t)));
    return Areas.union(all, network.frame());
  }

  private void paintGround(Reached reached, GroundReach reach, int threshold, Canvas canvas) {
    if (reached.spent() > threshold) {
      return;
    }
    Unsettled unsettled = reach.settle(threshold, reached.foothold(), canvas);
    GroundPaint paint = new GroundPaint(network, yards, cells, canvas);
    paint.fromPoint(reached.foothold(), reached.costs().reach(threshold - reached.spent()));
    Search search = reached.search();
    for (int node : reached.nodes()) {
      int forAll = search.costTo(node, Labels.NONE);
      if (forAll <= threshold) {
        int left = reached.costs().reach(threshold - forAll);
        paintFrom(paint, unsettled, reached, node, left, Labels.NONE);
      }
      for (int claim : search.claims(node)) {
        int cost = search.costTo(node, claim);
        if (cost <= threshold) {
          int left = reached.costs().reach(threshold - cost);
          paintFrom(paint, unsettled, reached, node, left, claim);
        }
      }
    }
  }

  private void paintFrom(
      GroundPaint paint, Unsettled unsettled, Reached reached, int node, int reach, int group) {
    Nodes nodes = network.parts().nodes();
    if (!nodes.isCorner(node) || !unsettled.isNear(node, reach)) {
      return;
    }
    Search search = reached.search();
    int state = search.stateFor(node, group);
    int before = search.parent(state);
    boolean overGround =
        before >= 0 ? search.parentHalf(state) < 0 : reached.foothold().stand() == null;
    long dx = 0;
    long dy = 0;
    if (overGround) {
      int from = before >= 0 ? search.node(before) : -1;
      dx = nodes.x(node) - (long) (from < 0 ? reached.foothold().groundX() : nodes.x(from));
      dy = nodes.y(node) - (long) (from < 0 ? reached.foothold().groundY() : nodes.y(from));
    }
    boolean leadsThrough = yards.touches(node) && nodes.isConnector(node);
    if ((dx == 0 && dy == 0) || leadsThrough) {
      paint.fromNode(node, reach, group);
    } else {
      paint.behindCorner(node, dx, dy, reach, group);
    }
  }

  private void paintPaths(Reached reached, int threshold, Canvas canvas) {
    PathPaint paths =
        new PathPaint(
            network,
            bands,
            reached.search(),
            reached.costs(),
            threshold,
            reached.base(),
            reached.inward(),
            canvas);
    Links links = network.links();
    BitSet done = new BitSet();
    for (int node : reached.nodes()) {
      if (reached.search().anyCost(node) <= threshold) {
        for (int at = links.first(node); at < links.first(node + 1); at++) {
          done.set(links.half(at) / 2);
        }
      }
    }
    done.stream().forEach(paths::paint);
    for (Foothold foothold : reached.footholds()) {
      Foothold.OnPath stand = foothold.stand();
      if (stand != null) {
        paths.paintFrom(stand, reached.spent(foothold));
      }
    }
  }
}
