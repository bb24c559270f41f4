package org.lifecircle.model;

/** What happens where a path without a passage tag runs through a building. Always reported. */
public enum PathThroughBuilding implements Coded {
  OPEN("open"),
  BLOCKED("blocked");

  private final String code;

  PathThroughBuilding(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
