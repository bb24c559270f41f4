package org.lifecircle.walk;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.lifecircle.model.Access;
import org.locationtech.jts.geom.Coordinate;

/**
 * A path network as plain arrays, for peers to build their own graphs from: the very nodes and
 * links that LifeCircle searches.
 */
public final class PlainGraph {

  private final WalkNetwork network;
  private final int[] graphNode; // by node of the network, or -1
  private final int[] networkNode;
  private final int[] from;
  private final int[] to;
  private final int[] millimetres;
  private final int nodes;

  private PlainGraph(WalkNetwork network) {
    this.network = network;
    Links links = network.links();
    graphNode = new int[network.parts().nodes().count()];
    Arrays.fill(graphNode, -1);
    int[] open = openToAll(network);
    from = new int[open.length];
    to = new int[open.length];
    millimetres = new int[open.length];
    for (int i = 0; i < open.length; i++) {
      Links.Link link = links.get(open[i]);
      graphNode[link.from()] = 0;
      graphNode[link.to()] = 0;
      millimetres[i] = link.lengthMillimetres();
    }
    int count = 0;
    networkNode = new int[graphNode.length];
    for (int node = 0; node < graphNode.length; node++) {
      if (graphNode[node] == 0) {
        networkNode[count] = node;
        graphNode[node] = count++;
      }
    }
    for (int i = 0; i < from.length; i++) {
      from[i] = graphNode[links.get(open[i]).from()];
      to[i] = graphNode[links.get(open[i]).to()];
    }
    nodes = count;
  }

  /** The links that anybody may use: peers know no residents. */
  private static int[] openToAll(WalkNetwork network) {
    Links links = network.links();
    return IntStream.range(0, links.count())
        .filter(i -> links.get(i).needs().isEmpty())
        .filter(
            i ->
                links.get(i).passage() == Links.NO_PASSAGE
                    || network.view().passage(links.get(i).passage()).access() == Access.PUBLIC)
        .toArray();
  }

  public static PlainGraph of(WalkNetwork network) {
    return new PlainGraph(network);
  }

  public int nodeCount() {
    return nodes;
  }

  public int edgeCount() {
    return from.length;
  }

  public int from(int edge) {
    return from[edge];
  }

  public int to(int edge) {
    return to[edge];
  }

  public int millimetres(int edge) {
    return millimetres[edge];
  }

  public int x(int node) {
    return network.parts().nodes().x(networkNode[node]);
  }

  public int y(int node) {
    return network.parts().nodes().y(networkNode[node]);
  }

  /** Where a node is, in metres. */
  public Coordinate place(int node) {
    return network.frame().metres(x(node), y(node));
  }

  /**
   * Nodes to search from: of those picked by chance the ones from which most others are reached.
   */
  public int[] origins(int count, long seed) {
    return origins(count, seed, nodes / 2);
  }

  /** Nodes to search from: of those picked by chance the ones from which more than so many are. */
  public int[] origins(int count, long seed, int reached) {
    Random random = new Random(seed);
    int[] origins = new int[count];
    int found = 0;
    while (found < count) {
      int node = random.nextInt(nodes);
      if (settled(new int[] {node}, Integer.MAX_VALUE / 2) > reached) {
        origins[found++] = node;
      }
    }
    return origins;
  }

  /** Searches from nodes up to a distance and tells how many nodes were settled. */
  public int settled(int[] sources, int cutoffMillimetres) {
    try (Search search = search(sources, cutoffMillimetres)) {
      return search.settledCount();
    }
  }

  /** The distance to every node, {@link WalkNetwork#UNREACHED} beyond the cutoff. */
  public int[] distances(int[] sources, int cutoffMillimetres) {
    try (Search search = search(sources, cutoffMillimetres)) {
      int[] distances = new int[nodes];
      Arrays.setAll(distances, node -> search.costTo(networkNode[node], Labels.NONE));
      return distances;
    }
  }

  /** How many nodes are within each of some distances of the nearest source. */
  public int[] within(int[] sources, int[] limitsMillimetres) {
    int farthest = Arrays.stream(limitsMillimetres).max().orElse(0);
    try (Search search = search(sources, farthest)) {
      int[] within = new int[limitsMillimetres.length];
      for (int node = 0; node < nodes; node++) {
        int distance = search.costTo(networkNode[node], Labels.NONE);
        for (int i = 0; i < within.length; i++) {
          within[i] += distance <= limitsMillimetres[i] ? 1 : 0;
        }
      }
      return within;
    }
  }

  private Search search(int[] sources, int cutoffMillimetres) {
    Costs costs = network.costs(Measure.distance());
    Search search =
        new Search(network.view(), costs, network.parts().nodes(), true, cutoffMillimetres);
    for (int source : sources) {
      search.start(networkNode[source], 0, 0);
    }
    search.run();
    return search;
  }
}
