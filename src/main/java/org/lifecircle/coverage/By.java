package org.lifecircle.coverage;

import org.lifecircle.model.Coded;

/** What the rows of a coverage table stand for. */
public enum By implements Coded {
  AREA("area"),
  UNIT("unit"),
  COMPOUND("compound"),
  BUILDING("building"),
  /** One row for each requirement, over the whole area. */
  REQUIREMENT("requirement"),
  /** One row for each kind that a requirement accepts, by its limit; over the whole area. */
  KIND("kind");

  private final String code;

  By(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Whether rows are places, in which all that is selected is judged together. */
  public boolean places() {
    return this != REQUIREMENT && this != KIND;
  }
}
