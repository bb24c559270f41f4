package org.lifecircle.io.osm;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Finds elements by id, and walks them in ascending order of id, so that the order of a file
 * changes nothing.
 *
 * <p>An element is known to the rest of the package by its rank in that order. Its row is its place
 * in the file, which only the tables see. Almost all files are sorted already; those need no sort.
 */
final class IdIndex {

  private final long[] ids;
  private final int[] rows;
  private final int duplicates;

  private IdIndex(long[] ids, int[] rows, int duplicates) {
    this.ids = ids;
    this.rows = rows;
    this.duplicates = duplicates;
  }

  /**
   * Indexes these ids.
   *
   * @param weight of a row: where an id comes twice, the heaviest row is kept, and of equal rows
   *     the first. Overpass writes the same node once with its tags and once without
   */
  static IdIndex of(LongList fileIds, IntUnaryOperator weight) {
    long[] ids = fileIds.toArray();
    int[] rows = new int[ids.length];
    Arrays.setAll(rows, row -> row);
    if (isAscending(ids)) {
      return new IdIndex(ids, rows, 0);
    }
    sort(rows, ids);
    int kept = 0;
    for (int row : rows) {
      if (kept > 0 && ids[rows[kept - 1]] == ids[row]) {
        if (weight.applyAsInt(row) > weight.applyAsInt(rows[kept - 1])) {
          rows[kept - 1] = row;
        }
      } else {
        rows[kept++] = row;
      }
    }
    int[] keptRows = Arrays.copyOf(rows, kept);
    long[] keptIds = Arrays.stream(keptRows).mapToLong(row -> ids[row]).toArray();
    return new IdIndex(keptIds, keptRows, ids.length - kept);
  }

  int size() {
    return ids.length;
  }

  long id(int rank) {
    return ids[rank];
  }

  int row(int rank) {
    return rows[rank];
  }

  /** The rank of an id, or -1 when the file does not hold it. */
  int find(long id) {
    return Math.max(-1, Arrays.binarySearch(ids, id));
  }

  /** How many rows were left out because their id was there already. */
  int duplicates() {
    return duplicates;
  }

  private static boolean isAscending(long[] ids) {
    for (int i = 1; i < ids.length; i++) {
      if (ids[i] <= ids[i - 1]) {
        return false;
      }
    }
    return true;
  }

  /** Merge sort from below: stable, and without an object for each row. */
  private static void sort(int[] rows, long[] ids) {
    int[] from = rows.clone();
    int[] to = rows;
    for (int width = 1; width < rows.length; width *= 2) {
      for (int start = 0; start < rows.length; start += 2 * width) {
        merge(from, to, ids, start, width);
      }
      System.arraycopy(to, 0, from, 0, rows.length);
    }
  }

  private static void merge(int[] from, int[] to, long[] ids, int start, int width) {
    int middle = Math.min(start + width, from.length);
    int end = Math.min(middle + width, from.length);
    int left = start;
    int right = middle;
    for (int i = start; i < end; i++) {
      boolean takeLeft = left < middle && (right >= end || ids[from[left]] <= ids[from[right]]);
      to[i] = takeLeft ? from[left++] : from[right++];
    }
  }
}
