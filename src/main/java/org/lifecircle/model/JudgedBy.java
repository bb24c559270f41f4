package org.lifecircle.model;

/** How one finds out whether a requirement is met. */
public enum JudgedBy implements Coded {
  /** By the walk to the nearest accepted facility, within the {@link Limit}. */
  WALK("walk"),
  /** By presence of an accepted facility in one's own compound. */
  PRESENCE("presence"),
  /** By counting against a rate: utilities nobody walks to. Never coverage. */
  RATE("rate");

  private final String code;

  JudgedBy(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
