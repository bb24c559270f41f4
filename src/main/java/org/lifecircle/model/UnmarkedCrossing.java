package org.lifecircle.model;

/** What happens where a path crosses a wall and no gate is mapped. Reported in every case. */
public enum UnmarkedCrossing implements Coded {
  /** The wall holds. */
  BLOCKED("blocked"),
  /** Open where path and wall share a node and the path passes to the other side; else it holds. */
  SHARED_NODE("shared_node"),
  /** The path wins. */
  OPEN("open");

  private final String code;

  UnmarkedCrossing(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
