package org.lifecircle.io.osm;

import java.util.List;
import java.util.Map;
import org.lifecircle.model.IssueAction;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;

/** Makes features of ways: paths, walls, the outlines of houses. */
final class WayFeatures {

  private final OsmData data;
  private final Matching matching;
  private final RelationFeatures relations;
  private final NodeUses uses;
  private final FeatureSink sink;
  private final Shapes shapes;
  private final GateLines gateLines;

  WayFeatures(
      OsmData data,
      Matching matching,
      RelationFeatures relations,
      NodeUses uses,
      FeatureSink sink) {
    this.data = data;
    this.matching = matching;
    this.relations = relations;
    this.uses = uses;
    this.sink = sink;
    this.shapes = new Shapes(data.nodes());
    this.gateLines = new GateLines(data, matching, uses, sink);
  }

  /** Makes features of all ways. */
  void make() {
    for (int way = 0; way < data.ways().size(); way++) {
      Map<String, String> tags = data.ways().tags(way);
      if (!tags.isEmpty()) {
        make(way, tags);
      }
    }
  }

  private void make(int way, Map<String, String> tags) {
    boolean closed = data.ways().isClosed(way);
    List<OsmMatch> matches = matching.way(closed, tags);
    for (OsmMatch match : matches) {
      if (match.shape() == OsmShape.LINE) {
        line(way, match);
      } else if (relations.drawer(way, match.layer()) == null) {
        polygon(way, match);
      } else {
        reportDrawn(way, match.layer());
      }
    }
    for (OsmMatch match : matching.leftOut(OsmElement.WAY, closed, tags)) {
      if (relations.drawer(way, match.layer()) == null) {
        List<LineString> lines = shapes.lines(data.ways().nodeIds(way));
        Geometry at = lines.isEmpty() ? null : lines.get(0).getStartPoint();
        sink.leaveOut(match, "w" + data.ways().id(way), at);
      }
    }
    if (matches.isEmpty()) {
      gateLines.make(way, tags);
    }
    if (!closed) {
      reportOpenOutline(way, tags, matches);
    }
  }

  private void line(int way, OsmMatch match) {
    String id = "w" + data.ways().id(way) + match.idSuffix();
    long[] nodeIds = data.ways().nodeIds(way);
    uses.add(match.layer(), id, nodeIds);
    List<LineString> lines = shapes.lines(nodeIds);
    for (int i = 0; i < lines.size(); i++) {
      String pieceId = i == 0 ? id : id + "/" + (i + 1);
      Map<String, Object> whole = match.layer() == Layer.WALLS ? Map.of("part_of", id) : Map.of();
      sink.give(match, pieceId, lines.get(i), whole);
    }
    if (lines.isEmpty()) {
      sink.issue(match.layer(), id, "outside_extract", IssueAction.REJECTED, OUTSIDE, null);
    } else if (!shapes.isWhole(nodeIds)) {
      sink.issue(
          match.layer(),
          id,
          "cut_at_edge",
          IssueAction.REPAIRED,
          CUT,
          lines.get(0).getStartPoint());
    }
  }

  private void polygon(int way, OsmMatch match) {
    String id = "w" + data.ways().id(way) + match.idSuffix();
    long[] nodeIds = data.ways().nodeIds(way);
    if (!shapes.isWhole(nodeIds)) {
      sink.issue(match.layer(), id, "outline_cut_at_edge", IssueAction.REJECTED, OUTLINE_CUT, null);
      return;
    }
    LinearRing ring = shapes.ring(nodeIds);
    if (ring.isEmpty()) {
      sink.issue(match.layer(), id, "no_area", IssueAction.REJECTED, NO_AREA, null);
      return;
    }
    uses.add(match.layer(), id, nodeIds);
    sink.give(match, id, Shapes.FACTORY.createPolygon(ring), Map.of());
  }

  private void reportDrawn(int way, Layer layer) {
    String relation = relations.drawer(way, layer);
    sink.issue(
        layer,
        "w" + data.ways().id(way),
        "drawn_by_relation",
        IssueAction.REPAIRED,
        new Text(
            "轮廓已由关系 " + relation + " 表示，不重复计入",
            "its outline is that of " + relation + "; it was not taken twice"),
        null);
  }

  /** Says so where a way would be a polygon of a layer, were it closed. */
  private void reportOpenOutline(int way, Map<String, String> tags, List<OsmMatch> matches) {
    for (OsmMatch match : matching.way(true, tags)) {
      if (match.shape() == OsmShape.POLYGON
          && match.layer() != Layer.FACILITIES
          && relations.drawer(way, match.layer()) == null
          && matches.stream().noneMatch(m -> m.layer() == match.layer())) {
        String id = "w" + data.ways().id(way);
        sink.issue(match.layer(), id, "open_outline", IssueAction.REJECTED, OPEN, null);
      }
    }
  }

  private static final Text OUTSIDE =
      new Text("节点都不在本文件内，未计入", "none of its stretches lies in the file; it was left out");
  private static final Text CUT =
      new Text("延伸到文件范围之外，在边缘处截断", "goes on beyond the file and was cut at its edge");
  private static final Text OUTLINE_CUT =
      new Text("轮廓有节点不在本文件内，未计入", "part of its outline is not in the file; it was left out");
  private static final Text NO_AREA =
      new Text("轮廓不围成面，未计入", "its outline encloses nothing; it was left out");
  private static final Text OPEN =
      new Text("轮廓没有闭合，未计入", "its outline is not closed; it was left out");
}
