package org.lifecircle.walk;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What outlines of many triangles take of the triangles' edges, packed: as objects they would take
 * more room than the mesh.
 *
 * <p>Immutable, safe for many threads.
 */
final class Stretches {

  private final int[] triangles; // in order
  private final int[] from; // by triangle: where it begins
  private final int[] packed; // for each of its edges: how many numbers follow, and those

  /**
   * @param outlines by triangle
   * @param some those of them that have one
   */
  Stretches(Outline[] outlines, BitSet some) {
    triangles = some.stream().toArray();
    from = new int[triangles.length];
    int size = 0;
    for (int i = 0; i < triangles.length; i++) {
      from[i] = size;
      for (int[] stretches : outlines[triangles[i]].along()) {
        size += 1 + stretches.length;
      }
    }
    packed = new int[size];
    for (int i = 0; i < triangles.length; i++) {
      int at = from[i];
      for (int[] stretches : outlines[triangles[i]].along()) {
        packed[at++] = stretches.length;
        System.arraycopy(stretches, 0, packed, at, stretches.length);
        at += stretches.length;
      }
    }
  }

  /** What the outline of a triangle takes of one of its edges, as {@link Outline} has it. */
  int[] along(int edge) {
    int at = from[Arrays.binarySearch(triangles, edge / 3)];
    for (int k = 0; k < edge % 3; k++) {
      at += 1 + packed[at];
    }
    return Arrays.copyOfRange(packed, at + 1, at + 1 + packed[at]);
  }
}
