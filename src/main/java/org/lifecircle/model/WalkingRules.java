package org.lifecircle.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How people walk and how the ground is read: everything the walk model leaves to configuration.
 *
 * @param groups in the order they are shown; {@link Group#PLANNING} is among them
 * @param pathWidthMetres of a path whose width is unknown; every kind has one
 * @param crossings how to read lines that meet, by how the area was mapped
 * @param beyondBoundaryMetres paths and facilities this far outside the boundary are used
 * @param boundaryBufferMetres added round the compounds where no boundary is given
 * @param forcedByMinMetres a barrier forces a walk if its removal alone shortens it by this much
 */
public record WalkingRules(
    List<Group> groups,
    GroundRules ground,
    Map<PathKind, Double> pathWidthMetres,
    Map<Evidence, CrossingRules> crossings,
    double beyondBoundaryMetres,
    double boundaryBufferMetres,
    double forcedByMinMetres,
    ResidentRules residents,
    LiftRide lift) {

  public WalkingRules {
    groups = List.copyOf(groups);
    // Not Map.copyOf: its order changes from run to run, and nothing may depend on that.
    pathWidthMetres = Collections.unmodifiableMap(new EnumMap<>(pathWidthMetres));
    crossings = Collections.unmodifiableMap(new EnumMap<>(crossings));
    if (pathWidthMetres.size() < PathKind.values().length
        || crossings.size() < Evidence.values().length) {
      throw new BadValueException(
          "每种道路和每种测绘方式都须有规则", "every kind of path and of evidence has its rule");
    }
    if (groups.stream().noneMatch(group -> group.id().equals(Group.PLANNING))) {
      throw new BadValueException(
          "缺少人群“" + Group.PLANNING + "”", "there is no group '" + Group.PLANNING + "'");
    }
    if (groups.stream().map(Group::id).distinct().count() < groups.size()) {
      throw new BadValueException("人群编号重复", "two groups have the same id");
    }
    Feature.requireNotNegative("beyond_boundary_m", beyondBoundaryMetres);
    Feature.requireNotNegative("boundary_buffer_m", boundaryBufferMetres);
    Feature.requireNotNegative("forced_by_min_m", forcedByMinMetres);
  }

  /**
   * The group that has this id.
   *
   * @throws IllegalArgumentException naming all groups there are
   */
  public Group group(String id) {
    return findGroup(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no group '"
                        + id
                        + "', only "
                        + String.join(", ", groups.stream().map(Group::id).toList())));
  }

  /** The group that has this id, if there is one. */
  public Optional<Group> findGroup(String id) {
    return groups.stream().filter(group -> group.id().equals(id)).findFirst();
  }

  /** The width of a path: its own, else the default of its kind. */
  public double widthMetres(Path path) {
    Double own = path.widthMetres();
    return own != null ? own : widthMetres(path.kind());
  }

  /** The default width of a kind of path. */
  public double widthMetres(PathKind kind) {
    return pathWidthMetres.getOrDefault(kind, 0.0); // the constructor saw to it that it is there
  }

  /** How lines that meet are read in an area mapped like this. */
  public CrossingRules crossings(Evidence evidence) {
    CrossingRules rules = crossings.get(evidence);
    if (rules == null) {
      throw new IllegalStateException("no crossing rules for " + evidence.code());
    }
    return rules;
  }
}
