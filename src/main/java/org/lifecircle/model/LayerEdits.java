package org.lifecircle.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What changes do to layers. */
final class LayerEdits {

  private LayerEdits() {}

  /** The area with one feature of a layer changed. */
  static <F extends Feature> StudyArea change(
      StudyArea area, Layer layer, Class<F> type, String id, UnaryOperator<F> change) {
    List<Feature> features = new ArrayList<>();
    for (Feature feature : area.layer(layer)) {
      features.add(feature.id().equals(id) ? change.apply(type.cast(feature)) : feature);
    }
    return area.with(layer, features);
  }

  /** The area with a feature more. */
  static StudyArea add(StudyArea area, Layer layer, Feature added) {
    List<Feature> features = new ArrayList<>(area.layer(layer));
    features.add(added);
    return area.with(layer, features);
  }

  /** The area with a feature less. */
  static StudyArea remove(StudyArea area, Layer layer, String id) {
    return area.with(layer, area.layer(layer).stream().filter(f -> !f.id().equals(id)).toList());
  }

  /** The doors of a facility that has gone from them: they stay doors. */
  static StudyArea releaseEntrances(StudyArea area, String facility) {
    return area.with(
        Layer.ENTRANCES,
        area.entrances().stream()
            .map(e -> facility.equals(e.facilityId()) ? e.ofNoFacility() : e)
            .toList());
  }

  static <F extends Feature> Optional<F> find(
      StudyArea area, Layer layer, Class<F> type, String id) {
    return area.layer(layer).stream().filter(f -> f.id().equals(id)).map(type::cast).findFirst();
  }

  /** Why a change of something that is not there is refused. */
  static Optional<Text> unlessThere(StudyArea area, Layer layer, String id) {
    return find(area, layer, Feature.class, id).isPresent()
        ? Optional.empty()
        : Optional.of(
            new Text(
                layer.title().zh() + "图层中没有“" + id + "”",
                "there is no '" + id + "' in " + layer.code()));
  }

  /** Why something that is there already cannot be added. */
  static Optional<Text> unlessNew(StudyArea area, Layer layer, Feature added) {
    if (added.geometry().isEmpty()) {
      return Optional.of(new Text("“" + added.id() + "”没有形状", "'" + added.id() + "' has no shape"));
    }
    return unlessThere(area, layer, added.id()).isPresent()
        ? Optional.empty()
        : Optional.of(
            new Text(
                layer.title().zh() + "图层中已有“" + added.id() + "”",
                "there is a '" + added.id() + "' in " + layer.code() + " already"));
  }
}
