package org.lifecircle.siting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lifecircle.Shared;

/** Answers that others have published: the OR-Library's p-medians, and San Francisco's stores. */
class PublishedOptimaTest {

  private static final Proof PROOF = Proof.of(600);

  static Stream<String> problems() {
    int count = Boolean.getBoolean("lifecircle.long") ? 15 : 5;
    return IntStream.rangeClosed(1, count).mapToObj(i -> "pmed" + i);
  }

  @ParameterizedTest
  @MethodSource("problems")
  void the_median_of_the_or_library_is_reached_and_proven(String problem) throws IOException {
    Path folder = Shared.folder("data/reference/p_median");
    long optimum =
        Files.readAllLines(folder.resolve("optima.csv")).stream()
            .map(line -> line.split(",", -1))
            .filter(row -> row[0].equals(problem))
            .mapToLong(row -> Long.parseLong(row[1]))
            .findFirst()
            .orElseThrow();

    Graph graph = Graph.read(folder.resolve(problem + ".txt"));
    Allocation found =
        PMedian.solve(graph.siting(), Choice.of(graph.medians()), PROOF).orElseThrow();

    assertEquals(optimum, found.objective());
    assertEquals(optimum, found.bound());
    assertEquals(graph.medians(), found.open().size());
  }

  /** A network whose nodes are demand and candidates alike; walks by Floyd and Warshall. */
  private record Graph(Siting siting, int medians) {

    static Graph read(Path file) throws IOException {
      try (Scanner in = new Scanner(file, StandardCharsets.UTF_8)) {
        int nodes = in.nextInt();
        int edges = in.nextInt();
        int medians = in.nextInt();
        int[][] walks = new int[nodes][nodes];
        for (int i = 0; i < nodes; i++) {
          Arrays.fill(walks[i], Integer.MAX_VALUE / 2);
          walks[i][i] = 0;
        }
        for (int e = 0; e < edges; e++) {
          int a = in.nextInt() - 1;
          int b = in.nextInt() - 1;
          int length = in.nextInt();
          walks[a][b] = length; // a later line about the same pair replaces an earlier one
          walks[b][a] = length;
        }
        for (int k = 0; k < nodes; k++) {
          for (int i = 0; i < nodes; i++) {
            for (int j = 0; j < nodes; j++) {
              walks[i][j] = Math.min(walks[i][j], walks[i][k] + walks[k][j]);
            }
          }
        }
        long[] weights = new long[nodes];
        Arrays.fill(weights, 1);
        return new Graph(new Siting(weights, walks), medians);
      }
    }
  }

  /** 16 stores and 205 tracts, walks in micrometres. */
  private record Stores(Siting siting, List<String> names) {

    private static final double UNITS = 1e5;

    static Stores read() throws IOException {
      Path file =
          Shared.folder("data/reference/mclp_san_francisco")
              .resolve("SF_network_distance_candidateStore_16_censusTract_205_new.csv");
      Map<String, Integer> stores = new LinkedHashMap<>();
      Map<String, Integer> tracts = new LinkedHashMap<>();
      List<String[]> rows =
          Files.readAllLines(file).stream().skip(1).map(line -> line.split(",", -1)).toList();
      for (String[] row : rows) {
        stores.putIfAbsent(row[1], stores.size());
        tracts.putIfAbsent(row[2], tracts.size());
      }
      long[] weights = new long[tracts.size()];
      int[][] walks = new int[tracts.size()][stores.size()];
      for (String[] row : rows) {
        int tract = tracts.getOrDefault(row[2], -1);
        weights[tract] = Long.parseLong(row[3]);
        walks[tract][stores.getOrDefault(row[1], -1)] =
            (int) Math.round(Double.parseDouble(row[0]) * UNITS / 1000);
      }
      return new Stores(new Siting(weights, walks), new ArrayList<>(stores.keySet()));
    }

    List<String> names(Allocation allocation) {
      return allocation.open().stream().map(names::get).sorted().toList();
    }
  }

  @Test
  void four_stores_of_san_francisco_cover_what_all_choices_tried_cover_at_best()
      throws IOException {
    Stores stores = Stores.read();

    Allocation found =
        MaximalCovering.solve(
                stores.siting(), Choice.of(4), (int) (5000 * Stores.UNITS / 1000), PROOF)
            .orElseThrow();

    assertEquals(875_247, found.objective());
    assertEquals(875_247, found.bound());
    assertEquals(List.of("Store_11", "Store_12", "Store_15", "Store_2"), stores.names(found));
  }

  @Test
  void the_median_and_the_centre_of_san_francisco_are_those_of_all_choices_tried()
      throws IOException {
    Stores stores = Stores.read();

    Allocation median = PMedian.solve(stores.siting(), Choice.of(4), PROOF).orElseThrow();
    Allocation centre = PCentre.solve(stores.siting(), Choice.of(4), PROOF).orElseThrow();

    assertEquals(2_848_268_129.7145104, median.objective() * 1000 / Stores.UNITS, 1e4);
    assertEquals(List.of("Store_11", "Store_12", "Store_15", "Store_2"), stores.names(median));
    assertEquals(7403.063810849859, centre.objective() * 1000 / Stores.UNITS, 0.01);
    assertEquals(List.of("Store_11", "Store_13", "Store_15", "Store_7"), stores.names(centre));
  }
}
