package org.lifecircle.io.osm;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.RawArea;
import org.lifecircle.io.RawFeature;
import org.lifecircle.io.RawIssue;
import org.lifecircle.io.RawProfile;
import org.lifecircle.model.Evidence;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Geometry;

/** Reads places by the product's own mapping, and looks into what came of them. */
record Read(RawArea area) {

  private static final OsmReader READER = reader();

  private static OsmReader reader() {
    try {
      Path home = Path.of(System.getProperty("lifecircle.home", "."));
      return new OsmReader(OsmMapping.read(home.resolve("config").resolve("osm.yaml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RawProfile profile() {
    return new RawProfile(
        "place", new Text("某地", "a place"), null, Evidence.SURVEY, "gb50180-2018");
  }

  static Read of(Sketch sketch) {
    return of(sketch.xml());
  }

  static Read of(byte[] file) {
    return of(file, file.length);
  }

  static Read of(byte[] file, int length) {
    try {
      return new Read(
          READER.read("a file.osm", new ByteArrayInputStream(file, 0, length), profile()));
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory can always be had", e);
    }
  }

  static Read of(Path extract) {
    return new Read(READER.read(extract, profile()));
  }

  List<RawFeature> layer(Layer layer) {
    return layer(layer.code());
  }

  List<RawFeature> layer(String layer) {
    return area.layers().stream()
        .filter(l -> l.layer().equals(layer))
        .flatMap(l -> l.features().stream())
        .toList();
  }

  RawFeature feature(Layer layer, String id) {
    return layer(layer).stream()
        .filter(feature -> id.equals(feature.id()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(id + " is not in " + ids(layer)));
  }

  Geometry geometry(Layer layer, String id) {
    return geometry(layer.code(), id);
  }

  Geometry geometry(String layer, String id) {
    for (RawFeature feature : layer(layer)) {
      if (id.equals(feature.id()) && feature.geometry() != null) {
        return feature.geometry();
      }
    }
    throw new AssertionError(id + " is nowhere in " + layer);
  }

  List<String> ids(Layer layer) {
    return layer(layer).stream().map(f -> String.valueOf(f.id())).sorted().toList();
  }

  @Nullable Object value(Layer layer, String id, String column) {
    return feature(layer, id).properties().get(column);
  }

  /** As {@code buildings w5 broken_ring rejected}, in order. */
  List<String> issues() {
    return area.issues().stream()
        .map(i -> String.join(" ", i.layer(), i.featureId(), i.code(), i.action().code()))
        .sorted()
        .toList();
  }

  long issues(String code, Layer layer) {
    return area.issues().stream()
        .filter(i -> i.code().equals(code) && i.layer().equals(layer.code()))
        .count();
  }

  /** Everything, in an order that does not depend on the file's. */
  String told() {
    Map<String, String> lines = new TreeMap<>();
    for (var layer : area.layers()) {
      for (RawFeature f : layer.features()) {
        lines.put(layer.layer() + " " + f.id(), f.geometry() + " " + new TreeMap<>(f.properties()));
      }
    }
    for (RawIssue issue : area.issues()) {
      lines.put("issue " + issue.layer() + issue.featureId() + issue.code(), issue.toString());
    }
    return String.join("\n", lines.entrySet().stream().map(Object::toString).toList());
  }
}
