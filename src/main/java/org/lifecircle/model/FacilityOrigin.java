package org.lifecircle.model;

/** Where a facility's ground came from. */
public enum FacilityOrigin implements Coded {
  EXISTING("existing"),
  /** Built on ground that demolition freed. */
  FREED_SPACE("freed_space");

  private final String code;

  FacilityOrigin(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
