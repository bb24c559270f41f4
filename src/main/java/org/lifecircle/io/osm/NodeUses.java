package org.lifecircle.io.osm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Layer;

/**
 * What nodes are points of: a gate of a wall, a door of a building. Only nodes with tags are asked
 * after, so only those are remembered.
 */
final class NodeUses {

  /** The layers a mapping may ask for, in the order of its answer. */
  private static final List<Layer> ASKED =
      List.of(Layer.WALLS, Layer.BUILDINGS, Layer.PATHS, Layer.OBSTACLES);

  private final Nodes nodes;
  private final Map<Integer, Map<Layer, String>> owners = new HashMap<>();

  NodeUses(Nodes nodes) {
    this.nodes = nodes;
  }

  /** Remembers that this feature of this layer goes through these nodes. */
  void add(Layer layer, String featureId, long[] nodeIds) {
    for (long id : nodeIds) {
      int node = nodes.find(id);
      if (node != Nodes.MISSING && !nodes.tags(node).isEmpty()) {
        owners.computeIfAbsent(node, n -> new HashMap<>()).putIfAbsent(layer, featureId);
      }
    }
  }

  /** The first feature of this layer that goes through the node; null when none does. */
  @Nullable String owner(int node, Layer layer) {
    return owners.getOrDefault(node, Map.of()).get(layer);
  }

  /** The layers of all that goes through the node, as {@code walls;paths}; may be empty. */
  String layers(int node) {
    List<String> through = new ArrayList<>();
    for (Layer layer : ASKED) {
      if (owner(node, layer) != null) {
        through.add(layer.code());
      }
    }
    return String.join(";", through);
  }
}
