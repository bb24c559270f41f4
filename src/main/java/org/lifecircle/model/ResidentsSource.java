package org.lifecircle.model;

/** Where a number of residents came from, in order of preference. */
public enum ResidentsSource implements Coded {
  /** Given for the building or its entrances. */
  BUILDING("building"),
  /** Given for the compound, shared among its dwellings. */
  COMPOUND("compound"),
  /** From a population layer. */
  POPULATION("population"),
  /** Estimated from floor area. */
  FLOOR_AREA("floor_area"),
  /** Not known, none counted. */
  NONE("none");

  private final String code;

  ResidentsSource(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
