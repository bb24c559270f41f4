package org.lifecircle.bench;

import java.io.IOException;
import java.util.Arrays;
import org.lifecircle.model.StudyArea;
import org.lifecircle.walk.PlainGraph;
import org.lifecircle.walk.WalkNetwork;

/** T10: the paths of Porto Alegre side by side until they are a million nodes. */
final class MillionNodes {

  private static final int CUTOFF = Places.QUARTER_HOUR_MILLIMETRES;
  private static final int NODES = 1_000_000;

  private final Places places;
  private final Table table;

  MillionNodes(Places places, Table table) {
    this.places = places;
    this.table = table;
  }

  void run() throws IOException {
    StudyArea one = Places.pathsOnly(places.read("porto_alegre/poa_osm.pbf"));
    PlainGraph small = PlainGraph.of(WalkNetwork.of(one, places.rules()));
    int tiles = (int) Math.ceil((double) NODES / small.nodeCount());
    int columns = (int) Math.ceil(Math.sqrt(tiles));
    int rows = (tiles + columns - 1) / columns;
    WalkNetwork network = WalkNetwork.of(Places.tiled(one, columns, rows), places.rules());
    PlainGraph large = PlainGraph.of(network);
    // the cities side by side are not joined: nobody reaches half of all nodes
    int reached = small.nodeCount() / 2;
    double before = perSettled(small, reached);
    double after = perSettled(large, reached);
    System.gc();
    long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    table.add(
        "T10",
        "Porto Alegre's paths %d times: %,d nodes, %,d links"
            .formatted(columns * rows, large.nodeCount(), large.edgeCount()),
        "%.0f ns per settled node, small city %.0f ns (%.2f×), heap %.2f GB"
            .formatted(after, before, after / before, used / 1e9),
        "–",
        "≤ 2× the small city, ≤ 1.5 GB");
  }

  private static double perSettled(PlainGraph graph, int reached) {
    int[] origins = graph.origins(400, 10, reached);
    long settled =
        Arrays.stream(origins).mapToLong(o -> graph.settled(new int[] {o}, CUTOFF)).sum();
    double all =
        Timing.median(
            () -> Arrays.stream(origins).forEach(o -> graph.settled(new int[] {o}, CUTOFF)), 5, 9);
    return all / settled;
  }
}
