package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.lifecircle.walk.Rings.Ring;
import org.lifecircle.walk.Sewing.Seams;
import org.locationtech.jts.geom.LinearRing;

/**
 * Seams gathered into outlines that do not touch. An outline hangs on the triangles its seams come
 * from and on those round its corners: as long as these are as they were, so are its rings,
 * whatever is different elsewhere.
 *
 * <p>Immutable, safe for many threads.
 */
final class ClosedSeams {

  /** The size of an outline that never closes. */
  private static final int NEVER = Integer.MAX_VALUE;

  private final Triangulation mesh;
  private final int[] xy; // by seam, in order of origin: both ends
  private final int[] origins; // by seam, in order
  private final int[] outline; // by seam
  private final int[] size; // by outline: the triangles it hangs on
  private final List<List<LinearRing>> rings = new ArrayList<>(); // by outline
  private int[] firstAt = {}; // by triangle
  private int[] at = {}; // the outlines that hang on triangles

  /**
   * @param filled the triangles that are not blank
   */
  ClosedSeams(Triangulation mesh, FineGrid grid, Seams seams, BitSet filled) {
    this.mesh = mesh;
    int n = seams.origins().length;
    xy = new int[4 * n];
    origins = sort(seams);
    Welding left = Unpicking.unpick(xy, grid.steps());
    Rings sewn = new Rings(left, grid.steps());
    SeamGroups groups = new SeamGroups(xy, new Welding(xy), left);
    outline = new int[n];
    for (int s = 0; s < n; s++) {
      outline[s] = groups.at(xy[4 * s], xy[4 * s + 1]);
    }
    size = new int[groups.count()];
    hang(new SeamCorners(mesh, grid, filled));
    sewn.astray().stream().forEach(segment -> size[groups.ofSegment(segment)] = NEVER);
    for (int i = 0; i < size.length; i++) {
      rings.add(new ArrayList<>());
    }
    for (Ring ring : sewn.rings()) {
      if (ring.xy().length > 0) {
        LinearRing metres = Areas.ring(ring.xy(), grid);
        int of = groups.ofSegment(ring.segments()[0]);
        rings.get(of).add(metres);
        if (!Areas.isProper(metres)) {
          size[of] = NEVER;
        }
      }
    }
  }

  /** Puts seams in order of origin; returns their origins. */
  private int[] sort(Seams seams) {
    int[] unsorted = seams.origins();
    long[] order = new long[unsorted.length];
    for (int s = 0; s < order.length; s++) {
      order[s] = (long) unsorted[s] << 32 | s;
    }
    Arrays.parallelSort(order);
    int[] sorted = new int[order.length];
    for (int to = 0; to < order.length; to++) {
      int s = (int) order[to];
      sorted[to] = unsorted[s];
      System.arraycopy(seams.xy(), 4 * s, xy, 4 * to, 4);
    }
    return sorted;
  }

  /** Finds the triangles that outlines hang on. */
  private void hang(SeamCorners corners) {
    Pairs found = new Pairs();
    for (int s = 0; s < origins.length; s++) {
      int seam = s;
      corners.each(
          xy[4 * s],
          xy[4 * s + 1],
          xy[4 * s + 2],
          xy[4 * s + 3],
          origins[s],
          t -> found.add(t, outline[seam]));
    }
    long[] pairs = found.sorted();
    firstAt = new int[mesh.triangleCount() + 1];
    at = new int[pairs.length];
    for (int i = 0; i < pairs.length; i++) {
      at[i] = Pairs.second(pairs[i]);
      size[at[i]]++;
      firstAt[Pairs.first(pairs[i]) + 1]++;
    }
    Arrays.parallelPrefix(firstAt, Integer::sum);
  }

  /** How many outlines there are, closed or not. */
  int count() {
    return size.length;
  }

  /** How many triangles an outline hangs on; no number of them is enough for one that is open. */
  int size(int number) {
    return size[number];
  }

  List<LinearRing> rings(int number) {
    return rings.get(number);
  }

  /** Where the outlines that hang on a triangle begin, see {@link #at}. */
  int firstAt(int triangle) {
    return firstAt[triangle];
  }

  int at(int position) {
    return at[position];
  }

  /** The first seam from an origin, or from the next that has any. */
  int firstFrom(int origin) {
    int low = 0;
    int high = origins.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (origins[middle] < origin) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Whether a seam comes from an origin; beyond the last none does. */
  boolean isFrom(int seam, int origin) {
    return seam < origins.length && origins[seam] == origin;
  }

  /** The outline a seam belongs to. */
  int outline(int seam) {
    return outline[seam];
  }

  void emit(int seam, int origin, Sewing sewing) {
    sewing.emit(xy[4 * seam], xy[4 * seam + 1], xy[4 * seam + 2], xy[4 * seam + 3], origin);
  }
}
