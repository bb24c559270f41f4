package org.lifecircle.model;

/** The lift of an entrance. */
public enum Lift implements Coded {
  NONE("none"),
  /** Stops at the flats' doors: step-free. */
  LEVEL("level"),
  /** Stops between floors: half a storey of stairs remains. */
  HALF_LANDING("half_landing");

  private final String code;

  Lift(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
