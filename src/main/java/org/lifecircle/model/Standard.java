package org.lifecircle.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A policy 配建标准: which facilities residents are owed, and how near.
 *
 * @param tiers what the tiers 5, 10 and 15 mean in metres and minutes, ascending
 * @param kinds every kind a facility may have, whether a requirement accepts it or not
 */
public record Standard(
    String id,
    Text name,
    List<TierLimit> tiers,
    List<FacilityKind> kinds,
    List<Requirement> requirements,
    Provenance provenance) {

  public Standard {
    Feature.requireId(id);
    tiers = List.copyOf(tiers);
    kinds = List.copyOf(kinds);
    requirements = List.copyOf(requirements);
    Set<String> known = requireUnique("kind", kinds.stream().map(FacilityKind::id).toList());
    requireUnique("requirement", requirements.stream().map(Requirement::id).toList());
    for (Requirement requirement : requirements) {
      for (String kind : requirement.accepts()) {
        if (!known.contains(kind)) {
          throw new BadValueException(
              "要求“" + requirement.id() + "”含未知设施类别“" + kind + "”",
              "requirement '" + requirement.id() + "' accepts unknown kind '" + kind + "'");
        }
      }
    }
  }

  /**
   * The kind that has this id.
   *
   * @throws IllegalArgumentException if this standard has none
   */
  public FacilityKind kind(String kindId) {
    return findKind(kindId)
        .orElseThrow(
            () -> new IllegalArgumentException("standard " + id + " has no kind '" + kindId + "'"));
  }

  /** The kind that has this id, if there is one. */
  public Optional<FacilityKind> findKind(String kindId) {
    return kinds.stream().filter(kind -> kind.id().equals(kindId)).findFirst();
  }

  /**
   * The requirement that has this id.
   *
   * @throws IllegalArgumentException if this standard has none
   */
  public Requirement requirement(String requirementId) {
    return findRequirement(requirementId)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "standard " + id + " has no requirement '" + requirementId + "'"));
  }

  /** The requirement that has this id, if there is one. */
  public Optional<Requirement> findRequirement(String requirementId) {
    return requirements.stream().filter(r -> r.id().equals(requirementId)).findFirst();
  }

  private static Set<String> requireUnique(String what, List<String> ids) {
    Set<String> seen = new HashSet<>();
    for (String id : ids) {
      if (!seen.add(id)) {
        throw new BadValueException(
            what + " “" + id + "”重复", what + " '" + id + "' is there twice");
      }
    }
    return seen;
  }
}
