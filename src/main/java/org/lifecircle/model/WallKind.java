package org.lifecircle.model;

/** What a wall is for, which decides whether it may be taken down. */
public enum WallKind implements Coded {
  /** Divides compounds; the only kind removable by default. */
  COMPOUND("compound"),
  /** Holds up ground. */
  RETAINING("retaining"),
  SCHOOL("school"),
  RAIL("rail"),
  HERITAGE("heritage");

  private final String code;

  WallKind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
