package org.lifecircle.walk;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Joins what is within reach of each triangle into one area: an edge of the mesh bounds it exactly
 * where one side of it is within reach and the other is not. What is left are directed segments
 * with the area on their left. Where all of both sides is within reach they are as they were when
 * the whole ground was sewn; of those only what is not closed by itself is taken in again.
 */
final class Sewing {

  /**
   * Segments, and where each comes from.
   *
   * @param xy x and y of both ends in turn
   * @param origins half-edges, or for segments inside a triangle {@link #inside} of it
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Seams(int[] xy, int[] origins) {

    /** The origin of what lies inside a triangle. */
    static int inside(int triangle) {
      return ~triangle;
    }
  }

  private final Triangulation mesh;
  private final FineGrid grid;
  private final @Nullable Clipping clipping;
  private int[] segments = new int[4096]; // x and y of both ends
  private int[] origins = new int[1024];
  private int size;
  private final BitSet full = new BitSet(); // triangles that need no outline
  private final BitSet outlined = new BitSet(); // triangles that have an outline
  private final int[] slot; // by triangle: its outline
  private Outline[] outlines = new Outline[256];
  private int outlineCount;
  private double[] marks = new double[32]; // along one edge: where something begins or ends
  private int[] markX = new int[32];
  private int[] markY = new int[32];
  private int markCount;

  /** Sews from nothing. */
  Sewing(Triangulation mesh, FineGrid grid) {
    this(mesh, grid, null);
  }

  /** Sews what is clipped from ground that is sewn already, once what is partly in is added. */
  Sewing(Triangulation mesh, FineGrid grid, @Nullable Clipping clipping) {
    this.mesh = mesh;
    this.grid = grid;
    this.clipping = clipping;
    slot = new int[mesh.triangleCount()];
    if (clipping != null) {
      clipping.addWhole(full, outlined);
    }
  }

  /** A place as one number. */
  static long place(int x, int y) {
    return (long) x << 32 | (y & 0xffff_ffffL);
  }

  /** Adds all of a triangle, slits and all. */
  void addFull(int triangle) {
    full.set(triangle);
  }

  /** Adds a part of a triangle, if there is any. */
  void add(int triangle, @Nullable Outline outline) {
    if (outline != null) {
      if (outlineCount == outlines.length) {
        outlines = Arrays.copyOf(outlines, 2 * outlineCount);
      }
      slot[triangle] = outlineCount;
      outlines[outlineCount++] = outline;
      outlined.set(triangle);
    }
  }

  /** The outline of all that was added. */
  Seams sew() {
    for (int t = full.nextSetBit(0); t >= 0; t = full.nextSetBit(t + 1)) {
      edges(t);
    }
    for (int t = outlined.nextSetBit(0); t >= 0; t = outlined.nextSetBit(t + 1)) {
      edges(t);
      if (clipping != null && clipping.whole().get(t)) {
        clipping.addOpen(Seams.inside(t), this);
      } else {
        int[] inside = outlines[slot[t]].inside();
        for (int i = 0; i < inside.length; i += 4) {
          emit(inside[i], inside[i + 1], inside[i + 2], inside[i + 3], Seams.inside(t));
        }
      }
    }
    return new Seams(Arrays.copyOf(segments, size), Arrays.copyOf(origins, size / 4));
  }

  private boolean has(int t) {
    return full.get(t) || outlined.get(t);
  }

  /** The edges of a triangle, each looked at once, from the side with the lower number. */
  private void edges(int t) {
    for (int e = 3 * t; e < 3 * t + 3; e++) {
      int f = mesh.twin(e);
      boolean other = f != Triangulation.NONE && has(f / 3);
      if (other && f < e) {
        continue;
      }
      if (clipping != null && clipping.isAsSewn(e)) {
        clipping.addOpen(e, this);
      } else if (full.get(t) && !other) {
        emitWhole(e);
      } else if (!(full.get(t) && full.get(f / 3))) {
        differ(e, f, other);
      }
    }
  }

  private void emitWhole(int e) {
    int v = mesh.origin(e);
    int w = mesh.destination(e);
    emit(x(v), y(v), x(w), y(w), e);
  }

  private int[] along(int e) {
    if (full.get(e / 3)) {
      return new int[] {
        x(mesh.origin(e)), y(mesh.origin(e)), x(mesh.destination(e)), y(mesh.destination(e))
      };
    }
    return clipping != null && clipping.whole().get(e / 3)
        ? clipping.along(e)
        : outlines[slot[e / 3]].along()[e % 3];
  }

  /** Emits the stretches of an edge of which only one side is within reach. */
  private void differ(int e, int f, boolean other) {
    int[] here = along(e);
    int[] there = other ? along(f) : new int[0];
    markCount = 0;
    mark(e, here);
    mark(e, there);
    for (int i = 0; i + 1 < markCount; i++) {
      boolean left = covers(e, here, false, i);
      boolean right = covers(e, there, true, i);
      if (left && !right) {
        emit(markX[i], markY[i], markX[i + 1], markY[i + 1], e);
      } else if (right && !left) {
        emit(markX[i + 1], markY[i + 1], markX[i], markY[i], e);
      }
    }
  }

  private int x(int vertex) {
    return (int) grid.of(mesh.x(vertex));
  }

  private int y(int vertex) {
    return (int) grid.of(mesh.y(vertex));
  }

  private double along(int e, int x, int y) {
    double vx = mesh.x(mesh.origin(e));
    double vy = mesh.y(mesh.origin(e));
    return (mesh.x(mesh.destination(e)) - vx) * (x - grid.of(vx))
        + (mesh.y(mesh.destination(e)) - vy) * (y - grid.of(vy));
  }

  private void mark(int e, int[] stretches) {
    for (int i = 0; i < stretches.length; i += 2) {
      mark(along(e, stretches[i], stretches[i + 1]), stretches[i], stretches[i + 1]);
    }
  }

  private void mark(double at, int x, int y) {
    int i = markCount;
    while (i > 0 && isAfter(i - 1, at, x, y)) {
      i--;
    }
    if (i > 0 && markX[i - 1] == x && markY[i - 1] == y) {
      return;
    }
    if (markCount == marks.length) {
      marks = Arrays.copyOf(marks, 2 * markCount);
      markX = Arrays.copyOf(markX, 2 * markCount);
      markY = Arrays.copyOf(markY, 2 * markCount);
    }
    System.arraycopy(marks, i, marks, i + 1, markCount - i);
    System.arraycopy(markX, i, markX, i + 1, markCount - i);
    System.arraycopy(markY, i, markY, i + 1, markCount - i);
    marks[i] = at;
    markX[i] = x;
    markY[i] = y;
    markCount++;
  }

  private boolean isAfter(int i, double at, int x, int y) {
    if (marks[i] != at) {
      return marks[i] > at;
    }
    return markX[i] != x ? markX[i] > x : markY[i] > y;
  }

  /** Whether a stretch covers what lies between two marks; those of the far side run back. */
  private boolean covers(int e, int[] stretches, boolean back, int i) {
    for (int k = 0; k < stretches.length; k += 4) {
      int from = back ? k + 2 : k;
      int to = back ? k : k + 2;
      boolean begun =
          isAt(i, stretches[from], stretches[from + 1]) || isAfter(e, i, stretches, from);
      boolean ended = isAt(i, stretches[to], stretches[to + 1]) || isAfter(e, i, stretches, to);
      if (begun && !ended) {
        return true;
      }
    }
    return false;
  }

  /** Whether a mark comes after an end of a stretch. */
  private boolean isAfter(int e, int i, int[] stretches, int end) {
    int x = stretches[end];
    int y = stretches[end + 1];
    return isAfter(i, along(e, x, y), x, y);
  }

  private boolean isAt(int i, int x, int y) {
    return markX[i] == x && markY[i] == y;
  }

  /** Takes in a segment. */
  void emit(int x, int y, int toX, int toY, int origin) {
    if (size == segments.length) {
      segments = Arrays.copyOf(segments, 2 * size);
      origins = Arrays.copyOf(origins, size / 2);
    }
    origins[size / 4] = origin;
    segments[size++] = x;
    segments[size++] = y;
    segments[size++] = toX;
    segments[size++] = toY;
  }
}
