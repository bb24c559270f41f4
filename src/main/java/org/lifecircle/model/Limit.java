package org.lifecircle.model;

import org.jspecify.annotations.Nullable;

/**
 * How far a walk may be: the standard's metres and the policy's minutes, side by side.
 *
 * @param metres null when there is no limit
 * @param minutes null when only metres are asked: then the metres decide under either criterion
 * @param from where the metres come from; the minutes are always the tier's
 */
public record Limit(@Nullable Integer metres, @Nullable Integer minutes, LimitFrom from) {

  /** No limit at all. */
  public static final Limit NONE = new Limit(null, null, LimitFrom.NONE);

  public Limit {
    if ((metres == null) != (from == LimitFrom.NONE) || (metres == null && minutes != null)) {
      throw new BadValueException(
          "限值须有米数并说明来源", "a limit has metres, and says where they come from");
    }
    if ((metres != null && metres <= 0) || (minutes != null && minutes <= 0)) {
      throw new BadValueException("限值须为正数", "a limit must be positive");
    }
  }
}
