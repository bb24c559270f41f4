package org.lifecircle.model;

/** What blocks walking and cannot be removed. */
public enum ObstacleKind implements Coded {
  WATER("water"),
  RAIL("rail"),
  CLOSED_GROUND("closed_ground");

  private final String code;

  ObstacleKind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
