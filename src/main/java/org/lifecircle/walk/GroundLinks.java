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

  private final int[] head;
  private final int[] through; // by node: where the links begin that no walk goes on by
  private final int[] to;
  private final int[] length;
  private final int[][] met; // by node: the removables whose going could change its links
  private final int[][] affected; // by removable: the nodes whose links could change when it goes

  private GroundLinks(int[] head, int[] through, int[] to, int[] length, int[][] met) {
    this.head = head;
    this.through = through;
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
    private int[] to = new int[CHUNK];
    private int[] length = new int[CHUNK];
    private int size;

    Chunk(int nodes) {
      counts = new int[nodes];
      through = new int[nodes];
      met = new int[nodes][];
      Arrays.fill(met, NOTHING);
    }

    void add(int i, Sight sight) {
      counts[i] = sight.count();
      through[i] = sight.through();
      for (int k = 0; k < sight.count(); k++) {
        if (size == to.length) {
          to = Arrays.copyOf(to, 2 * size);
          length = Arrays.copyOf(length, 2 * size);
        }
        to[size] = sight.to(k);
        length[size++] = sight.lengthMillimetres(k);
      }
      if (!sight.met().isEmpty()) {
        met[i] = sight.met().stream().toArray();
      }
    }
  }

  /** Looks out from every node; on all cores, with the same result whatever their number. */
  static GroundLinks of(Ground ground, Standing standing) {
    int nodes = ground.nodes().count();
    ThreadLocal<Sight> sights = ThreadLocal.withInitial(() -> ground.sight(standing));
    List<Chunk> chunks =
        IntStream.range(0, (nodes + CHUNK - 1) / CHUNK)
            .parallel()
            .mapToObj(c -> chunk(ground, standing, sights.get(), c * CHUNK, nodes))
            .toList();
    int[] head = new int[nodes + 1];
    int[] through = new int[nodes];
    int total = chunks.stream().mapToInt(c -> c.size).sum();
    int[] to = new int[total];
    int[] length = new int[total];
    int[][] met = new int[nodes][];
    int node = 0;
    int at = 0;
    for (Chunk chunk : chunks) {
      System.arraycopy(chunk.to, 0, to, at, chunk.size);
      System.arraycopy(chunk.length, 0, length, at, chunk.size);
      at += chunk.size;
      System.arraycopy(chunk.met, 0, met, node, chunk.met.length);
      for (int i = 0; i < chunk.counts.length; i++) {
        through[node] = head[node] + chunk.through[i];
        head[node + 1] = head[node] + chunk.counts[i];
        node++;
      }
    }
    return new GroundLinks(head, through, to, length, met);
  }

  private static Chunk chunk(Ground ground, Standing standing, Sight sight, int from, int nodes) {
    Chunk chunk = new Chunk(Math.min(nodes, from + CHUNK) - from);
    for (int i = 0; i < chunk.counts.length; i++) {
      if (ground.nodes().isCorner(from + i)) {
        sight.look(from + i, standing);
        chunk.add(i, sight);
      }
    }
    return chunk;
  }

  int first(int node) {
    return head[node];
  }

  /**
   * Where the links of a node end that a search follows.
   *
   * @param inward whether it searches from facilities, and need not come to others or go on from
   *     homes
   */
  int end(int node, boolean inward) {
    return inward ? through[node] : head[node + 1];
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
