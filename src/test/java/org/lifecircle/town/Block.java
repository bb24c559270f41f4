package org.lifecircle.town;

/**
 * The ground between four streets, as a rectangle of the lattice.
 *
 * @param south the street south of it, which its paths may start from
 */
record Block(int x0, int y0, int x1, int y1, Street south, Street north) {

  /** A street that things branch off: each branch is a vertex of it. */
  record Street(int y, java.util.NavigableSet<Integer> branches) {}

  int width() {
    return x1 - x0;
  }

  int depth() {
    return y1 - y0;
  }

  /** The same between the same streets, drawn in by so much on every side. */
  Block inset(int by) {
    return new Block(x0 + by, y0 + by, x1 - by, y1 - by, south, north);
  }

  /** The part between these two shares of its width, both in twelfths. */
  Block part(int from, int to) {
    return new Block(x0 + width() * from / 12, y0, x0 + width() * to / 12, y1, south, north);
  }
}
