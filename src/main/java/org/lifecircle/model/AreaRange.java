package org.lifecircle.model;

import org.jspecify.annotations.Nullable;

/** From so many square metres to so many; null where that end is open. */
public record AreaRange(@Nullable Double minSquareMetres, @Nullable Double maxSquareMetres) {

  /** Nothing is asked. */
  public static final AreaRange ANY = new AreaRange(null, null);

  public AreaRange {
    Feature.requireNotNegative("the smaller area", minSquareMetres);
    Feature.requireNotNegative("the larger area", maxSquareMetres);
    if (minSquareMetres != null && maxSquareMetres != null && minSquareMetres > maxSquareMetres) {
      throw new BadValueException(
          "面积 " + minSquareMetres + " 至 " + maxSquareMetres + " m² 无效",
          "an area from " + minSquareMetres + " to " + maxSquareMetres + " m² is empty");
    }
  }
}
