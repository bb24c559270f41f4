package org.lifecircle.walk;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The links over open ground, packed by node, as they are today; and for each removable the nodes
 * whose links could change when it goes.
 */
final class GroundLinks {

  private static final int CHUNK = 2048;
  private static final int[] NOTHING = {};

  private final int[] bounds; // by twice the node: see Links.bounds
  private final int[] to;
  private final int[] length;
  private final int[][] met; // by node: the removables whose going could change its links
  private final int[][] affected; // by removable: the nodes whose links could change when it goes

  private GroundLinks(int[] head, int[] through, int[] to, int[] length, int[][] met) {
    bounds = Links.bounds(head, through);
    this.to = to;
    this.length = length;
    this.met = met;
    affected = turnedRound(met);
  }

  /** The links of a stretch of nodes. */
  private static final class Chunk {
    private final int[] counts;
    private final int[] through;
    private final int[][] met;
    private int[] links = new int[2 * CHUNK]; // targets and lengths in turn
    private int size;

    Chunk(int nodes) {
      counts = new int[nodes];
      through = new int[nodes];
      met = new int[nodes][];
      Arrays.fill(met, NOTHING);
    }

    void add(int i, Row row) {
      int n = row.links().length;
      counts[i] = n / 2;
      through[i] = row.through() / 2;
      met[i] = row.met().length == 0 ? NOTHING : row.met();
      if (size + n > links.length) {
        links = Arrays.copyOf(links, Math.max(2 * links.length, size + n));
      }
      System.arraycopy(row.links(), 0, links, size, n);
      size += n;
    }
  }

  /**
   * Looks out from every node; on all cores, with the same result whatever their number. Doorsteps
   * are linked with those who link to them: with all who see them they would be most of all links.
   */
  static GroundLinks of(Ground ground, Standing standing, Doorsteps doorsteps) {
    int nodes = ground.nodes().count();
    Standing noted = standing.noted(ground.arrangement().mesh());
    ThreadLocal<Sight> sights = ThreadLocal.withInitial(() -> ground.sight(noted));
    List<Chunk> chunks =
        IntStream.range(0, (nodes + CHUNK - 1) / CHUNK)
            .parallel()
            .mapToObj(c -> chunk(ground, noted, sights.get(), c * CHUNK, nodes, doorsteps))
            .toList();
    return packed(chunks, nodes, doorsteps);
  }

  private static Chunk chunk(
      Ground ground, Standing standing, Sight sight, int from, int nodes, Doorsteps doorsteps) {
    Chunk chunk = new Chunk(Math.min(nodes, from + CHUNK) - from);
    for (int i = 0; i < chunk.counts.length; i++) {
      int node = from + i;
      if (ground.nodes().isCorner(node)) {
        sight.look(node, standing);
        Row row = Row.of(sight);
        chunk.add(i, doorsteps.has(node) ? row.without() : doorsteps.nearest(row));
      }
    }
    return chunk;
  }

  private static GroundLinks packed(List<Chunk> chunks, int nodes, Doorsteps doorsteps) {
    int[] head = new int[nodes + 1];
    for (int c = 0; c < chunks.size(); c++) {
      Chunk chunk = chunks.get(c);
      for (int i = 0; i < chunk.counts.length; i++) {
        head[c * CHUNK + i + 1] += chunk.counts[i];
      }
      for (int i = 0; i < chunk.size; i += 2) {
        head[chunk.links[i] + 1] += doorsteps.has(chunk.links[i]) ? 1 : 0;
      }
    }
    Arrays.parallelPrefix(head, Integer::sum);
    int[] to = new int[head[nodes]];
    int[] length = new int[head[nodes]];
    int[] at = Arrays.copyOf(head, nodes);
    int[] through = Arrays.copyOf(head, nodes);
    int[][] met = new int[nodes][];
    for (int c = 0; c < chunks.size(); c++) {
      Chunk chunk = chunks.get(c);
      System.arraycopy(chunk.met, 0, met, c * CHUNK, chunk.met.length);
      int next = 0;
      for (int i = 0; i < chunk.counts.length; i++) {
        int node = c * CHUNK + i;
        through[node] += chunk.through[i];
        for (int k = 0; k < chunk.counts[i]; k++, next += 2) {
          int other = chunk.links[next];
          to[at[node]] = other;
          length[at[node]++] = chunk.links[next + 1];
          if (doorsteps.has(other)) {
            to[at[other]] = node;
            length[at[other]++] = chunk.links[next + 1];
          }
        }
      }
    }
    for (int node = 0; node < nodes; node++) {
      through[node] = doorsteps.has(node) ? head[node + 1] : through[node];
    }
    return new GroundLinks(head, through, to, length, met);
  }

  int first(int node) {
    return bounds[2 * node];
  }

  /**
   * Where the links of a node end that a search follows.
   *
   * @param inward whether it searches from facilities, and need not come to others or go on from
   *     homes
   */
  int end(int node, boolean inward) {
    return bounds[2 * node + (inward ? 1 : 2)];
  }

  int to(int position) {
    return to[position];
  }

  int lengthMillimetres(int position) {
    return length[position];
  }

  int count() {
    return to.length;
  }

  /** The removables whose going could change a node's links. */
  int[] met(int node) {
    return met[node];
  }

  int nodeCount() {
    return met.length;
  }

  /** The nodes whose links could change when these go. */
  int[] affectedBy(BitSet gone) {
    return gone.stream()
        .filter(r -> r < affected.length)
        .flatMap(r -> Arrays.stream(affected[r]))
        .sorted()
        .distinct()
        .toArray();
  }

  private static int[][] turnedRound(int[][] met) {
    int removables = 0;
    for (int[] row : met) {
      removables = Math.max(removables, row.length == 0 ? 0 : row[row.length - 1] + 1);
    }
    int[] counts = new int[removables];
    for (int[] row : met) {
      for (int removable : row) {
        counts[removable]++;
      }
    }
    int[][] nodes = new int[removables][];
    Arrays.setAll(nodes, r -> new int[counts[r]]);
    for (int node = met.length - 1; node >= 0; node--) {
      for (int removable : met[node]) {
        nodes[removable][--counts[removable]] = node;
      }
    }
    return nodes;
  }
}
