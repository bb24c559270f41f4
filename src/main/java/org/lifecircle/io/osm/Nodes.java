package org.lifecircle.io.osm;

import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/**
 * All nodes of a file, by rank: their ascending order of id.
 *
 * <p>A position is kept as OpenStreetMap keeps it, in whole ten-millionths of a degree. The same
 * node therefore always gives the same coordinate, bit for bit, in whatever way it is met; paths
 * join by that.
 */
final class Nodes {

  /** Nothing is where no node can be. */
  static final int MISSING = -1;

  private static final double UNITS_PER_DEGREE = 1e7;

  private final IdIndex index;
  private final IntList lons;
  private final IntList lats;
  private final IntList tagSets;
  private final TagSets tags;

  Nodes(LongList ids, IntList lons, IntList lats, IntList tagSets, TagSets tags) {
    this.index = IdIndex.of(ids, row -> tags.get(tagSets.get(row)).size());
    this.lons = lons;
    this.lats = lats;
    this.tagSets = tagSets;
    this.tags = tags;
  }

  int size() {
    return index.size();
  }

  int duplicates() {
    return index.duplicates();
  }

  long id(int node) {
    return index.id(node);
  }

  /** The node with this id, or {@link #MISSING}. */
  int find(long id) {
    return index.find(id);
  }

  Map<String, String> tags(int node) {
    return tags.get(tagSets.get(index.row(node)));
  }

  /** Longitude and latitude in degrees; a new object, as JTS coordinates can be changed. */
  Coordinate lonLat(int node) {
    int row = index.row(node);
    return new Coordinate(lons.get(row) / UNITS_PER_DEGREE, lats.get(row) / UNITS_PER_DEGREE);
  }
}
