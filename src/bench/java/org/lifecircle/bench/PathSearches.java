package org.lifecircle.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import org.lifecircle.walk.PlainGraph;
import org.lifecircle.walk.WalkNetwork;

/** T1 and the path part of T3: searches on the paths of Porto Alegre, peers on the same network. */
final class PathSearches {

  private static final int CUTOFF = Places.QUARTER_HOUR_MILLIMETRES;
  private static final int[] LIMITS = {CUTOFF / 3, 2 * CUTOFF / 3, CUTOFF};
  private static final int KINDS = 20;
  private static final int FACILITIES_PER_KIND = 25;

  private final Places places;
  private final Table table;
  private final boolean quick;

  PathSearches(Places places, Table table, boolean quick) {
    this.places = places;
    this.table = table;
    this.quick = quick;
  }

  void run() throws IOException {
    WalkNetwork network =
        WalkNetwork.of(Places.pathsOnly(places.read("porto_alegre/poa_osm.pbf")), places.rules());
    PlainGraph graph = PlainGraph.of(network);
    List<Peer> peers = new ArrayList<>();
    peers.add(new GraphHopperPeer(graph));
    peers.add(new JGraphTPeer(graph));
    single(graph, peers);
    nearest(graph, peers.get(0));
  }

  /** T1: one search of 15 minutes. */
  private void single(PlainGraph graph, List<Peer> peers) {
    int[] origins = graph.origins(quick ? 50 : 200, 1);
    peers.forEach(peer -> compare(graph, peer, origins));
    Map<String, Runnable> contestants = new LinkedHashMap<>();
    int[] turn = new int[1];
    contestants.put(
        "LifeCircle", () -> graph.settled(new int[] {origins[turn[0]++ % origins.length]}, CUTOFF));
    for (Peer peer : peers) {
      int[] its = new int[1];
      contestants.put(peer.name(), () -> peer.reach(origins[its[0]++ % origins.length], CUTOFF));
    }
    int rounds = quick ? 1000 : 4000;
    Map<String, Double> medians = Timing.medians(contestants, rounds, rounds);
    double ours = medians.getOrDefault("LifeCircle", Double.NaN);
    long settled =
        Arrays.stream(origins).mapToLong(o -> graph.settled(new int[] {o}, CUTOFF)).sum();
    StringJoiner theirs = new StringJoiner(", ");
    peers.forEach(
        peer ->
            theirs.add(
                Table.against(peer.name(), medians.getOrDefault(peer.name(), Double.NaN), ours)));
    table.add(
        "T1",
        "one 15-min search, paths of Porto Alegre (%,d nodes)".formatted(graph.nodeCount()),
        "%s, %.0f ns per settled node".formatted(Table.time(ours), ours * origins.length / settled),
        theirs.toString(),
        "≥ 8× GraphHopper, ≥ 20× R5");
  }

  private static void compare(PlainGraph graph, Peer peer, int[] origins) {
    int differing = 0;
    long reached = 0;
    for (int origin : origins) {
      int[] ours = graph.distances(new int[] {origin}, CUTOFF);
      int[] theirs = new int[ours.length];
      Arrays.fill(theirs, WalkNetwork.UNREACHED);
      theirs[origin] = 0;
      peer.lower(origin, CUTOFF, theirs);
      for (int node = 0; node < ours.length; node++) {
        reached += ours[node] <= CUTOFF ? 1 : 0;
        differing += ours[node] == theirs[node] ? 0 : 1;
      }
    }
    System.err.printf("%s: %,d distances compared, %,d differ%n", peer.name(), reached, differing);
    if (differing > reached / 1000) {
      throw new IllegalStateException(peer.name() + " finds other distances: not timed");
    }
  }

  /** T3 on paths: the nearest facility of 20 kinds for every node. */
  private void nearest(PlainGraph graph, Peer peer) {
    int[][] facilities = new int[KINDS][];
    Random random = new Random(3);
    for (int kind = 0; kind < KINDS; kind++) {
      facilities[kind] = graph.origins(FACILITIES_PER_KIND, random.nextLong());
    }
    int[] ours = graph.distances(facilities[0], CUTOFF);
    int[] theirs = nearestOf(peer, facilities[0], graph.nodeCount());
    long differing =
        java.util.stream.IntStream.range(0, ours.length).filter(i -> ours[i] != theirs[i]).count();
    System.err.printf("nearest: %,d of %,d differ%n", differing, ours.length);
    Map<String, Runnable> contestants = new LinkedHashMap<>();
    contestants.put(
        "LifeCircle", () -> Arrays.stream(facilities).forEach(kind -> graph.within(kind, LIMITS)));
    contestants.put(
        peer.name(),
        () -> Arrays.stream(facilities).forEach(kind -> nearestOf(peer, kind, graph.nodeCount())));
    Map<String, Double> medians = Timing.medians(contestants, quick ? 3 : 5, quick ? 5 : 15);
    double mine = medians.getOrDefault("LifeCircle", Double.NaN);
    long settled = Arrays.stream(facilities).mapToLong(kind -> graph.settled(kind, CUTOFF)).sum();
    table.add(
        "T3",
        "nearest of 20 kinds × 25 facilities for every node, 5/10/15 min, paths of Porto Alegre",
        "%s, %.0f ns per settled node and kind".formatted(Table.time(mine), mine / settled),
        Table.against(peer.name(), medians.getOrDefault(peer.name(), Double.NaN), mine),
        "≥ 20× GraphHopper, ≤ 60 ns");
  }

  private static int[] nearestOf(Peer peer, int[] facilities, int nodes) {
    int[] least = new int[nodes];
    Arrays.fill(least, WalkNetwork.UNREACHED);
    for (int facility : facilities) {
      least[facility] = 0;
      peer.lower(facility, CUTOFF, least);
    }
    return least;
  }
}
