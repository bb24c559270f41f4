package org.lifecircle.io.osm;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lifecircle.io.osm.OsmMapping.LayerRules;
import org.lifecircle.io.policy.PolicyNode;
import org.lifecircle.model.Coded;
import org.lifecircle.model.Columns;
import org.lifecircle.model.Layer;

/** Reads the layers of {@code osm.yaml}: their columns here, their rules elsewhere. */
final class OsmMappingReader {

  private final Set<String> columnNames;

  private OsmMappingReader(Layer layer) {
    this.columnNames = new HashSet<>();
    Columns.of(layer).columns().forEach(column -> columnNames.add(column.name()));
  }

  static OsmMapping read(PolicyNode root) {
    PolicyNode all = root.child("layers");
    Map<Layer, LayerRules> layers = new EnumMap<>(Layer.class);
    for (String key : all.keys()) {
      Optional<Layer> layer = Coded.find(Layer.class, key);
      if (layer.isEmpty()) {
        String known = String.join(", ", Coded.codes(Layer.class));
        all.fault(key, "未知的图层，可用：" + known, "unknown layer; there are " + known);
        continue;
      }
      OsmMappingReader reader = new OsmMappingReader(layer.get());
      all.child(key)
          .make(node -> reader.layer(node, layer.get()))
          .ifPresent(rules -> layers.put(layer.get(), rules));
    }
    return new OsmMapping(layers);
  }

  private LayerRules layer(PolicyNode node, Layer layer) {
    List<OsmColumn> columns =
        node.findChild("columns").flatMap(n -> n.make(this::columns)).orElse(List.of());
    List<OsmShape> usualShapes = node.codes("shapes", OsmShape.class);
    return LayerRules.of(
        columns, new OsmRuleReader(layer, columnNames, usualShapes, columns).readAll(node));
  }

  private List<OsmColumn> columns(PolicyNode node) {
    List<OsmColumn> columns = new ArrayList<>();
    for (String name : node.keys()) {
      if (!columnNames.contains(name)) {
        node.fault(name, "该图层没有这一列", "the layer has no such column");
      }
      List<OsmColumn.Attempt> attempts = new ArrayList<>();
      node.children(name).forEach(n -> n.make(OsmMappingReader::attempt).ifPresent(attempts::add));
      columns.add(new OsmColumn(name, attempts));
    }
    return columns;
  }

  private static OsmColumn.Attempt attempt(PolicyNode node) {
    if (node.has("is")) {
      return OsmColumn.Attempt.is(node.plain("is"));
    }
    String tag = node.text("tag");
    if (!node.has("values")) {
      OsmReading reading = node.findCode("as", OsmReading.class).orElse(OsmReading.TEXT);
      return OsmColumn.Attempt.read(tag, reading);
    }
    return OsmColumn.Attempt.meaning(tag, node.child("values").plains());
  }
}
