package org.lifecircle.model.programme;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Layer;

/**
 * A wall or structure that works take down.
 *
 * @param featureId a wall that was cut into pieces at import may be named as a whole
 * @param demolishedOn null while it stands
 */
public record Removed(Layer layer, String featureId, @Nullable LocalDate demolishedOn) {

  public Removed {
    Rules.require(
        layer == Layer.WALLS || layer == Layer.ILLEGAL_STRUCTURES,
        "拆除的只能是 walls 或 illegal_structures",
        "what is taken down is in walls or illegal_structures");
  }
}
