package org.lifecircle.io.flatgeobuf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * The index of a FlatGeobuf: a packed Hilbert R-tree, the root first and the features' own boxes
 * last. A node above them points to the number of its first child, a leaf to the feature's place
 * among the features' bytes.
 */
final class PackedTree {

  static final int NODE_SIZE = 16;
  private static final int NODE_BYTES = 40;

  private PackedTree() {}

  /** How many nodes a tree of so many features has; one feature has a root all the same. */
  static long nodes(long features, int nodeSize) {
    long level = features;
    long nodes = features;
    do {
      level = (level + nodeSize - 1) / nodeSize;
      nodes += level;
    } while (level > 1);
    return nodes;
  }

  /**
   * The index of at least one feature.
   *
   * @param boxes in the order the features are written in
   * @param places of the features among their bytes, in the same order
   */
  static byte[] bytes(List<Envelope> boxes, long[] places) {
    int all = Math.toIntExact(nodes(boxes.size(), NODE_SIZE));
    Envelope[] nodes = new Envelope[all];
    long[] points = new long[all];
    int from = all - boxes.size();
    for (int i = 0; i < boxes.size(); i++) {
      nodes[from + i] = boxes.get(i);
      points[from + i] = places[i];
    }
    int end = all;
    while (from > 0) {
      int parents = (end - from + NODE_SIZE - 1) / NODE_SIZE;
      for (int parent = 0; parent < parents; parent++) {
        int first = from + parent * NODE_SIZE;
        Envelope box = new Envelope();
        for (int child = first; child < Math.min(end, first + NODE_SIZE); child++) {
          box.expandToInclude(nodes[child]);
        }
        nodes[from - parents + parent] = box;
        points[from - parents + parent] = first;
      }
      end = from;
      from -= parents;
    }
    ByteBuffer bytes = ByteBuffer.allocate(all * NODE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < all; i++) {
      bytes.putDouble(nodes[i].getMinX()).putDouble(nodes[i].getMinY());
      bytes.putDouble(nodes[i].getMaxX()).putDouble(nodes[i].getMaxY());
      bytes.putLong(points[i]);
    }
    return bytes.array();
  }
}
