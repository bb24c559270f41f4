package org.lifecircle.model;

/** Who may pass a gate or a path. */
public enum Access implements Coded {
  /** Anyone. */
  PUBLIC("public"),
  /** Walks that begin or end in one of its compounds. */
  RESIDENTS("residents"),
  /** Nobody. */
  CLOSED("closed");

  private final String code;

  Access(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
