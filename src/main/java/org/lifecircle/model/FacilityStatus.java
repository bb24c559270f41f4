package org.lifecircle.model;

/** Whether a facility can be walked to today. */
public enum FacilityStatus implements Coded {
  OPEN("open"),
  /** Not counted until built. */
  PLANNED("planned"),
  CLOSED("closed");

  private final String code;

  FacilityStatus(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
