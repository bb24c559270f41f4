package org.lifecircle.io.osm;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Envelope;

/**
 * Where the readers put what they find, in whatever order the file has it.
 *
 * <p>An element's tags come first, through {@link #tags()}; the call that adds the element takes
 * them up. Relations that draw nothing (routes, restrictions) are read over.
 */
final class OsmCollector {

  /** What a relation must be to draw an area. */
  private static final Set<String> AREA_TYPES = Set.of("multipolygon", "boundary");

  private static final int MAX_LON_UNITS = 1_800_000_000;
  private static final int MAX_LAT_UNITS = 900_000_000;

  private final OsmLimits limits;
  private final TagSets tags;
  private final LongList nodeIds = new LongList();
  private final IntList lons = new IntList();
  private final IntList lats = new IntList();
  private final IntList nodeTags = new IntList();
  private final LongList wayIds = new LongList();
  private final IntList wayEnds = new IntList();
  private final LongList wayRefs = new LongList();
  private final IntList wayTags = new IntList();
  private final LongList relationIds = new LongList();
  private final List<List<Member>> members = new ArrayList<>();
  private final IntList relationTags = new IntList();
  private final Envelope bounds = new Envelope();
  private long references;

  OsmCollector(Predicate<String> keyIsKept, OsmLimits limits) {
    this.limits = limits;
    this.tags = new TagSets(key -> key.equals("type") || keyIsKept.test(key), limits);
  }

  TagSets tags() {
    return tags;
  }

  /** What the file says it is an extract of, in degrees. */
  void bounds(double west, double south, double east, double north) {
    Envelope world = new Envelope(-180, 180, -90, 90);
    if (world.contains(west, south) && world.contains(east, north)) {
      bounds.expandToInclude(new Envelope(west, east, south, north));
    }
  }

  /**
   * Adds a node.
   *
   * @param lon in ten-millionths of a degree
   * @param lat in ten-millionths of a degree
   */
  void node(long id, long lon, long lat) {
    if (lat < -MAX_LAT_UNITS
        || lat > MAX_LAT_UNITS
        || lon < -MAX_LON_UNITS
        || lon > MAX_LON_UNITS) {
      throw new UnreadableException(
          "节点 %d 的位置（经度 %.7f，纬度 %.7f）不在地球上；经纬度是否写反？".formatted(id, lon / 1e7, lat / 1e7),
          "node %d is at lon %.7f, lat %.7f, which is not on Earth; are lon and lat swapped?"
              .formatted(id, lon / 1e7, lat / 1e7));
    }
    within(limits.nodes(), nodeIds.size() + 1L, "节点", "nodes");
    nodeIds.add(id);
    lons.add((int) lon);
    lats.add((int) lat);
    nodeTags.add(tags.close());
  }

  void way(long id, LongList refs) {
    within(limits.ways(), wayIds.size() + 1L, "路线", "ways");
    countReferences(refs.size());
    wayIds.add(id);
    for (int i = 0; i < refs.size(); i++) {
      wayRefs.add(refs.get(i));
    }
    wayEnds.add(wayRefs.size());
    wayTags.add(tags.close());
  }

  void relation(long id, List<Member> its) {
    within(limits.relations(), relationIds.size() + 1L, "关系", "relations");
    countReferences(its.size());
    int set = tags.close();
    if (AREA_TYPES.contains(tags.get(set).getOrDefault("type", ""))) {
      relationIds.add(id);
      members.add(List.copyOf(its));
      relationTags.add(set);
    }
  }

  /** Everything added so far, indexed. */
  OsmData finish() {
    return new OsmData(
        new Nodes(nodeIds, lons, lats, nodeTags, tags),
        new Ways(wayIds, wayEnds, wayRefs, wayTags, tags),
        new Relations(relationIds, members, relationTags, tags),
        bounds);
  }

  private void countReferences(int more) {
    references += more;
    within(limits.references(), references, "引用", "references");
  }

  private static void within(int limit, long count, String zh, String en) {
    if (count > limit) {
      throw new UnreadableException(
          "文件中的%s超过 %d 个；请裁剪出更小的范围。".formatted(zh, limit),
          "the file holds more than %d %s; cut a smaller extract.".formatted(limit, en));
    }
  }
}
