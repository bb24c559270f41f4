package org.lifecircle.model;

/** Whom a facility serves. */
public enum Serves implements Coded {
  /** Everyone. */
  PUBLIC("public"),
  /** Only residents of the compound it stands in. */
  COMPOUND("compound");

  private final String code;

  Serves(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
