package org.lifecircle.model;

/** What a lane of at least this clear width can serve as. */
public record LaneClass(double widthMetres, Text name, Provenance provenance) {

  public LaneClass {
    Feature.requireNotNegative("width_m", widthMetres);
  }
}
