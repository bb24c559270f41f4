package org.lifecircle.io.assembly;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.Limits;
import org.lifecircle.io.Millimetres;
import org.lifecircle.io.Projection;
import org.lifecircle.io.RawArea;
import org.lifecircle.io.RawFeature;
import org.lifecircle.io.RawLayer;
import org.lifecircle.io.RawProfile;
import org.lifecircle.model.Evidence;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * A small town near Luoyang, drawn in metres east and north of its corner, and handed over as a
 * reader would: in degrees.
 */
final class Town {

  static final Projection PROJECTION = Projection.of("EPSG:4546");
  static final AssemblyRules RULES =
      new AssemblyRules(50, 2, 1500, 50, Set.of("clinic", "school"), Limits.USUAL);

  private static final double EAST = 631000;
  private static final double NORTH = 3839000;

  private final Map<String, List<RawFeature>> layers = new LinkedHashMap<>();
  private final List<String> order = new ArrayList<>();

  /** A town with a clinic, for no area is without facilities. */
  static Town withClinic() {
    return new Town().add("facilities", "POINT (10 10)", "id", "clinic-1", "kind", "clinic");
  }

  /**
   * Adds a feature.
   *
   * @param wkt in metres from the town's corner
   * @param properties names and values in turn
   */
  Town add(String layer, String wkt, @Nullable Object... properties) {
    return addLonLat(layer, PROJECTION.toLonLat(metres(wkt)), properties);
  }

  Town addLonLat(String layer, @Nullable Geometry lonLat, @Nullable Object... properties) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    for (int i = 0; i < properties.length; i += 2) {
      row.put(String.valueOf(properties[i]), properties[i + 1]);
    }
    List<RawFeature> features = layers.computeIfAbsent(layer, l -> new ArrayList<>());
    features.add(new RawFeature(features.size(), lonLat, row));
    order.add(layer);
    return this;
  }

  RawArea raw() {
    return raw("EPSG:4546");
  }

  RawArea raw(@Nullable String crs) {
    List<RawLayer> raw = new ArrayList<>();
    layers.forEach(
        (layer, features) ->
            raw.add(new RawLayer(layer, layer + ".geojson", RawLayer.LON_LAT, features)));
    Text name = new Text("小镇", "Small town");
    return new RawArea(
        new RawProfile("town", name, crs, Evidence.SURVEY, "gb50180-2018"), raw, List.of());
  }

  StudyArea assemble() {
    return new Assembly(RULES).assemble(raw());
  }

  /** The geometry, moved to where the town is. */
  static Geometry metres(String wkt) {
    try {
      Geometry drawn = new WKTReader().read(wkt);
      return Projection.moved(drawn, c -> new Coordinate(c.x + EAST, c.y + NORTH));
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }

  /** The geometry as the town's drawing has it. */
  static Geometry drawn(Geometry metres) {
    return Projection.moved(
        metres, c -> new Coordinate(Millimetres.round(c.x - EAST), Millimetres.round(c.y - NORTH)));
  }
}
