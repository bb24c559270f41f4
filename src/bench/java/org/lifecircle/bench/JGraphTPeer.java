package org.lifecircle.bench;

import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.WeightedPseudograph;
import org.jgrapht.traverse.ClosestFirstIterator;
import org.lifecircle.walk.PlainGraph;

/** JGraphT's search that visits the closest first, within a radius. */
final class JGraphTPeer implements Peer {

  private final WeightedPseudograph<Integer, DefaultWeightedEdge> graph =
      new WeightedPseudograph<>(DefaultWeightedEdge.class);

  JGraphTPeer(PlainGraph plain) {
    for (int node = 0; node < plain.nodeCount(); node++) {
      graph.addVertex(node);
    }
    for (int edge = 0; edge < plain.edgeCount(); edge++) {
      DefaultWeightedEdge added = graph.addEdge(plain.from(edge), plain.to(edge));
      graph.setEdgeWeight(added, plain.millimetres(edge));
    }
  }

  @Override
  public String name() {
    return "JGraphT";
  }

  @Override
  public int reach(int origin, int cutoffMillimetres) {
    int reached = 0;
    ClosestFirstIterator<Integer, DefaultWeightedEdge> nodes =
        new ClosestFirstIterator<>(graph, origin, cutoffMillimetres);
    while (nodes.hasNext()) {
      nodes.next();
      reached++;
    }
    return reached;
  }

  @Override
  public void lower(int origin, int cutoffMillimetres, int[] millimetres) {
    ClosestFirstIterator<Integer, DefaultWeightedEdge> nodes =
        new ClosestFirstIterator<>(graph, origin, cutoffMillimetres);
    while (nodes.hasNext()) {
      int node = nodes.next();
      int distance = (int) Math.round(nodes.getShortestPathLength(node));
      millimetres[node] = Math.min(millimetres[node], distance);
    }
  }
}
