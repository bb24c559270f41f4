package org.lifecircle.api;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.Fault;
import org.lifecircle.model.Feature;
import org.lifecircle.model.Layer;
import org.lifecircle.model.StudyArea;
import org.lifecircle.store.DatasetVersion;
import org.lifecircle.store.Imported;
import org.lifecircle.store.StoredArea;
import org.lifecircle.store.Workspace;

/** The dataset versions of an area, as people name them. */
public final class Versions {

  private final Workspace workspace;

  public Versions(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * All of an area, newest first.
   *
   * @throws ProblemException if there is no such area
   */
  public List<DatasetVersion> all(String area) {
    List<DatasetVersion> all = workspace.versions(area);
    if (all.isEmpty()) {
      throw unknownArea(workspace, area);
    }
    return all;
  }

  /**
   * One of them.
   *
   * @throws ProblemException if there is no such area or version
   */
  DatasetVersion require(String area, String number) {
    List<DatasetVersion> all = all(area);
    Optional<DatasetVersion> found =
        all.stream().filter(v -> String.valueOf(v.number()).equals(number)).findFirst();
    return found.orElseThrow(
        () -> {
          String numbers =
              String.join(", ", all.stream().map(v -> String.valueOf(v.number())).toList());
          return Problem.of(
                  ProblemKind.UNKNOWN_VERSION,
                  "没有版本“" + Parameters.shown(number) + "”，现有：" + numbers,
                  "there is no version '" + Parameters.shown(number) + "', only: " + numbers)
              .asException();
        });
  }

  /**
   * What a version holds.
   *
   * @throws ProblemException if its file was damaged
   */
  StoredArea read(DatasetVersion version) {
    try {
      return workspace.read(version);
    } catch (BadInputException e) {
      throw damaged(e);
    }
  }

  /**
   * What a version changed, in counts by layer. Features are the same if their ids are; they have
   * changed if anything of them has, to the millimetre.
   *
   * @param since number of the version to compare with; null for the one before
   * @throws ProblemException if there is no such area or version
   */
  public Map<String, @Nullable Object> diff(String area, String number, @Nullable String since) {
    DatasetVersion version = require(area, number);
    DatasetVersion old = since == null ? before(area, version) : require(area, since);
    StudyArea now = read(version).area();
    StudyArea then = old == null ? null : read(old).area();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("area", area);
    json.put("dataset_version", String.valueOf(version.number()));
    json.put("since", old == null ? null : String.valueOf(old.number()));
    json.put("crs_changed", then == null || !then.profile().crs().equals(now.profile().crs()));
    json.put("boundary_changed", then == null || !then.boundary().equals(now.boundary()));
    Map<String, Object> layers = new LinkedHashMap<>();
    for (Layer layer : Layer.values()) {
      layers.put(
          layer.code(), counts(then == null ? List.of() : then.layer(layer), now.layer(layer)));
    }
    json.put("layers", layers);
    return json;
  }

  private @Nullable DatasetVersion before(String area, DatasetVersion version) {
    return all(area).stream().filter(v -> v.number() < version.number()).findFirst().orElse(null);
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

  /**
   * Makes an older version the current one, by keeping it again: nothing is ever lost.
   *
   * @return the current version; the old one itself if that is current already
   * @throws ProblemException if there is no such area or version
   */
  public DatasetVersion restore(String area, String number) {
    DatasetVersion old = require(area, number);
    if (old.equals(all(area).get(0))) {
      return old; // asked twice, or there is nothing to go back from
    }
    StoredArea stored = read(old);
    Imported imported = new Imported(Instant.now(), List.of("versions/" + old.number()));
    return workspace.add(stored.area(), stored.crs(), imported);
  }

  static ProblemException unknownArea(Workspace workspace, String id) {
    String ids = String.join(", ", workspace.areas());
    return Problem.of(
            ProblemKind.UNKNOWN_AREA,
            "没有研究范围“" + Parameters.shown(id) + "”，现有：" + ids,
            "there is no area '" + Parameters.shown(id) + "', only: " + ids)
        .asException();
  }

  static ProblemException damaged(BadInputException e) {
    Fault fault = e.faults().get(0);
    return Problem.of(
            ProblemKind.DAMAGED_DATA,
            fault.file() + "：" + fault.reason().zh(),
            fault.file() + ": " + fault.reason().en())
        .asException();
  }
}
