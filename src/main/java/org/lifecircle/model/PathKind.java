package org.lifecircle.model;

/** What a path is, which decides its default width and who can use it how fast. */
public enum PathKind implements Coded {
  /** A street with traffic; walked along its centre line. */
  STREET("street"),
  /** A narrow street or a road inside a compound. */
  LANE("lane"),
  /** For feet only. */
  FOOTWAY("footway"),
  /** Across a street, with a wait. */
  CROSSING("crossing"),
  /** A flight of steps. */
  STEPS("steps"),
  /** A slope beside or instead of steps. */
  RAMP("ramp");

  private final String code;

  PathKind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
