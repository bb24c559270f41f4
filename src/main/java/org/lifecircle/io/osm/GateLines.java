package org.lifecircle.io.osm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lifecircle.model.IssueAction;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;

/**
 * Gates drawn as lines, as in Las Palmas: the line fills the gap that the wall leaves. Without it
 * the gap would be open to all. It becomes a wall with a gate in its middle, or at its own gate
 * nodes where it has any.
 */
final class GateLines {

  private final OsmData data;
  private final Matching matching;
  private final NodeUses uses;
  private final FeatureSink sink;
  private final Shapes shapes;

  GateLines(OsmData data, Matching matching, NodeUses uses, FeatureSink sink) {
    this.data = data;
    this.matching = matching;
    this.uses = uses;
    this.sink = sink;
    this.shapes = new Shapes(data.nodes());
  }

  /** Makes a wall and a gate of a way, if a node with its tags would be a gate. */
  void make(int way, Map<String, String> tags) {
    long[] nodeIds = data.ways().nodeIds(way);
    for (OsmMatch match : matching.node(tags)) {
      if (match.layer() == Layer.GATES && shapes.isWhole(nodeIds) && nodeIds.length >= 2) {
        make("w" + data.ways().id(way), match, nodeIds);
      }
    }
  }

  private void make(String id, OsmMatch match, long[] nodeIds) {
    LineString line = shapes.lines(nodeIds).get(0);
    uses.add(Layer.WALLS, id, nodeIds);
    LengthIndexedLine measured = new LengthIndexedLine(line);
    double middle = line.getLength() / 2;
    Coordinate gate = measured.extractPoint(middle);
    sink.add(
        Layer.WALLS, withPoint(measured, middle, gate, line), Map.of("id", id, "kind", "compound"));
    if (hasGateNode(nodeIds)) {
      return;
    }
    sink.give(match, id, Shapes.FACTORY.createPoint(gate), Map.of());
    sink.issue(
        Layer.GATES,
        id,
        "gate_drawn_as_line",
        IssueAction.DERIVED,
        new Text(
            "大门画成线：按围墙加中点出入口处理",
            "a gate drawn as a line; taken as a wall with a gate in its middle"),
        Shapes.FACTORY.createPoint(gate));
  }

  private boolean hasGateNode(long[] nodeIds) {
    for (long id : nodeIds) {
      Map<String, String> tags = data.nodes().tags(data.nodes().find(id));
      if (matching.node(tags).stream().anyMatch(m -> m.layer() == Layer.GATES)) {
        return true;
      }
    }
    return false;
  }

  /** The line with the gate among its points, so that the two meet exactly. */
  private static LineString withPoint(
      LengthIndexedLine measured, double middle, Coordinate gate, LineString line) {
    List<Coordinate> points = new ArrayList<>();
    points.addAll(List.of(measured.extractLine(0, middle).getCoordinates()));
    points.set(points.size() - 1, gate);
    Coordinate[] rest = measured.extractLine(middle, line.getLength()).getCoordinates();
    points.addAll(List.of(rest).subList(1, rest.length));
    return Shapes.FACTORY.createLineString(points.toArray(Coordinate[]::new));
  }
}
