package org.lifecircle.io.assembly;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lifecircle.io.RawFeature;
import org.lifecircle.io.RawLayer;
import org.lifecircle.model.Columns;
import org.lifecircle.model.DataIssue;
import org.lifecircle.model.Entrance;
import org.lifecircle.model.Feature;
import org.lifecircle.model.Layer;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Wall;

/**
 * What an area keeps when some of its layers come anew: the others, as they were given. Walls and
 * doors that were derived are left out and derived again, because the new layers may change them.
 *
 * <p>Issues of the others stay, except those that are found out again: a gate that stood far from
 * any wall may stand at one now.
 */
public final class KeptLayers {

  private static final Set<String> FOUND_AGAIN =
      Set.of(
          "entrance_derived",
          "wall_inferred",
          "boundary_derived",
          "crs_chosen",
          "gate_off_wall",
          "entrance_of_nobody",
          "overlapping_building");

  private final StudyArea area;
  private final Set<String> replaced;

  /**
   * Of this area.
   *
   * @param replaced the contract's names of the layers that come anew
   */
  public KeptLayers(StudyArea area, Set<String> replaced) {
    this.area = area;
    this.replaced = Set.copyOf(replaced);
  }

  /** The layers that stay, in the area's own CRS. */
  public List<RawLayer> layers() {
    List<RawLayer> kept = new ArrayList<>();
    for (Layer layer : Layer.values()) {
      if (!replaced.contains(layer.code())) {
        kept.add(layer(layer));
      }
    }
    boolean drawn = area.issues().stream().noneMatch(i -> i.code().equals("boundary_derived"));
    if (drawn && !replaced.contains(RawLayer.BOUNDARY)) {
      RawFeature boundary = new RawFeature(0, area.boundary(), Map.of());
      kept.add(raw(RawLayer.BOUNDARY, List.of(boundary)));
    }
    return kept;
  }

  private RawLayer layer(Layer layer) {
    Columns columns = Columns.of(layer);
    Set<String> derivedDoors =
        area.issues().stream()
            .filter(issue -> issue.code().equals("entrance_derived"))
            .map(DataIssue::featureId)
            .collect(Collectors.toSet());
    List<RawFeature> features = new ArrayList<>();
    for (Feature feature : area.layer(layer)) {
      boolean derived =
          (feature instanceof Wall wall && wall.inferred())
              || (feature instanceof Entrance door
                  && door.buildingId() != null
                  && derivedDoors.contains(door.buildingId()));
      if (!derived) {
        features.add(new RawFeature(features.size(), feature.geometry(), columns.values(feature)));
      }
    }
    return raw(layer.code(), features);
  }

  private RawLayer raw(String layer, List<RawFeature> features) {
    return new RawLayer(layer, area.profile().id(), area.profile().crs(), features);
  }

  /** The area that came of it, with the issues of what stayed. */
  public StudyArea withOldIssues(StudyArea made) {
    Set<DataIssue> all = new LinkedHashSet<>(made.issues());
    Set<String> known = new HashSet<>();
    made.issues().forEach(issue -> known.add(key(issue)));
    area.issues().stream()
        .filter(issue -> !replaced.contains(issue.layer()) && !issue.layer().isEmpty())
        .filter(issue -> !FOUND_AGAIN.contains(issue.code()) && known.add(key(issue)))
        .forEach(all::add);
    IssueLog log = new IssueLog();
    all.forEach(log::add);
    return made.withIssues(log.list());
  }

  private static String key(DataIssue issue) {
    return String.join("\n", issue.layer(), issue.featureId(), issue.code(), issue.message().en());
  }
}
