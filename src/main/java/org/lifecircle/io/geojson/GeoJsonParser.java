package org.lifecircle.io.geojson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.FaultList;
import org.lifecircle.io.Limits;
import org.lifecircle.io.RawFeature;
import org.lifecircle.io.RawLayer;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Fault;
import org.lifecircle.model.Text;

/** The top level of a GeoJSON document, whose members may come in any order. */
final class GeoJsonParser {

  private final String file;
  private final JsonParser json;
  private final Limits limits;

  private final List<RawFeature> features = new ArrayList<>();
  private final List<GeoJsonFile.Repair> repairs = new ArrayList<>();
  private final FaultList faults = new FaultList();
  private @Nullable String type;
  private @Nullable String name;
  private String crs = RawLayer.LON_LAT;
  private boolean hasFeatures;

  GeoJsonParser(String file, JsonParser json, Limits limits) {
    this.file = file;
    this.json = json;
    this.limits = limits;
  }

  GeoJsonFile parse() throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw notGeoJson("顶层不是对象", "its top level is not an object");
    }
    GeoJsonFeatureParser single = new GeoJsonFeatureParser(json, limits);
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String member = json.currentName();
      json.nextToken();
      switch (member) {
        case "type" -> type = json.getValueAsString();
        case "name" -> name = json.getValueAsString();
        case "crs" -> crs = GeoJsonCrs.read(json);
        case "features" -> readFeatures();
        default -> single.member(member);
      }
      json.skipChildren();
    }
    if (json.nextToken() != null) {
      throw notGeoJson("末尾有多余内容", "there is more text after its end");
    }
    if ("Feature".equals(type)) {
      add(single);
    } else if (!"FeatureCollection".equals(type) || !hasFeatures) {
      throw notACollection();
    }
    return new GeoJsonFile(file, name, crs, features, repairs, faults.list());
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
      GeoJsonFeatureParser feature = new GeoJsonFeatureParser(json, limits);
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String member = json.currentName();
        json.nextToken();
        feature.member(member);
        json.skipChildren();
      }
      add(feature);
    }
  }

  private void add(GeoJsonFeatureParser parsed) {
    if (features.size() >= limits.features()) {
      throw new BadValueException(
          "要素过多，上限为 " + limits.features(), "too many features; at most " + limits.features());
    }
    RawFeature feature = parsed.feature(features.size());
    features.add(feature);
    for (Text message : parsed.repairs()) {
      repairs.add(new GeoJsonFile.Repair(feature.index(), "ring_closed", message));
    }
    Text complaint = parsed.complaint();
    if (complaint != null) {
      faults.add(new Fault(file, null, feature.id(), "/features/" + feature.index(), complaint));
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
