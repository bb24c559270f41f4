package org.lifecircle.io.osm;

import java.util.Map;

/** All ways of a file, by rank: their ascending order of id. */
final class Ways {

  private final IdIndex index;
  private final IntList ends;
  private final LongList refs;
  private final IntList tagSets;
  private final TagSets tags;

  /**
   * @param ends where the references of each row end; those of the next begin there
   */
  Ways(LongList ids, IntList ends, LongList refs, IntList tagSets, TagSets tags) {
    this.index = IdIndex.of(ids, row -> tags.get(tagSets.get(row)).size());
    this.ends = ends;
    this.refs = refs;
    this.tagSets = tagSets;
    this.tags = tags;
  }

  int size() {
    return index.size();
  }

  int duplicates() {
    return index.duplicates();
  }

  long id(int way) {
    return index.id(way);
  }

  /** The way with this id, or -1. */
  int find(long id) {
    return index.find(id);
  }

  Map<String, String> tags(int way) {
    return tags.get(tagSets.get(index.row(way)));
  }

  /** Ids of its nodes in order. A node the file does not hold is among them all the same. */
  long[] nodeIds(int way) {
    int row = index.row(way);
    int start = row == 0 ? 0 : ends.get(row - 1);
    long[] nodes = new long[ends.get(row) - start];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = refs.get(start + i);
    }
    return nodes;
  }

  /** Whether it ends where it begins, round at least two other places. */
  boolean isClosed(int way) {
    int row = index.row(way);
    int start = row == 0 ? 0 : ends.get(row - 1);
    int end = ends.get(row);
    return end - start >= 4 && refs.get(start) == refs.get(end - 1);
  }
}
