package org.lifecircle.io.osm;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.RawFeature;
import org.lifecircle.io.RawIssue;
import org.lifecircle.io.RawLayer;
import org.lifecircle.model.IssueAction;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;

/** Gathers features by layer, and what is to be said of them. */
final class FeatureSink {

  private final Map<Layer, List<RawFeature>> features = new EnumMap<>(Layer.class);
  private final List<RawIssue> issues = new ArrayList<>();

  /**
   * Adds what an element gives to a layer.
   *
   * @param more columns that come of where the element is, not of its tags
   */
  void give(OsmMatch match, String id, Geometry lonLat, Map<String, Object> more) {
    double land = lonLat instanceof Polygonal ? LonLatArea.squareMetres(lonLat) : 0;
    if (match.tooLarge(land)) {
      issue(
          match.layer(),
          id,
          "too_large",
          IssueAction.REJECTED,
          new Text(
              "面积 %.1f 公顷，超过规则 %s 的上限，未计入".formatted(land / 10_000, match.rule()),
              "covers %.1f ha, more than rule %s allows, and was left out"
                  .formatted(land / 10_000, match.rule())),
          lonLat);
      return;
    }
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("id", id);
    columns.putAll(match.columns(land));
    columns.putAll(more);
    add(match.layer(), lonLat, columns);
    for (String tag : match.unread()) {
      issue(
          match.layer(),
          id,
          "unread_tag",
          IssueAction.NOTED,
          new Text(
              "标签 " + tag + " 没有给出可用的值，按未知处理",
              "tag " + tag + " gives no value that can be used and was passed over"),
          lonLat);
    }
  }

  /** Says of an element that it is no feature, though it looks like one. */
  void leaveOut(OsmMatch match, String id, @Nullable Geometry lonLat) {
    issue(
        match.layer(),
        id,
        match.rule(),
        IssueAction.REJECTED,
        new Text(
            match.leftOut() + " 无法归入“" + match.layer().title().zh() + "”的任何类别，未计入",
            match.leftOut() + " tells no kind of " + match.layer().code() + "; it was left out"),
        lonLat);
  }

  void add(Layer layer, Geometry lonLat, Map<String, Object> columns) {
    List<RawFeature> its = features.computeIfAbsent(layer, l -> new ArrayList<>());
    its.add(new RawFeature(its.size(), lonLat, columns));
  }

  void issue(
      Layer layer,
      String id,
      String code,
      IssueAction action,
      Text message,
      @Nullable Geometry lonLat) {
    issues.add(new RawIssue(layer.code(), id, code, action, message, lonLat));
  }

  List<RawFeature> features(Layer layer) {
    return features.getOrDefault(layer, List.of());
  }

  void replace(Layer layer, List<RawFeature> these) {
    features.put(layer, these);
  }

  List<RawIssue> issues() {
    return issues;
  }

  /** All layers that hold something, in the contract's order. */
  List<RawLayer> layers(String file) {
    return features.entrySet().stream()
        .map(e -> new RawLayer(e.getKey().code(), file, RawLayer.LON_LAT, e.getValue()))
        .toList();
  }
}
