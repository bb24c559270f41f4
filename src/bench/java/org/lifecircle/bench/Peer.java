package org.lifecircle.bench;

/** Someone who searches the same network. */
interface Peer {

  String name();

  /** Searches from a node up to a distance and tells how many nodes were reached. */
  int reach(int origin, int cutoffMillimetres);

  /** Lowers each entry to the distance from a node, where that is within the cutoff. */
  void lower(int origin, int cutoffMillimetres, int[] millimetres);
}
