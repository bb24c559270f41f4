package org.lifecircle.io.osm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Columns;
import org.lifecircle.model.Layer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Makes a feature of all that a rule could give, while the mapping is read: a kind or an access
 * that does not exist is the mapping's fault, and should not wait for a feature to show.
 */
final class OsmTrial {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final Coordinate[] RING = {
    new Coordinate(0, 0), new Coordinate(1, 0), new Coordinate(0, 1), new Coordinate(0, 0)
  };

  private final Layer layer;
  private final List<OsmColumn> columns;

  OsmTrial(Layer layer, List<OsmColumn> columns) {
    this.layer = layer;
    this.columns = columns;
  }

  /**
   * Does nothing if the layer takes what the rule gives.
   *
   * @throws BadValueException naming the column
   */
  void run(OsmRule rule) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", "trial");
    for (OsmColumn column : columns) {
      column.value(Map.of(), List.of()).ifPresent(value -> row.put(column.name(), value));
    }
    rule.kinds().forEach(kind -> row.put("kind", kind));
    rule.kindByArea().values().forEach(kind -> row.put("kind", kind));
    row.putAll(rule.set());
    for (OsmShape shape : rule.shapes()) {
      Columns.of(layer).feature(geometry(shape), row);
    }
    Geometry geometry = geometry(rule.shapes().iterator().next());
    for (OsmColumn column : columns) {
      for (OsmColumn.Attempt attempt : column.attempts()) {
        for (Object value : attempt.meanings()) {
          Map<String, Object> changed = new LinkedHashMap<>(row);
          changed.put(column.name(), value);
          Columns.of(layer).feature(geometry, changed);
        }
      }
    }
  }

  private static Geometry geometry(OsmShape shape) {
    return switch (shape) {
      case POINT -> FACTORY.createPoint(RING[0]);
      case LINE -> FACTORY.createLineString(new Coordinate[] {RING[0], RING[1]});
      case POLYGON -> FACTORY.createPolygon(RING);
    };
  }
}
