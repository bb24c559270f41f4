package org.lifecircle.model;

/** What a walk is judged by: the standard's metres or the policy's minutes. */
public enum Criterion implements Coded {
  /** Metres walked, the legal wording; the same for every group. */
  DISTANCE("distance"),
  /** Minutes at a group's pace. */
  TIME("time");

  private final String code;

  Criterion(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
