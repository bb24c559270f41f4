package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What is within reach: triangles of which all is, which need no geometry; edges of paths that are
 * over all their width; and convex pieces of triangles that are still to be united.
 */
final class Canvas {

  /** A piece that sticks out of another by less adds nothing. */
  private static final double SLACK_MILLIMETRES = 0.005;

  private final BitSet full = new BitSet();
  private final BitSet strips = new BitSet();
  private final BitSet touched = new BitSet(); // has pieces
  private final int[] slot; // by triangle: its list of pieces, from 1
  private final List<List<double[]>> pieces = new ArrayList<>();

  Canvas(int triangles) {
    slot = new int[triangles];
  }

  boolean isFull(int triangle) {
    return full.get(triangle);
  }

  void fill(int triangle) {
    full.set(triangle);
  }

  /** Takes in the whole edge of a path, by its number in {@link PathBands}. */
  void addStrip(int strip) {
    strips.set(strip);
  }

  /** Adds a convex piece of a triangle, given counter-clockwise. */
  void add(int triangle, double[] piece) {
    if (slot[triangle] == 0) {
      pieces.add(new ArrayList<>(4));
      slot[triangle] = pieces.size();
      touched.set(triangle);
    }
    List<double[]> here = pieces.get(slot[triangle] - 1);
    for (int i = 0; i < here.size(); i++) {
      if (holds(here.get(i), piece)) {
        return;
      }
    }
    here.removeIf(known -> holds(piece, known));
    here.add(piece);
  }

  /** Whether a convex polygon holds all points of another. */
  private static boolean holds(double[] outer, double[] inner) {
    for (int i = 0; i < outer.length; i += 2) {
      int j = i + 2 == outer.length ? 0 : i + 2;
      double dx = outer[j] - outer[i];
      double dy = outer[j + 1] - outer[i + 1];
      double slack = -SLACK_MILLIMETRES * (Math.abs(dx) + Math.abs(dy));
      for (int k = 0; k < inner.length; k += 2) {
        if (dx * (inner[k + 1] - outer[i + 1]) - dy * (inner[k] - outer[i]) < slack) {
          return false;
        }
      }
    }
    return true;
  }

  /** The triangles that are full. */
  BitSet full() {
    return full;
  }

  /** The edges of paths that are whole. */
  BitSet strips() {
    return strips;
  }

  /** The triangles that are not full but have pieces. */
  BitSet partial() {
    BitSet partial = (BitSet) touched.clone();
    partial.andNot(full);
    return partial;
  }

  /** The pieces of a triangle that is not full; none holds another. */
  List<double[]> pieces(int triangle) {
    return slot[triangle] == 0 ? List.of() : pieces.get(slot[triangle] - 1);
  }

  /** Forgets the pieces of a triangle; threads may do so at once, each for its own. */
  void forget(int triangle) {
    if (slot[triangle] != 0) {
      pieces.set(slot[triangle] - 1, List.of());
    }
  }
}
