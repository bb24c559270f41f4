package org.lifecircle.io.geojson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.FaultList;
import org.lifecircle.io.Limits;
import org.lifecircle.io.RawFeature;
import org.lifecircle.io.RawTable;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Fault;
import org.lifecircle.model.IssueAction;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;

/**
 * The top level of a GeoJSON document, whose members may come in any order: a collection, a
 * feature, one feature after the other (RFC 8142 and one in each line), features in a bare array,
 * or a bare geometry.
 */
final class GeoJsonParser {

  private static final Set<String> GEOMETRIES =
      Set.of(
          "Point",
          "LineString",
          "Polygon",
          "MultiPoint",
          "MultiLineString",
          "MultiPolygon",
          "GeometryCollection");

  private final String file;
  private final JsonParser json;
  private final Limits limits;

  private final List<RawFeature> features = new ArrayList<>();
  private final List<RawTable.Remark> remarks = new ArrayList<>();
  private final FaultList faults = new FaultList();
  private @Nullable String type;
  private @Nullable String name;
  private @Nullable String crs;
  private boolean hasFeatures;

  GeoJsonParser(String file, JsonParser json, Limits limits) {
    this.file = file;
    this.json = json;
    this.limits = limits;
  }

  RawTable parse() throws IOException {
    JsonToken first = json.nextToken();
    if (first == JsonToken.START_ARRAY) {
      readFeatures();
    } else if (first != JsonToken.START_OBJECT) {
      throw notGeoJson("顶层不是对象", "its top level is not an object");
    } else {
      readDocument();
    }
    JsonToken next = json.nextToken();
    while (next == JsonToken.START_OBJECT && "Feature".equals(type)) {
      readFeature();
      next = json.nextToken();
    }
    if (next != null) {
      throw notGeoJson("末尾有多余内容", "there is more text after its end");
    }
    return new RawTable(file, name, crs, features, remarks, faults.list());
  }

  private void readDocument() throws IOException {
    GeoJsonFeatureParser single = new GeoJsonFeatureParser(json, limits);
    GeoJsonGeometryParser bare = new GeoJsonGeometryParser(json, limits);
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String member = json.currentName();
      json.nextToken();
      switch (member) {
        case "type" -> type = json.getValueAsString();
        case "name" -> name = json.getValueAsString();
        case "crs" -> crs = GeoJsonCrs.read(json);
        case "features" -> readFeatures();
        case "coordinates", "geometries" -> bare.member(member);
        default -> single.member(member);
      }
      json.skipChildren();
    }
    if ("Feature".equals(type)) {
      add(single);
    } else if (GEOMETRIES.contains(String.valueOf(type)) && bare.hasMembers()) {
      add(bare, String.valueOf(type));
    } else if (!"FeatureCollection".equals(type) || !hasFeatures) {
      throw notACollection();
    }
  }

  private void readFeatures() throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw notGeoJson("“features”不是数组", "'features' is not an array");
    }
    hasFeatures = true;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() != JsonToken.START_OBJECT) {
        throw notGeoJson("“features”中有非对象", "'features' holds something that is no object");
      }
      readFeature();
    }
  }

  private void readFeature() throws IOException {
    GeoJsonFeatureParser feature = new GeoJsonFeatureParser(json, limits);
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String member = json.currentName();
      json.nextToken();
      feature.member(member);
      json.skipChildren();
    }
    add(feature);
  }

  private void add(GeoJsonFeatureParser parsed) {
    requireRoom();
    RawFeature feature = parsed.feature(features.size());
    features.add(feature);
    repaired(feature.index(), parsed.repairs());
    Text complaint = parsed.complaint();
    if (complaint != null) {
      faults.add(new Fault(file, null, feature.id(), "/features/" + feature.index(), complaint));
    }
  }

  /** A geometry that is the whole document; of a collection each member is a feature. */
  private void add(GeoJsonGeometryParser bare, String kind) {
    Geometry geometry = bare.document(kind);
    repaired(features.size(), bare.repairs());
    Text complaint = bare.complaint();
    if (complaint != null || geometry == null) {
      Text reason = complaint == null ? new Text("没有几何图形", "it has no geometry") : complaint;
      faults.add(new Fault(file, null, null, "/coordinates", reason));
      return;
    }
    boolean many = kind.equals("GeometryCollection") && geometry instanceof GeometryCollection;
    for (int i = 0; i < (many ? geometry.getNumGeometries() : 1); i++) {
      requireRoom();
      Geometry one = many ? geometry.getGeometryN(i) : geometry;
      features.add(new RawFeature(features.size(), one, Map.of()));
    }
  }

  private void repaired(int index, List<Text> repairs) {
    for (Text message : repairs) {
      remarks.add(new RawTable.Remark(index, "ring_closed", IssueAction.REPAIRED, message));
    }
  }

  private void requireRoom() {
    if (features.size() >= limits.features()) {
      throw new BadValueException(
          "要素过多，上限为 " + limits.features(), "too many features; at most " + limits.features());
    }
  }

  private BadValueException notACollection() {
    if ("Topology".equals(type)) {
      return new BadValueException(
          "这是 TopoJSON；请导出为 GeoJSON", "this is TopoJSON; export it as GeoJSON");
    }
    return notGeoJson(
        "需要 FeatureCollection，而其 type 为 " + type,
        "a FeatureCollection is needed, its type is " + type);
  }

  private static BadValueException notGeoJson(String zh, String en) {
    return new BadValueException("不是可用的 GeoJSON：" + zh, "not usable GeoJSON: " + en);
  }
}
