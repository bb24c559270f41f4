package org.lifecircle.bench;

import com.graphhopper.isochrone.algorithm.ContourBuilder;
import com.graphhopper.isochrone.algorithm.JTSTriangulator;
import com.graphhopper.isochrone.algorithm.ShortestPathTree;
import com.graphhopper.isochrone.algorithm.Triangulator;
import com.graphhopper.routing.RouterConfig;
import com.graphhopper.routing.ev.DecimalEncodedValue;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.routing.weighting.SpeedWeighting;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.RAMDirectory;
import com.graphhopper.storage.index.LocationIndexTree;
import com.graphhopper.storage.index.Snap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * GraphHopper's isochrone as its HTTP resource makes it: snap, search somewhat farther than asked,
 * triangulate the nodes, draw the contour. It knows no walls, leaks between streets, and is drawn
 * here without the hull that its resource puts round holes.
 */
final class GraphHopperIsochrones {

  /** The resource searches a little farther than the contour. */
  private static final double FARTHER = 1.14;

  private final BaseGraph graph;
  private final DecimalEncodedValue speed;
  private final LocationIndexTree index;
  private final JTSTriangulator triangulator = new JTSTriangulator(new RouterConfig());

  GraphHopperIsochrones(BaseGraph graph, DecimalEncodedValue speed) {
    this.graph = graph;
    this.speed = speed;
    index = new LocationIndexTree(graph, new RAMDirectory());
    index.prepareIndex();
  }

  /** The coordinates of what is drawn around a node, as text. */
  String text(int node, double metres) {
    StringBuilder text = new StringBuilder();
    for (Coordinate c : around(node, metres).getCoordinates()) {
      text.append('[').append(c.x).append(',').append(c.y).append("],");
    }
    return text.toString();
  }

  private MultiPolygon around(int node, double metres) {
    double latitude = graph.getNodeAccess().getLat(node);
    double longitude = graph.getNodeAccess().getLon(node);
    Snap snap = index.findClosest(latitude, longitude, EdgeFilter.ALL_EDGES);
    QueryGraph query = QueryGraph.create(graph, snap);
    ShortestPathTree tree =
        new ShortestPathTree(
            query, query.wrapWeighting(new SpeedWeighting(speed)), false, TraversalMode.NODE_BASED);
    tree.setDistanceLimit(metres * FARTHER);
    Triangulator.Result found =
        triangulator.triangulate(snap, query, tree, label -> label.distance, 0);
    return new ContourBuilder(found.triangulation).computeIsoline(metres, found.seedEdges);
  }
}
