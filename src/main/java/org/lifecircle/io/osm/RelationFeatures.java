package org.lifecircle.io.osm;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.IssueAction;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;

/**
 * Makes features of multipolygon and boundary relations. Relations come before ways, for a way that
 * a relation has drawn already is not drawn again.
 */
final class RelationFeatures {

  /** The keys that say what a thing is: the "primary features" of OpenStreetMap's wiki. */
  static final Set<String> FEATURE_KEYS =
      Set.of(
          "aeroway",
          "amenity",
          "area:highway",
          "barrier",
          "boundary",
          "building",
          "building:part",
          "craft",
          "emergency",
          "geological",
          "healthcare",
          "highway",
          "historic",
          "landuse",
          "leisure",
          "man_made",
          "military",
          "natural",
          "office",
          "place",
          "power",
          "public_transport",
          "railway",
          "shop",
          "sport",
          "tourism",
          "waterway");

  private final OsmData data;
  private final Matching matching;
  private final NodeUses uses;
  private final FeatureSink sink;
  private final Shapes shapes;
  private final AreaBuilder areas = new AreaBuilder(Shapes.FACTORY);

  /** By outer way, the relation that draws it to a layer. */
  private final Map<Long, Map<Layer, String>> drawn = new HashMap<>();

  RelationFeatures(OsmData data, Matching matching, NodeUses uses, FeatureSink sink) {
    this.data = data;
    this.matching = matching;
    this.uses = uses;
    this.sink = sink;
    this.shapes = new Shapes(data.nodes());
  }

  /** Makes features of all relations. */
  void make() {
    for (int relation = 0; relation < data.relations().size(); relation++) {
      List<Member> ways =
          data.relations().members(relation).stream()
              .filter(member -> member.type() == Member.Type.WAY)
              .toList();
      Map<String, String> tags = data.relations().tags(relation);
      if (tags.keySet().stream().noneMatch(FEATURE_KEYS::contains)) {
        tags = tagsOfOuterWays(ways);
      }
      String id = "r" + data.relations().id(relation);
      for (OsmMatch match : matching.leftOut(OsmElement.RELATION, false, tags)) {
        sink.leaveOut(match, id, null);
      }
      List<OsmMatch> matches = matching.relation(tags);
      if (!matches.isEmpty()) {
        make(id, matches, ways);
      }
    }
  }

  /** The relation that has drawn this way to this layer already; null when none has. */
  @Nullable String drawer(int way, Layer layer) {
    return drawn.getOrDefault(data.ways().id(way), Map.of()).get(layer);
  }

  /**
   * The tags that all outer ways share. For relations that do not say what they are: until about
   * 2015 it was they that carried what a multipolygon is.
   */
  private Map<String, String> tagsOfOuterWays(List<Member> ways) {
    Map<String, String> shared = null;
    for (Member member : ways) {
      int way = data.ways().find(member.ref());
      if (way >= 0 && !member.role().equals("inner")) {
        Map<String, String> tags = new HashMap<>(data.ways().tags(way));
        if (shared == null) {
          shared = tags;
        }
        shared.entrySet().retainAll(tags.entrySet());
      }
    }
    return shared == null ? Map.of() : shared;
  }

  private void make(String id, List<OsmMatch> matches, List<Member> members) {
    List<long[]> ways = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    for (Member member : members) {
      int way = data.ways().find(member.ref());
      if (way < 0 || !shapes.isWhole(data.ways().nodeIds(way))) {
        reject(id, matches, "outline_cut_at_edge", CUT);
        return;
      }
      if (seen.add(member.ref())) {
        ways.add(data.ways().nodeIds(way));
      }
    }
    RingAssembler.Rings joined = RingAssembler.assemble(ways, shapes::place);
    if (!joined.loose().isEmpty()) {
      reject(id, matches, "broken_ring", broken(joined.loose()));
      return;
    }
    List<LinearRing> rings = new ArrayList<>();
    for (long[] nodeIds : joined.rings()) {
      LinearRing ring = shapes.ring(nodeIds);
      if (!ring.isEmpty()) {
        rings.add(ring);
      }
    }
    if (rings.isEmpty() || rings.size() > AreaBuilder.MAX_RINGS) {
      reject(id, matches, "no_area", NO_AREA);
      return;
    }
    give(id, matches, members, ways, areas.build(rings));
  }

  private void give(
      String id, List<OsmMatch> matches, List<Member> members, List<long[]> ways, Geometry area) {
    for (OsmMatch match : matches) {
      ways.forEach(nodeIds -> uses.add(match.layer(), id + match.idSuffix(), nodeIds));
      sink.give(match, id + match.idSuffix(), area, Map.of());
      for (Member member : members) {
        if (!member.role().equals("inner")) {
          drawn
              .computeIfAbsent(member.ref(), way -> new EnumMap<>(Layer.class))
              .putIfAbsent(match.layer(), id);
        }
      }
    }
  }

  private void reject(String id, List<OsmMatch> matches, String code, Text why) {
    for (OsmMatch match : matches) {
      sink.issue(match.layer(), id + match.idSuffix(), code, IssueAction.REJECTED, why, null);
    }
  }

  private static Text broken(List<Long> loose) {
    String nodes =
        loose.stream().limit(4).map(node -> "n" + node).reduce((a, b) -> a + ", " + b).orElse("")
            + (loose.size() > 4 ? " …" : "");
    return new Text(
        "环没有闭合(断点 " + nodes + ")，未计入", "a ring stays open (at " + nodes + "); it was left out");
  }

  private static final Text CUT =
      new Text("轮廓有部分不在本文件内，未计入", "part of its outline is not in the file; it was left out");
  private static final Text NO_AREA =
      new Text("轮廓不围成面，未计入", "its rings enclose nothing, or are too many; it was left out");
}
