package org.lifecircle.model;

/** Whether a wall or structure still stands. */
public enum Status implements Coded {
  STANDING("standing"),
  DEMOLISHED("demolished");

  private final String code;

  Status(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
