package org.lifecircle.model.programme;

import org.jspecify.annotations.Nullable;

/**
 * A flat of a stairwell. Who owns it is personal.
 *
 * @param flat its number; unique in the stairwell
 * @param areaSquareDecimetres exclusive floor area by the deed
 */
public record Flat(String flat, int floor, long areaSquareDecimetres, @Nullable String person) {

  public Flat {
    Rules.require(floor >= 1, "楼层从 1 起", "floors begin at 1");
    Rules.require(areaSquareDecimetres > 0, "专有面积须为正", "a flat's exclusive area is positive");
  }
}
