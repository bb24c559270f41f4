package org.lifecircle.bench;

import com.graphhopper.isochrone.algorithm.ShortestPathTree;
import com.graphhopper.routing.ev.DecimalEncodedValue;
import com.graphhopper.routing.ev.DecimalEncodedValueImpl;
import com.graphhopper.routing.util.EncodingManager;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.routing.weighting.SpeedWeighting;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.BaseGraph;
import org.lifecircle.walk.PlainGraph;

/** GraphHopper's shortest path tree, as its isochrones use it, at one speed everywhere. */
final class GraphHopperPeer implements Peer {

  private static final double METRES_PER_SECOND = 1.25;

  private final DecimalEncodedValue speed;
  private final BaseGraph graph;
  private final Weighting weighting;

  GraphHopperPeer(PlainGraph plain) {
    speed = new DecimalEncodedValueImpl("speed", 5, 0.25, false);
    EncodingManager manager = EncodingManager.start().add(speed).build();
    graph = new BaseGraph.Builder(manager).create();
    for (int node = 0; node < plain.nodeCount(); node++) {
      graph.getNodeAccess().setNode(node, plain.y(node) / 1e8, plain.x(node) / 1e8);
    }
    for (int edge = 0; edge < plain.edgeCount(); edge++) {
      if (plain.from(edge) != plain.to(edge)) {
        graph
            .edge(plain.from(edge), plain.to(edge))
            .setDistance(plain.millimetres(edge) / 1000.0)
            .set(speed, METRES_PER_SECOND);
      }
    }
    graph.freeze();
    weighting = new SpeedWeighting(speed);
  }

  /** Its isochrones on the same graph. */
  GraphHopperIsochrones isochrones() {
    return new GraphHopperIsochrones(graph, speed);
  }

  @Override
  public String name() {
    return "GraphHopper";
  }

  private ShortestPathTree tree(int cutoffMillimetres) {
    ShortestPathTree tree = new ShortestPathTree(graph, weighting, false, TraversalMode.NODE_BASED);
    tree.setDistanceLimit(cutoffMillimetres / 1000.0);
    return tree;
  }

  @Override
  public int reach(int origin, int cutoffMillimetres) {
    int[] reached = new int[1];
    tree(cutoffMillimetres).search(origin, label -> reached[0]++);
    return reached[0];
  }

  @Override
  public void lower(int origin, int cutoffMillimetres, int[] millimetres) {
    tree(cutoffMillimetres)
        .search(
            origin,
            label -> {
              int distance = (int) Math.round(label.distance * 1000);
              if (distance <= cutoffMillimetres) {
                millimetres[label.node] = Math.min(millimetres[label.node], distance);
              }
            });
  }
}
