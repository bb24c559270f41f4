package org.lifecircle.model;

/** How an area was mapped, which decides what an unmarked crossing means. */
public enum Evidence implements Coded {
  /** OpenStreetMap: a shared node is evidence; crossing lines without one do not meet. */
  OSM("osm"),
  /** Surveyed: lines on one level that cross do meet; a wall without a gate is shut. */
  SURVEY("survey");

  private final String code;

  Evidence(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
