package org.lifecircle.walk;

import java.util.BitSet;
import java.util.function.IntConsumer;

/** Which triangles decide what a seam is: those it comes from, and those round its corners. */
final class SeamCorners {

  private final Triangulation mesh;
  private final FineGrid grid;
  private final BitSet filled;

  /**
   * @param filled the triangles that are not blank
   */
  SeamCorners(Triangulation mesh, FineGrid grid, BitSet filled) {
    this.mesh = mesh;
    this.grid = grid;
    this.filled = filled;
  }

  /** Tells of each triangle a seam hangs on, some of them more than once. */
  void each(int x, int y, int toX, int toY, int origin, IntConsumer each) {
    int t = origin >= 0 ? origin / 3 : ~origin;
    tell(t, each);
    if (origin >= 0 && mesh.twin(origin) != Triangulation.NONE) {
      tell(mesh.twin(origin) / 3, each);
    }
    for (int e = 3 * t; e < 3 * t + 3; e++) {
      int v = mesh.origin(e);
      int cornerX = (int) grid.of(mesh.x(v));
      int cornerY = (int) grid.of(mesh.y(v));
      if ((cornerX == x && cornerY == y) || (cornerX == toX && cornerY == toY)) {
        around(e, each);
      }
    }
  }

  /** The triangles round the vertex a half-edge leaves. */
  private void around(int edge, IntConsumer each) {
    int e = edge;
    do {
      tell(e / 3, each);
      e = mesh.rotateLeft(e);
    } while (e != edge && e != Triangulation.NONE);
    if (e == Triangulation.NONE) {
      for (e = mesh.rotateRight(edge); e != Triangulation.NONE; e = mesh.rotateRight(e)) {
        tell(e / 3, each);
      }
    }
  }

  private void tell(int triangle, IntConsumer each) {
    if (filled.get(triangle)) {
      each.accept(triangle);
    }
  }
}
