package org.lifecircle.io.osm;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lifecircle.model.IssueAction;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Text;

/** Makes features of nodes: gates, doors, shops. */
final class NodeFeatures {

  private final Nodes nodes;
  private final Matching matching;
  private final NodeUses uses;
  private final FeatureSink sink;
  private final Shapes shapes;

  NodeFeatures(Nodes nodes, Matching matching, NodeUses uses, FeatureSink sink) {
    this.nodes = nodes;
    this.matching = matching;
    this.uses = uses;
    this.sink = sink;
    this.shapes = new Shapes(nodes);
  }

  /** Makes features of all nodes; ways must be known already. */
  void make() {
    for (int node = 0; node < nodes.size(); node++) {
      if (!nodes.tags(node).isEmpty()) {
        make(node);
      }
    }
  }

  private void make(int node) {
    Map<String, String> tags = new HashMap<>(nodes.tags(node));
    String on = uses.layers(node);
    if (!on.isEmpty()) {
      tags.put(OsmMapping.ON, on);
    }
    for (OsmMatch match : matching.node(tags)) {
      Map<String, Object> more = match.layer() == Layer.ENTRANCES ? whoseDoor(node) : Map.of();
      sink.give(match, "n" + nodes.id(node) + match.idSuffix(), shapes.point(node), more);
    }
    for (OsmMatch match : matching.leftOut(OsmElement.NODE, false, tags)) {
      sink.leaveOut(match, "n" + nodes.id(node), shapes.point(node));
    }
    reportBuilding(node, tags);
  }

  private Map<String, Object> whoseDoor(int node) {
    Map<String, Object> whose = new LinkedHashMap<>();
    String building = uses.owner(node, Layer.BUILDINGS);
    String facility = uses.owner(node, Layer.FACILITIES);
    if (building != null) {
      whose.put("building_id", building);
    } else if (facility != null) {
      whose.put("facility_id", facility);
    }
    return whose;
  }

  private void reportBuilding(int node, Map<String, String> tags) {
    if (matching.way(true, tags).stream().anyMatch(match -> match.layer() == Layer.BUILDINGS)) {
      sink.issue(
          Layer.BUILDINGS,
          "n" + nodes.id(node),
          "building_without_outline",
          IssueAction.REJECTED,
          new Text("楼栋只画了一个点，未计入", "a building mapped as a point; it was left out"),
          shapes.point(node));
    }
  }
}
