package org.lifecircle.model;

import java.util.List;

/**
 * One line of a standard: at this tier, one of these kinds, so near.
 *
 * @param accepts ids of the kinds that satisfy it; any one does
 * @param limit {@link Limit#NONE} unless judged by the walk; a rate's radius, where the standard
 *     gives one, is kept for information
 * @param minimum what a facility must at least be to count
 */
public record Requirement(
    String id,
    Text name,
    Tier tier,
    List<String> accepts,
    Obligation obligation,
    JudgedBy judgedBy,
    Limit limit,
    Minimum minimum,
    Provenance provenance) {

  public Requirement {
    Feature.requireId(id);
    accepts = List.copyOf(accepts);
    if (accepts.isEmpty()) {
      throw new BadValueException(
          "要求“" + id + "”未列出设施类别", "requirement '" + id + "' accepts no kind");
    }
    if (judgedBy == JudgedBy.WALK && limit.metres() == null) {
      throw new BadValueException(
          "要求“" + id + "”按步行判定，但没有限值", "requirement '" + id + "' is walked to, but has no limit");
    }
    if (judgedBy == JudgedBy.PRESENCE && limit.metres() != null) {
      throw new BadValueException(
          "要求“" + id + "”只看有无，不应有限值",
          "requirement '" + id + "' is judged by presence, so it has no limit");
    }
  }

  /** Whether this facility satisfies it, were it near enough. */
  public boolean acceptsKind(String kind) {
    return accepts.contains(kind);
  }
}
