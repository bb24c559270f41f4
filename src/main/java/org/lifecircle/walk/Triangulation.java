package org.lifecircle.walk;

import java.util.Arrays;

/**
 * A constrained Delaunay triangulation of points with millimetre coordinates.
 *
 * <p>Half-edges are numbered {@code 3t, 3t+1, 3t+2} around triangle {@code t}, counter-clockwise;
 * half-edge {@code e} runs from {@code origin(e)} to {@code origin(next(e))} and the triangle lies
 * to its left. Four far corners enclose all points, so that every point has triangles all round.
 *
 * <p>Every test is exact ({@link Plane#orient}); only the choice of diagonals uses doubles, which
 * changes nothing about what sees what. Source: incremental insertion with Lawson's flips; edges
 * are forced by flipping (Sloan 1993).
 */
final class Triangulation {

  static final int NONE = -1;
  private static final int FAR = 1_000_000_000;
  private static final int HINTS = 1 << 14;

  private int[] x;
  private int[] y;
  private int[] vertexEdge; // one half-edge that starts at each vertex
  private int vertices;
  private int[] origin;
  private int[] twin;
  private int[] mark; // which set of things an edge belongs to; 0 is none
  private int[] label; // of each triangle: which set of areas covers it
  private int edges;
  private int last; // a triangle near the last point added
  private int recent; // the one last located: what is asked in a row is often near each other
  private final int[] hints = new int[HINTS]; // by stretch of ground: a triangle in or near it
  private int[] stack = new int[64];

  Triangulation(int expectedVertices) {
    int n = expectedVertices + 8;
    x = new int[n];
    y = new int[n];
    vertexEdge = new int[n];
    origin = new int[6 * n];
    twin = new int[6 * n];
    mark = new int[6 * n];
    label = new int[2 * n + 1];
    addVertex(-FAR, -FAR);
    addVertex(FAR, -FAR);
    addVertex(FAR, FAR);
    addVertex(-FAR, FAR);
    triangle(0, 1, 2, 0);
    triangle(0, 2, 3, 0);
    pair(2, 3);
    for (int e : new int[] {0, 1, 4, 5}) {
      twin[e] = NONE;
    }
  }

  int vertexCount() {
    return vertices;
  }

  int triangleCount() {
    return edges / 3;
  }

  int x(int vertex) {
    return x[vertex];
  }

  int y(int vertex) {
    return y[vertex];
  }

  int origin(int edge) {
    return origin[edge];
  }

  int destination(int edge) {
    return origin[next(edge)];
  }

  int twin(int edge) {
    return twin[edge];
  }

  int mark(int edge) {
    return mark[edge];
  }

  int label(int triangle) {
    return label[triangle];
  }

  /** Labels a triangle; triangles split from it inherit the label. */
  void setLabel(int triangle, int newLabel) {
    label[triangle] = newLabel;
  }

  void setMark(int edge, int newMark) {
    mark[edge] = newMark;
    mark[twin[edge]] = newMark;
  }

  /** A half-edge that starts at this vertex. */
  int edgeFrom(int vertex) {
    return vertexEdge[vertex];
  }

  static int next(int edge) {
    return edge % 3 == 2 ? edge - 2 : edge + 1;
  }

  static int previous(int edge) {
    return edge % 3 == 0 ? edge + 2 : edge - 1;
  }

  /** The next half-edge counter-clockwise around the origin, or NONE at the far frame. */
  int rotateLeft(int edge) {
    return twin[previous(edge)];
  }

  /** The next half-edge clockwise around the origin, or NONE at the far frame. */
  int rotateRight(int edge) {
    int other = twin[edge];
    return other == NONE ? NONE : next(other);
  }

  /** Adds a point that is no vertex yet and returns its vertex; before any edge is forced. */
  int add(int px, int py) {
    int e = 3 * walk(last, px, py);
    last = e / 3;
    int on = edgeThrough(e, px, py);
    if (on == NONE) {
      return insertInside(e / 3, px, py);
    }
    return splitEdge(on, px, py);
  }

  /** The half-edge of this vertex pair, or NONE. */
  int edge(int a, int b) {
    int first = vertexEdge[a];
    int e = first;
    do {
      if (destination(e) == b) {
        return e;
      }
      e = rotateLeft(e);
    } while (e != NONE && e != first);
    return NONE;
  }

  /**
   * The triangle (as its first half-edge) that holds this point, on its border or inside. Which of
   * the triangles it borders does not depend on what was asked before.
   */
  int locate(int px, int py) {
    int stretch = (((px >> 16) * 0x9E37 + (py >> 16)) * 0x2C1B_3C6D) >>> 18;
    int t = walk(nearer(hints[stretch], recent, px, py), px, py);
    hints[stretch] = t; // threads may race: any triangle will do
    recent = t;
    int on = edgeThrough(3 * t, px, py);
    return 3 * (on == NONE ? t : lowestAt(on, px, py));
  }

  /** Of two triangles the one that begins nearer to a point. */
  private int nearer(int t, int other, int px, int py) {
    return away(other, px, py) < away(t, px, py) ? other : t;
  }

  private double away(int t, int px, int py) {
    double dx = (double) x[origin[3 * t]] - px;
    double dy = (double) y[origin[3 * t]] - py;
    return dx * dx + dy * dy;
  }

  /** The triangle with the lowest number of those that border on a point of an edge. */
  private int lowestAt(int edge, int px, int py) {
    int v = vertexAt(edge, px, py);
    if (v == NONE) {
      return twin[edge] == NONE ? edge / 3 : Math.min(edge / 3, twin[edge] / 3);
    }
    int lowest = edge / 3;
    int first = vertexEdge[v];
    int e = first;
    do {
      lowest = Math.min(lowest, e / 3);
      e = rotateLeft(e);
    } while (e != NONE && e != first);
    return lowest;
  }

  /** The triangle that holds a point, by walking towards it from another. */
  private int walk(int from, int px, int py) {
    int t = from;
    int dice = 1; // where edges are forced a walk in any fixed order of turns can go in circles
    while (true) {
      int out = NONE;
      dice ^= dice << 13;
      dice ^= dice >>> 17;
      dice ^= dice << 5;
      int turn = (dice >>> 8) % 3;
      for (int i = 0; i < 3 && out == NONE; i++) {
        int e = 3 * t + (i + turn) % 3;
        if (side(e, px, py) < 0) {
          out = e;
        }
      }
      if (out == NONE || twin[out] == NONE) {
        return t;
      }
      t = twin[out] / 3;
    }
  }

  /** Positive when the point lies left of the half-edge, inside its triangle's side. */
  int side(int edge, int px, int py) {
    int a = origin[edge];
    int b = destination(edge);
    return Plane.orient(x[a], y[a], x[b], y[b], px, py);
  }

  /**
   * A direction from a point on the border of a triangle into it: between its sides at a vertex,
   * else straight away from the nearest side. The middle of a triangle thinner than a millimetre
   * would not do: to a rounded point it may lie on any side.
   */
  long[] into(int t, int px, int py) {
    int nearest = 3 * t;
    double least = Double.MAX_VALUE;
    for (int e = 3 * t; e < 3 * t + 3; e++) {
      long dx = (long) x[destination(e)] - x[origin[e]];
      long dy = (long) y[destination(e)] - y[origin[e]];
      if (x[origin[e]] == px && y[origin[e]] == py) {
        int third = origin[previous(e)];
        return new long[] {dx + x[third] - px, dy + y[third] - py};
      }
      double across =
          (double) dx * ((double) py - y[origin[e]]) - (double) dy * ((double) px - x[origin[e]]);
      double distance = Math.abs(across) / Math.hypot((double) dx, (double) dy);
      if (distance < least) {
        least = distance;
        nearest = e;
      }
    }
    return new long[] {
      (long) y[origin[nearest]] - y[destination(nearest)],
      (long) x[destination(nearest)] - x[origin[nearest]]
    };
  }

  /** The half-edge of this triangle on which the point lies, or NONE when it is strictly inside. */
  int edgeThrough(int edge, int px, int py) {
    int t = edge / 3;
    for (int e = 3 * t; e < 3 * t + 3; e++) {
      if (side(e, px, py) == 0) {
        return e;
      }
    }
    return NONE;
  }

  /** The vertex of this triangle with exactly these coordinates, or NONE. */
  int vertexAt(int edge, int px, int py) {
    int t = edge / 3;
    for (int e = 3 * t; e < 3 * t + 3; e++) {
      if (x[origin[e]] == px && y[origin[e]] == py) {
        return origin[e];
      }
    }
    return NONE;
  }

  /** Splits a triangle into three around a point strictly inside it. */
  int insertInside(int t, int px, int py) {
    int v = addVertex(px, py);
    int e0 = 3 * t;
    int a = origin[e0];
    int b = origin[e0 + 1];
    int c = origin[e0 + 2];
    int bc = twin[e0 + 1];
    int ca = twin[e0 + 2];
    int markBc = mark[e0 + 1];
    int markCa = mark[e0 + 2];
    origin[e0 + 2] = v; // (a, b, v)
    mark[e0 + 1] = 0;
    mark[e0 + 2] = 0;
    int e1 = triangle(b, c, v, t);
    int e2 = triangle(c, a, v, t);
    join(e1, bc, markBc);
    join(e2, ca, markCa);
    pair(e0 + 1, e1 + 2);
    pair(e1 + 1, e2 + 2);
    pair(e2 + 1, e0 + 2);
    touch(e0);
    touch(e1);
    touch(e2);
    legalise(v, e0, e1, e2);
    return v;
  }

  /**
   * Splits an edge and the triangles beside it at a point on it, or so near it that both triangles
   * stay properly oriented ({@link #canSplit}). Both halves keep the edge's mark.
   */
  int splitEdge(int edge, int px, int py) {
    int f = twin[edge];
    int v = addVertex(px, py);
    int en = next(edge);
    int ep = previous(edge);
    int a = origin[edge];
    int b = origin[en];
    int c = origin[ep];
    int m = mark[edge];
    int bc = twin[en];
    int markBc = mark[en];
    origin[en] = v; // (a, v, c)
    mark[en] = 0;
    int g = triangle(v, b, c, edge / 3);
    join(g + 1, bc, markBc);
    pair(en, g + 2);
    mark[g] = m;
    int fn = next(f);
    int fp = previous(f);
    int d = origin[fp];
    int ad = twin[fn];
    int markAd = mark[fn];
    origin[fn] = v; // (b, v, d)
    mark[fn] = 0;
    int h = triangle(v, a, d, f / 3);
    join(h + 1, ad, markAd);
    pair(fn, h + 2);
    mark[h] = m;
    pair(edge, h);
    pair(g, f);
    for (int e : new int[] {edge, g, f, h}) {
      touch(e);
    }
    vertexEdge[b] = f;
    legalise(v, ep, g + 1, fp, h + 1);
    return v;
  }

  /** Whether splitting this edge at a point beside it leaves four proper triangles. */
  boolean canSplit(int edge, int px, int py) {
    int f = twin[edge];
    return side(next(edge), px, py) > 0
        && side(previous(edge), px, py) > 0
        && side(next(f), px, py) > 0
        && side(previous(f), px, py) > 0;
  }

  /** Whether the edge is the diagonal of a strictly convex quadrilateral. */
  boolean convex(int e) {
    int f = twin[e];
    int p = origin[e];
    int q = origin[f];
    int a = origin[previous(e)];
    int b = origin[previous(f)];
    return orient(b, a, p) > 0 && orient(a, b, q) > 0;
  }

  /** Which side of the line from vertex a to vertex b the vertex c lies on; exact. */
  int orient(int a, int b, int c) {
    return Plane.orient(x[a], y[a], x[b], y[b], x[c], y[c]);
  }

  /** Whether the other diagonal would be the Delaunay one. */
  boolean improves(int e) {
    int f = twin[e];
    int p = origin[e];
    int q = origin[f];
    int a = origin[previous(e)];
    int b = origin[previous(f)];
    return Plane.inCircle(x[p], y[p], x[q], y[q], x[a], y[a], x[b], y[b]) && convex(e);
  }

  /** Turns the diagonal of a convex quadrilateral; it stays in the slots of e and its twin. */
  void flip(int e) {
    int f = twin[e];
    int en = next(e);
    int ep = previous(e);
    int fn = next(f);
    int fp = previous(f);
    int p = origin[e];
    int q = origin[f];
    int a = origin[ep];
    int b = origin[fp];
    int qa = twin[en];
    int ap = twin[ep];
    int pb = twin[fn];
    int bq = twin[fp];
    int markQa = mark[en];
    int markAp = mark[ep];
    int markPb = mark[fn];
    int markBq = mark[fp];
    origin[e] = b; // (b, a, p)
    origin[en] = a;
    origin[ep] = p;
    origin[f] = a; // (a, b, q)
    origin[fn] = b;
    origin[fp] = q;
    join(en, ap, markAp);
    join(ep, pb, markPb);
    join(fn, bq, markBq);
    join(fp, qa, markQa);
    vertexEdge[a] = f;
    vertexEdge[b] = e;
    vertexEdge[p] = ep;
    vertexEdge[q] = fp;
  }

  private void legalise(int v, int... suspects) {
    int size = 0;
    for (int e : suspects) {
      stack[size++] = e;
    }
    while (size > 0) {
      int e = stack[--size];
      if (mark[e] != 0 || twin[e] == NONE || !mayFlip(e) || !improves(e)) {
        continue;
      }
      flip(e);
      if (size + 2 > stack.length) {
        stack = Arrays.copyOf(stack, 2 * stack.length);
      }
      // after the flip v is an end of the diagonal; the edges facing it are the next suspects
      int f = twin[e];
      stack[size++] = facing(e, v);
      stack[size++] = facing(f, v);
    }
  }

  private int facing(int e, int v) {
    int t = e / 3;
    for (int i = 3 * t; i < 3 * t + 3; i++) {
      if (origin[i] != v && destination(i) != v) {
        return i;
      }
    }
    throw new IllegalStateException("the triangle does not touch the vertex");
  }

  /** Once faces are labelled, only edges between faces of one label may flip. */
  private boolean mayFlip(int e) {
    return label[e / 3] == label[twin[e] / 3];
  }

  private int addVertex(int px, int py) {
    if (vertices == x.length) {
      int n = vertices + vertices / 2;
      x = Arrays.copyOf(x, n);
      y = Arrays.copyOf(y, n);
      vertexEdge = Arrays.copyOf(vertexEdge, n);
    }
    x[vertices] = px;
    y[vertices] = py;
    return vertices++;
  }

  private int triangle(int a, int b, int c, int like) {
    if (edges + 3 > origin.length) {
      int n = edges + edges / 2 + 3;
      origin = Arrays.copyOf(origin, n);
      twin = Arrays.copyOf(twin, n);
      mark = Arrays.copyOf(mark, n);
      label = Arrays.copyOf(label, n / 3 + 1);
    }
    int e = edges;
    label[e / 3] = label[like];
    edges += 3;
    origin[e] = a;
    origin[e + 1] = b;
    origin[e + 2] = c;
    vertexEdge[a] = e;
    vertexEdge[b] = e + 1;
    vertexEdge[c] = e + 2;
    return e;
  }

  private void touch(int e) {
    vertexEdge[origin[e]] = e;
  }

  private void pair(int e, int f) {
    twin[e] = f;
    twin[f] = e;
  }

  private void join(int e, int other, int edgeMark) {
    twin[e] = other;
    mark[e] = edgeMark;
    if (other != NONE) {
      twin[other] = e;
    }
  }
}
