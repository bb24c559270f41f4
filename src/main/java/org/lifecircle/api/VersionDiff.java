package org.lifecircle.api;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Answer.Document;
import org.lifecircle.model.Feature;
import org.lifecircle.model.Layer;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Text;
import org.lifecircle.store.DatasetVersion;
import org.lifecircle.store.Workspace;

/**
 * What a dataset version changed, in counts. Features are the same if their ids are; they have
 * changed if anything of them has, to the millimetre.
 */
final class VersionDiff implements Endpoint {

  private static final Parameter<Integer> SINCE =
      Parameters.integer(
          "since",
          new Text("与哪个版本比较；缺省为上一版本", "version to compare with; else the one before"),
          1,
          999_999_999);

  private final Versions versions;

  VersionDiff(Workspace workspace) {
    this.versions = new Versions(workspace);
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(SINCE);
  }

  @Override
  public boolean heavy() {
    return true;
  }

  @Override
  public Answer answer(Question question) {
    String area = question.path("area");
    DatasetVersion version = versions.require(area, question.path("version"));
    Optional<DatasetVersion> since =
        question
            .find(SINCE)
            .map(number -> versions.require(area, String.valueOf(number)))
            .or(() -> before(area, version));
    StudyArea now = versions.read(version).area();
    StudyArea then = since.map(v -> versions.read(v).area()).orElse(null);
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("area", area);
    json.put("dataset_version", String.valueOf(version.number()));
    json.put("since", since.map(v -> String.valueOf(v.number())).orElse(null));
    json.put("crs_changed", then == null || !then.profile().crs().equals(now.profile().crs()));
    json.put("boundary_changed", then == null || !then.boundary().equals(now.boundary()));
    Map<String, Object> layers = new LinkedHashMap<>();
    for (Layer layer : Layer.values()) {
      layers.put(
          layer.code(), counts(then == null ? List.of() : then.layer(layer), now.layer(layer)));
    }
    json.put("layers", layers);
    return new Document(json);
  }

  private Optional<DatasetVersion> before(String area, DatasetVersion version) {
    return versions.all(area).stream().filter(v -> v.number() < version.number()).findFirst();
  }

  private static Map<String, Integer> counts(
      List<? extends Feature> then, List<? extends Feature> now) {
    Map<String, Feature> old = new HashMap<>();
    then.forEach(feature -> old.put(feature.id(), feature));
    int added = 0;
    int changed = 0;
    for (Feature feature : now) {
      Feature before = old.remove(feature.id());
      added += before == null ? 1 : 0;
      changed += before != null && !before.equals(feature) ? 1 : 0;
    }
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("before", then.size());
    counts.put("after", now.size());
    counts.put("added", added);
    counts.put("removed", old.size());
    counts.put("changed", changed);
    return counts;
  }
}
